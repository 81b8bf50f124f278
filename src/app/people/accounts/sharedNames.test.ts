import { expect, test } from 'vitest'
import { addressesOfSharedNames } from './sharedNames.ts'

test('only people who share a name are shown with their addresses', () => {
  const people = [
    { personId: 'a', name: 'Ann Ames', email: 'ann@one.example' },
    { personId: 'a', name: 'Ann Ames', email: 'ann@one.example' },
    { personId: 'b', name: 'Bob Birch', email: 'bob@one.example' },
    { personId: 'c', name: 'Cai Cole', email: 'cai@one.example' },
    { personId: 'd', name: ' cai  cole', email: 'cai@two.example' },
  ]
  expect([...addressesOfSharedNames(people)]).toEqual([
    ['c', 'cai@one.example'],
    ['d', 'cai@two.example'],
  ])
})
