import { describe, expect, test } from 'vitest'
import { problemsOf } from '../kernel/problem.ts'
import { kernelProblems } from '../kernel/problems.ts'
import { textLimits } from '../kernel/textLimits.ts'
import { decideConflict } from './decideConflict.ts'
import type { EntryVersion } from './entry.ts'
import { fieldworkRuleProblems } from './problems.ts'

const problem = problemsOf({ ...fieldworkRuleProblems, ...kernelProblems })

const author = { personId: 'a', name: 'Ada Price' }
const current: EntryVersion = { version: 2, value: 'yes', detail: null, author, at: '2026-06-01T09:00:00Z' }
const chosen = (value: string | null, sawVersion = 2, detail: string | null = null) => ({
  value,
  detail,
  sawVersion,
})

describe('between two values of one entry', () => {
  test('the current value is chosen: it makes no new version', () => {
    expect(decideConflict(current, 1, chosen('yes'), 'Seen in the file')).toEqual({
      ok: true,
      value: { version: null, value: { value: 'yes', detail: null } },
    })
  })

  test.each([
    ['the other', 'no', null],
    ['a third', 'na', 'No victim'],
    ['the same answer for another reason', 'yes', 'Seen in the file'],
    ['none', null, null],
  ])('%s is chosen: it becomes the next version', (_, value, detail) => {
    expect(decideConflict(current, 1, chosen(value, 2, detail), 'Seen in the file')).toEqual({
      ok: true,
      value: { version: 3, value: { value, detail } },
    })
  })

  test('of an entry that has no value yet the first version is decided', () => {
    expect(decideConflict(undefined, 1, chosen('no', 0), 'Why')).toMatchObject({ value: { version: 1 } })
    expect(decideConflict(undefined, 1, chosen(null, 0), 'Why')).toMatchObject({ value: { version: null } })
  })
})

describe('is refused', () => {
  const problemsOf = (result: ReturnType<typeof decideConflict>) => (result.ok ? [] : result.problems)
  const tooLong = textLimits.reason + 1

  test.each([
    ['if nothing is open', 0, 'Why', 2, problem('fieldwork.conflict-not-found', {})],
    ['without a reason', 1, null, 2, problem('fieldwork.reason-missing', {}, { field: 'reason' })],
    ['with an empty reason', 1, ' ', 2, problem('fieldwork.reason-missing', {}, { field: 'reason' })],
    [
      'with a reason that is too long',
      1,
      'a'.repeat(tooLong),
      2,
      problem('text.too-long', { count: tooLong, limit: textLimits.reason }, { field: 'reason' }),
    ],
    [
      'if the current value is a later one',
      1,
      'Why',
      1,
      problem('fieldwork.conflict-moved-on', {}, { field: 'choice' }),
    ],
  ])('%s', (_, keptCount, reason, saw, refusal) => {
    expect(problemsOf(decideConflict(current, keptCount, chosen('no', saw), reason))).toEqual([refusal])
  })
})
