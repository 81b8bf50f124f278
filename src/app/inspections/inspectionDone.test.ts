import { expect, test } from 'vitest'
import { inspectionsDoneSentence } from './inspectionDone.ts'

test.each([
  [{ done: 'imported', count: '5' }, '5 inspections were imported.'],
  [{ done: 'imported', count: 'lots' }, 'The inspections were imported.'],
  [{ done: 'imported' }, 'The inspections were imported.'],
  [{ done: 'withdrawn', count: '5' }, 'The inspection is withdrawn.'],
  [{ done: '<script>' }, null],
  [{ count: '5' }, null],
  [{}, null],
])('of %j the list of inspections says: %s', (query, sentence) => {
  expect(inspectionsDoneSentence(query)).toBe(sentence)
})
