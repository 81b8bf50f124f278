import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  conflictReasons,
  decideWrite,
  type EntryRecord,
  isBarred,
  recordWrite,
  type WriteDecision,
} from './decideWrite.ts'
import { caseListAuthor, type EntryVersion, type EntryWrite } from './entry.ts'

const mayWrite = { caseIsOpen: true, authorBarred: null }
const inspector = { personId: 'a', name: 'Ada Price' }

function version(number: number, value: string | null): EntryVersion {
  return { version: number, value, detail: null, author: inspector, at: '2026-06-01T09:00:00Z' }
}

function write(value: string | null, sawVersion: number, detail: string | null = null): EntryWrite {
  return { value, detail, sawVersion }
}

describe('a write says which version it saw', () => {
  test('the first answer, of someone who saw none, is saved as version 1', () => {
    expect(decideWrite(undefined, write('yes', 0), mayWrite)).toEqual({ kind: 'saved', version: 1 })
  })
  test('who saw the current value replaces it', () => {
    expect(decideWrite(version(4, 'yes'), write('no', 4), mayWrite)).toEqual({ kind: 'saved', version: 5 })
  })
  test('a writer who saw an earlier value does not replace it: both are saved', () => {
    const decided = decideWrite(version(4, 'yes'), write('no', 3), mayWrite)
    expect(decided).toEqual({ kind: 'kept', because: 'changed-meanwhile' })
  })
  test('two first answers at once: the second is saved as a conflict', () => {
    expect(decideWrite(version(1, 'yes'), write('no', 0), mayWrite).kind).toBe('kept')
  })
  test('the same answer twice is one answer, whatever was seen', () => {
    expect(decideWrite(version(4, 'yes'), write('yes', 0), mayWrite)).toEqual({ kind: 'same' })
  })
  test('what the case list said is confirmed by who says the same, once, while the case is open', () => {
    const listed = { ...version(1, 'male'), author: caseListAuthor }
    expect(decideWrite(listed, write('male', 1), mayWrite)).toEqual({ kind: 'saved', version: 2 })
    expect(decideWrite(listed, write('male', 1), { ...mayWrite, caseIsOpen: false })).toEqual({
      kind: 'same',
    })
    expect(decideWrite(version(2, 'male'), write('male', 1), mayWrite)).toEqual({ kind: 'same' })
  })
  test('another reason for the same answer is another value', () => {
    expect(decideWrite(version(1, 'na'), write('na', 1, 'No victim'), mayWrite).kind).toBe('saved')
  })
  test('a version that was never given out was not seen', () => {
    expect(decideWrite(version(2, 'yes'), write('no', 9), mayWrite).kind).toBe('kept')
  })
  test('what arrives after the case was handed in is saved as a conflict', () => {
    const decided = decideWrite(version(1, 'yes'), write('no', 1), { ...mayWrite, caseIsOpen: false })
    expect(decided).toEqual({ kind: 'kept', because: 'case-frozen' })
  })
  test.each([
    ['another value', version(1, 'yes'), 'no', 1],
    ['the current value itself', version(1, 'yes'), 'yes', 1],
    ['the first value', undefined, 'yes', 0],
  ])(
    '%s of someone who no longer has permission is saved and never becomes current',
    (_what, current, value, saw) => {
      const decided = decideWrite(current, write(value, saw), {
        ...mayWrite,
        authorBarred: 'right-taken-away',
      })
      expect(decided).toEqual({ kind: 'kept', because: 'right-taken-away' })
    },
  )
  test('nothing said to a question without an answer is nothing new', () => {
    expect(decideWrite(undefined, write(null, 0), mayWrite)).toEqual({ kind: 'same' })
  })
})

test('who lost the right or has a conflict of interest may not read what is there either', () => {
  expect(conflictReasons.filter(isBarred)).toEqual(['right-taken-away', 'conflict-of-interest'])
})

describe('always', () => {
  type Act =
    | { readonly who: 0 | 1; readonly kind: 'look' }
    | { readonly who: 0 | 1; readonly kind: 'write'; readonly value: string }
  const act: fc.Arbitrary<Act> = fc.oneof(
    fc.record({ who: fc.constantFrom<0 | 1>(0, 1), kind: fc.constant('look' as const) }),
    fc.record({
      who: fc.constantFrom<0 | 1>(0, 1),
      kind: fc.constant('write' as const),
      value: fc.constantFrom('yes', 'no', 'na', 'a note'),
    }),
  )

  type Written = { readonly write: EntryWrite; readonly decision: WriteDecision; readonly current: number }

  /** Two inspectors at one entry: each looks now and then, and writes on what they last saw. */
  function play(acts: readonly Act[]): { record: EntryRecord; written: Written[] } {
    const seen = [0, 0]
    const written: Written[] = []
    let record: EntryRecord = { versions: [], kept: [] }
    acts.forEach((each, index) => {
      const current = record.versions.at(-1)?.version ?? 0
      if (each.kind === 'look') {
        seen[each.who] = current
        return
      }
      const attempt = { value: each.value, detail: null, sawVersion: seen[each.who] ?? 0 }
      const by = { author: { personId: String(each.who), name: 'Inspector' }, at: String(index) }
      const result = recordWrite(record, attempt, by, mayWrite)
      record = result.record
      if (result.decision.kind === 'saved') seen[each.who] = result.decision.version
      written.push({ write: attempt, decision: result.decision, current })
    })
    return { record, written }
  }

  test('no acknowledged value is missing, in any interleaving of two inspectors', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const { record, written } = play(acts)
        const there = new Set([...record.versions, ...record.kept].map(({ value }) => value))
        expect(written.every((each) => there.has(each.write.value))).toBe(true)
        const saved = written.filter(({ decision }) => decision.kind === 'saved').length
        const kept = written.filter(({ decision }) => decision.kind === 'kept').length
        expect([record.versions.length, record.kept.length]).toEqual([saved, kept])
      }),
      { numRuns: 2000 },
    )
  })

  test('no value is replaced by someone who had not seen it', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const { written } = play(acts)
        const blind = written.filter(
          ({ decision, write: attempt, current }) =>
            decision.kind === 'saved' && attempt.sawVersion !== current,
        )
        expect(blind).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('versions count from 1 without a gap', () => {
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const { versions } = play(acts).record
        expect(versions.map((each) => each.version)).toEqual(versions.map((_each, index) => index + 1))
      }),
    )
  })
})
