import { expect, test } from 'vitest'
import { layoutFor } from './navigation.ts'

function marked(path: string): string[] {
  return layoutFor(path, null)
    .navigation.filter(({ current, active }) => current || active)
    .map(({ text, current }) => `${text} ${current ? 'current' : 'active'}`)
}

test('a page marks its own section, and only that', () => {
  expect(marked('/inspections')).toEqual(['Inspections current'])
  expect(marked('/inspections/york-2022-12')).toEqual(['Inspections active'])
  expect(marked('/editions/compare/a/b')).toEqual(['Editions active'])
  expect(marked('/accessibility')).toEqual([])
})

test('who is signed in finds their account, who is not the way in', () => {
  const own = (name: string | null) =>
    layoutFor('/inspections', name)
      .navigation.slice(2)
      .map(({ text }) => text)
  expect(own(null)).toEqual(['Sign in'])
  expect(own('Maya Iqbal')).toEqual(['Maya Iqbal', 'Sign out'])
})
