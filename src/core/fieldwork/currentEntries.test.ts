import { expect, test } from 'vitest'
import { countWritten, currentEntries, type StoredEntry } from './currentEntries.ts'
import { caseListAuthor, timetableAuthor } from './entry.ts'

function entry(more: Partial<StoredEntry>): StoredEntry {
  const author = { personId: 'a', name: 'Ada Price' }
  const at = '2026-06-01T09:00:00Z'
  return { kind: 'answer', item: '1.1.1', value: 'yes', detail: null, version: 1, author, at, ...more }
}

test('entries are found by what they are about', () => {
  const fact = entry({ kind: 'fact', item: 'gender', value: 'male' })
  const entries = currentEntries([entry({}), fact])
  expect(entries.find({ kind: 'fact', item: 'gender' })).toBe(fact)
  expect(entries.find({ kind: 'note', item: '1.1.1' })).toBeUndefined()
  expect([entries.answer('1.1.1'), entries.answer('1.1.2'), entries.answer('gender')]).toEqual([
    'yes',
    null,
    null,
  ])
  expect([entries.fact('gender'), entries.fact('age'), entries.fact('1.1.1')]).toEqual(['male', null, null])
})

test('only what people wrote and did not take back counts as written', () => {
  const all = [
    entry({}),
    entry({ item: '1.1.2', value: null }),
    entry({ kind: 'fact', item: 'gender', author: caseListAuthor }),
    entry({ kind: 'fact', item: 'interview-at', author: timetableAuthor }),
    entry({ kind: 'fact', item: 'age', author: { ...caseListAuthor, personId: 'a' } }),
    entry({ kind: 'fact', item: 'disposal', author: { personId: null, name: 'command line' } }),
  ]
  expect(countWritten(currentEntries(all))).toBe(3)
  expect(countWritten(currentEntries([]))).toBe(0)
})
