import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemsOf } from '../kernel/problem.ts'
import { kernelProblems } from '../kernel/problems.ts'
import { textLimits } from '../kernel/textLimits.ts'
import {
  caseStatuses,
  caseSteps,
  isOpen,
  newCase,
  progressTitle,
  stepsFrom,
  takeStep,
} from './caseProgress.ts'
import { fieldworkRuleProblems } from './problems.ts'

const problem = problemsOf({ ...fieldworkRuleProblems, ...kernelProblems })

const ready = { status: 'ready', round: 1 } as const
const checked = { status: 'checked', round: 1 } as const
const signed = { status: 'signed', round: 1 } as const

function codes(result: ReturnType<typeof takeStep>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ code }) => code)
}

describe('a case goes from open over ready and checked to signed', () => {
  test('handed in when nothing is missing', () => {
    expect(takeStep(newCase, 'hand-in', null, 0)).toEqual({ ok: true, value: ready })
  })
  test('not handed in while 3 items are missing', () => {
    expect(codes(takeStep(newCase, 'hand-in', null, 3))).toEqual(['fieldwork.case-incomplete'])
  })
  test('returned only with comments', () => {
    expect(codes(takeStep(ready, 'return', null, 0))).toEqual(['fieldwork.comment-missing'])
    expect(takeStep(ready, 'return', 'Look at 2.1.2 again', 0).ok).toBe(true)
  })
  test('checked when it is ready, and then signed, returned or brought back', () => {
    expect(codes(takeStep(newCase, 'check', null, 0))).toEqual(['fieldwork.step-not-now'])
    expect(takeStep(ready, 'check', null, 0)).toEqual({ ok: true, value: checked })
    expect(isOpen(checked)).toBe(false)
    expect(stepsFrom(checked)).toEqual(['take-back', 'return', 'sign'])
  })
  test('signed only when it is checked', () => {
    expect(codes(takeStep(newCase, 'sign', null, 0))).toEqual(['fieldwork.step-not-now'])
    expect(codes(takeStep(ready, 'sign', null, 0))).toEqual(['fieldwork.step-not-now'])
    expect(takeStep(checked, 'sign', null, 0)).toEqual({ ok: true, value: signed })
  })
  test('reopened as a new version, with the reason', () => {
    expect(codes(takeStep(signed, 'reopen', null, 0))).toEqual(['fieldwork.comment-missing'])
    expect(takeStep(signed, 'reopen', 'New evidence', 0)).toEqual({
      ok: true,
      value: { status: 'open', round: 2 },
    })
  })
  test('a returned case can be changed and handed in again', () => {
    const returned = { status: 'returned', round: 1 } as const
    expect(isOpen(returned)).toBe(true)
    expect(stepsFrom(returned)).toEqual(['hand-in'])
  })
  test('every problem is listed at once', () => {
    expect(codes(takeStep(newCase, 'return', null, 1))).toEqual([
      'fieldwork.step-not-now',
      'fieldwork.comment-missing',
    ])
  })
})

describe('the table of steps', () => {
  // From where, to where, whether it needs words, and whether it needs a complete case.
  test.each([
    ['hand-in', ['open', 'returned'], 'ready', false, true],
    ['take-back', ['ready', 'checked'], 'open', false, false],
    ['check', ['ready'], 'checked', false, true],
    ['return', ['ready', 'checked'], 'returned', true, false],
    ['sign', ['checked'], 'signed', false, true],
    ['reopen', ['signed'], 'open', true, false],
  ] as const)('%s', (step, from, to, needsComment, needsComplete) => {
    for (const status of caseStatuses) {
      const taken = takeStep({ status, round: 1 }, step, 'words', 0)
      const leads = from.some((each) => each === status)
      expect(taken.ok ? taken.value.status : codes(taken)).toEqual(leads ? to : ['fieldwork.step-not-now'])
      expect(stepsFrom({ status, round: 1 }).includes(step)).toBe(leads)
    }
    const [status] = from
    expect(takeStep({ status, round: 1 }, step, null, 0).ok).toBe(!needsComment)
    expect(takeStep({ status, round: 1 }, step, 'words', 1).ok).toBe(!needsComplete)
  })

  test('answers may be changed while a case is open or returned', () => {
    expect(caseStatuses.filter((status) => isOpen({ status }))).toEqual(['open', 'returned'])
  })

  test('a refusal names the step, the status, the count and the field', () => {
    const long = 'a'.repeat(textLimits.reason + 1)
    const field = { field: 'comment' }
    const problemsOf = (result: ReturnType<typeof takeStep>) => (result.ok ? [] : result.problems)
    expect(problemsOf(takeStep(signed, 'return', null, 0))).toEqual([
      problem('fieldwork.step-not-now', { step: 'return', status: 'signed' }),
      problem('fieldwork.comment-missing', { step: 'return' }, field),
    ])
    expect(problemsOf(takeStep(newCase, 'hand-in', long, 3))).toEqual([
      problem('text.too-long', { count: textLimits.reason + 1, limit: textLimits.reason }, field),
      problem('fieldwork.case-incomplete', { missing: '3 items are missing' }),
    ])
  })

  test('every status has a title of its own, and an open case tells whether anything was written', () => {
    const titles = caseStatuses.map((status) => progressTitle({ status, round: 1 }, 1))
    expect(new Set([...titles, progressTitle(newCase, 0)]).size).toBe(caseStatuses.length + 1)
    expect(progressTitle(signed, 0)).toBe(progressTitle(signed, 5))
  })
})

describe('always', () => {
  const steps = fc.array(fc.constantFrom(...caseSteps), { maxLength: 30 })

  test('a round never goes back, and nothing is open once it is signed but by opening it again', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        taken.reduce((progress, step) => {
          const next = takeStep(progress, step, 'words', 0)
          if (!next.ok) return progress
          expect(next.value.round - progress.round).toBe(step === 'reopen' ? 1 : 0)
          if (progress.status === 'signed') expect(step).toBe('reopen')
          return next.value
        }, newCase)
      }),
    )
  })
})
