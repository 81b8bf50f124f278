import { expect, test } from 'vitest'
import { addressesToTellApart } from './tellApart.ts'

test('an address is told of those alone who cannot be told apart by their names', () => {
  const people = [
    { personId: 'a', name: 'Ann Ames', email: 'ann@one.example' },
    { personId: 'a', name: 'Ann Ames', email: 'ann@one.example' },
    { personId: 'b', name: 'Bob Birch', email: 'bob@one.example' },
    { personId: 'c', name: 'Cai Cole', email: 'cai@one.example' },
    { personId: 'd', name: ' cai  cole', email: 'cai@two.example' },
  ]
  expect([...addressesToTellApart(people)]).toEqual([
    ['c', 'cai@one.example'],
    ['d', 'cai@two.example'],
  ])
})
