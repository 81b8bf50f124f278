import { expect, test } from 'vitest'
import { catalogue } from './catalogue.ts'
import { isRecorded, refusalTitle } from './recordedRefusals.ts'

/** Refused to whoever runs commands alone, who holds the database itself. */
const ofCommands = ['file.too-large', 'edition.file-too-large']

test('whoever is unknown, not allowed, too large or too often leaves a trace', () => {
  const ofRights = Object.entries(catalogue).filter(([, { status }]) => [401, 403, 413, 429].includes(status))
  const untraced = ofRights.filter(([code]) => !isRecorded(code) && !ofCommands.includes(code))
  expect(untraced.map(([code]) => code)).toEqual([])
})

test('a form with a missing field leaves none', () => {
  expect(isRecorded('people.name-missing')).toBe(false)
  expect(isRecorded('constructor')).toBe(false)
})

test('a code of another version keeps its name', () => {
  expect(refusalTitle('people.code-wrong')).toBe('Wrong one-time code')
  expect(refusalTitle('people.of-later')).toBe('people.of-later')
})
