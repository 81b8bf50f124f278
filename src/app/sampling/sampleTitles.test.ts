import { expect, test } from 'vitest'
import { aSmallEdition } from '../../../test/support/editionBuilder.ts'
import { levelTitle, variableTitle } from './sampleTitles.ts'

const edition = aSmallEdition()

test('columns and levels have the titles that pages print', () => {
  expect(variableTitle('rosh')).toBe('Risk of serious harm')
  expect(variableTitle('Team')).toBe('Team')
  expect(levelTitle(edition, 'rosh', 'very-high')).toBe('Very high')
  expect(levelTitle(edition, 'constructor', 'x')).toBe('x')
  expect(levelTitle(edition, 'age', 'not-given')).toBe('Not given')
})
