import { expect, test } from 'vitest'
import { aSmallEdition } from '../../../test/support/editionBuilder.ts'
import { factOfForm, findFact, listOfValues, valuesOf } from './caseFacts.ts'

const edition = aSmallEdition()

test.each([
  ['gender', ['male', 'female'], false],
  ['ethnicity', ['gypsy-or-irish-traveller'], true],
  ['rosh-mine', ['low', 'very-high'], false],
])('the values of %s, and whether a published list has them', (id, values, isPublished) => {
  const fact = findFact(edition, id) ?? expect.fail()
  expect(valuesOf(fact)).toEqual(expect.arrayContaining(values))
  expect(listOfValues(fact) !== null).toBe(isPublished)
})

test('a fact with a value of its own kind is found by it', () => {
  expect(factOfForm(edition, 'interview-time')?.id).toBe('interview-at')
  const without = { ...edition, fieldwork: { ...edition.fieldwork, factGroups: [] } }
  expect(factOfForm(without, 'interview-time')).toBeUndefined()
})
