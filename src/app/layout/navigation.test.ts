import { expect, test } from 'vitest'
import { layoutFor } from './navigation.ts'

function marked(path: string): string[] {
  return layoutFor(path)
    .navigation.filter(({ current, active }) => current || active)
    .map(({ text, current }) => `${text} ${current ? 'current' : 'active'}`)
}

test('a page marks its own section, and only that', () => {
  expect(marked('/inspections')).toEqual(['Inspections current'])
  expect(marked('/inspections/york-2022-12')).toEqual(['Inspections active'])
  expect(marked('/import/answers')).toEqual(['Import active'])
  expect(marked('/editions/compare/a/b')).toEqual(['Editions active'])
  expect(marked('/accessibility')).toEqual([])
})
