import { describe, expect, test } from 'vitest'
import { parseCalendarDate } from '../../../core/kernel/calendarDate.ts'
import type { Result } from '../../../core/kernel/result.ts'
import { usualWeights } from '../../../core/sampling/allocation/difficulty.ts'
import { usualDay } from '../../../core/sampling/allocation/fieldworkDay.ts'
import { conflictForm, personForm, seenVersion, settingsForm } from './forms.ts'
import { storedForm } from './settings-page/settingsPage.ts'

const faults = (result: Result<unknown>) =>
  result.ok ? [] : result.problems.map(({ code, place }) => [code.replace('allocation.', ''), place.field])

describe('the form of a person', () => {
  const body = {
    name: ' Ann  Ames ',
    role: 'inspector',
    casesPerDay: '2',
    'day-1': 'yes',
    'day-9': 'yes',
    account: 'p1',
    version: '3',
  }

  test('is read with the days that fieldwork has', () => {
    expect(personForm(body, ['westbrook'], 5)).toEqual({
      ok: true,
      value: {
        name: 'Ann Ames',
        role: 'inspector',
        ownServiceId: null,
        casesPerDay: 2,
        days: [1],
        personId: 'p1',
        version: 3,
      },
    })
  })

  test('asks a local assessor for their service, which may be none of the register', () => {
    const local = { ...body, role: 'local-assessor' }
    expect(faults(personForm(local, ['westbrook'], 5))).toEqual([['own-service-missing', 'ownService']])
    expect(personForm({ ...local, ownService: 'westbrook' }, ['westbrook'], 5)).toMatchObject({
      value: { ownServiceId: 'westbrook' },
    })
    expect(personForm({ ...local, ownService: 'other' }, ['westbrook'], 5)).toMatchObject({
      value: { ownServiceId: null },
    })
  })

  test('names everything that is wrong at once', () => {
    expect(faults(personForm({ casesPerDay: '11' }, [], 5))).toEqual([
      ['name-missing', 'name'],
      ['role-missing', 'role'],
      ['number-outside', 'casesPerDay'],
    ])
  })

  test.each(['', '-1', '1e3', 'two'])('takes the version “%s” as one that was never stored', (version) => {
    expect(seenVersion({ version })).toBe(-1)
  })
})

describe('the form of a conflict of interest', () => {
  const body = { assessor: 'ann', reason: 'Friends.', case: 'C-1', caseManager: 'Jo' }

  test.each([
    ['service', null],
    ['case', 'C-1'],
    ['case-manager', 'Jo'],
  ])('about the %s keeps %s', (kind, about) => {
    expect(conflictForm({ ...body, kind })).toMatchObject({ value: { kind, about } })
  })

  test('names everything that is missing at once', () => {
    expect(faults(conflictForm({}))).toEqual([
      ['person-missing', 'assessor'],
      ['conflict-kind-missing', 'kind'],
      ['reason-missing', 'reason'],
    ])
    expect(faults(conflictForm({ ...body, kind: 'case', case: '' }))).toEqual([['about-missing', 'case']])
  })
})

describe('the form of the settings', () => {
  const day = parseCalendarDate('2026-06-01')
  if (day === undefined) throw new Error('no day')
  const settings = {
    weights: usualWeights,
    fieldwork: { ...usualDay, days: [day] },
    seed: 'agreed',
    version: 4,
  }

  test('gives back what was stored', () => {
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
    expect(faults(settingsForm(body))).toEqual([
      ['time-not-understood', 'dayStart'],
      ['number-outside', 'custody'],
      ['day-not-understood', 'days'],
      ['break-not-understood', 'breaks'],
    ])
  })
})
