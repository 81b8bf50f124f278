import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseSteps, isOpen, newCase, stepsFrom, takeStep } from './caseProgress.ts'

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
  test('not handed in while 3 things are missing', () => {
    expect(codes(takeStep(newCase, 'hand-in', null, 3))).toEqual(['fieldwork.case-incomplete'])
  })
  test('returned only with comments', () => {
    expect(codes(takeStep(ready, 'return', null, 0))).toEqual(['fieldwork.comment-missing'])
    expect(takeStep(ready, 'return', 'Look at 2.1.2 again', 0).ok).toBe(true)
  })
  test('checked when it is ready, and then signed, returned or taken back', () => {
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
  test('opened again as a new version, with the reason', () => {
    expect(codes(takeStep(signed, 'reopen', null, 0))).toEqual(['fieldwork.comment-missing'])
    expect(takeStep(signed, 'reopen', 'New evidence', 0)).toEqual({
      ok: true,
      value: { status: 'open', round: 2 },
    })
  })
  test('a returned case may be written and handed in again', () => {
    const returned = { status: 'returned', round: 1 } as const
    expect(isOpen(returned)).toBe(true)
    expect(stepsFrom(returned)).toEqual(['hand-in'])
  })
  test('every fault is told at once', () => {
    expect(codes(takeStep(newCase, 'return', null, 1))).toEqual([
      'fieldwork.step-not-now',
      'fieldwork.comment-missing',
    ])
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
