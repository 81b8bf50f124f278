import { describe, expect, test } from 'vitest'
import { parseCalendarDate } from '../../../../core/kernel/calendarDate.ts'
import type { Result } from '../../../../core/kernel/result.ts'
import { usualWeights } from '../../../../core/sampling/allocation/difficulty.ts'
import { usualDay } from '../../../../core/sampling/allocation/fieldworkDay.ts'
import { settingsForm, storedForm } from './settings.form.ts'

const problemsOf = (result: Result<unknown>) =>
  result.ok ? [] : result.problems.map(({ code, place }) => [code.replace('allocation.', ''), place.field])

describe('the form of the settings', () => {
  const day = parseCalendarDate('2026-06-01')
  if (day === undefined) throw new Error('no day')
  const settings = {
    weights: usualWeights,
    fieldwork: { ...usualDay, days: [day] },
    seed: 'agreed',
    version: 4,
  }

  test('reads what it was filled with', () => {
    expect(settingsForm({ ...storedForm(settings), version: '4' })).toEqual({ ok: true, value: settings })
  })

  test('names each day, break, time and number that it cannot read', () => {
    const body = {
      ...storedForm(settings),
      days: '2026-06-31',
      breaks: '2-15',
      dayStart: 'nine',
      custody: '21',
    }
    expect(problemsOf(settingsForm(body))).toEqual([
      ['time-not-understood', 'dayStart'],
      ['number-outside', 'custody'],
      ['day-not-understood', 'days'],
      ['break-not-understood', 'breaks'],
    ])
  })
})
