import { describe, expect, test } from 'vitest'
import { problemsOf } from '../../../../core/kernel/problem.ts'
import { inspectionIdFor } from '../../../inspections/inspection.ts'
import { intakeProblems } from '../../problems.ts'
import { hashOfAnnouncement } from '../correctInspection.ts'
import { correctView } from './correctPage.view.ts'

const problem = problemsOf(intakeProblems)
const inspection = {
  id: inspectionIdFor('Northmoor', '2024-06'),
  serviceName: 'Northmoor',
  editionId: 'yos-2021',
  fieldworkStarted: '2024-06-10',
  published: null,
  source: null,
  madeUp: true,
  cases: [],
}
const correctable = { inspection, edition: 'Edition of 2021', hasWork: false }
const typed = { service: 'Southmoor', edition: 'yos-2018', 'fieldwork-month': '7', reason: 'A slip.' }
const sent = (code: 'inspection.reason-missing' | 'inspection.corrected-meanwhile') => ({
  form: '',
  values: typed,
  problems: [problem(code, {})] as const,
})

describe('the form that corrects an inspection', () => {
  test('shows what is stored, and the version that was seen', () => {
    const view = correctView(correctable, null)
    expect(view).toMatchObject({
      id: 'northmoor-2024-06',
      action: '/inspections/northmoor-2024-06/correct',
      withdrawHref: '/inspections/northmoor-2024-06/withdraw',
      isFixed: false,
      stored: null,
    })
    expect(view.values).toEqual({
      service: 'Northmoor',
      edition: 'yos-2021',
      'fieldwork-day': '10',
      'fieldwork-month': '06',
      'fieldwork-year': '2024',
      madeUp: 'yes',
      reason: '',
    })
    expect(view.seen).toBe(hashOfAnnouncement(inspection))
    expect(view.seen).not.toBe(hashOfAnnouncement({ ...inspection, madeUp: false }))
  })

  test('has empty fields for a date that is not known', () => {
    const unknown = { ...inspection, fieldworkStarted: null }
    expect(correctView({ ...correctable, inspection: unknown }, null).values).toMatchObject({
      'fieldwork-day': '',
      'fieldwork-month': '',
      'fieldwork-year': '',
    })
  })

  test('shows what was typed if it was refused, and a box without a tick as such', () => {
    const { values, stored } = correctView(correctable, sent('inspection.reason-missing'))
    expect(values).toMatchObject({ ...typed, 'fieldwork-year': '2024', madeUp: '' })
    expect(stored).toBeNull()
  })

  test('shows what someone else stored meanwhile next to what was typed', () => {
    const { values, stored } = correctView(correctable, sent('inspection.corrected-meanwhile'))
    expect(values.service).toBe('Southmoor')
    expect(stored?.map(({ key, value }) => `${key.text}: ${value.text}`)).toEqual([
      'Service: Northmoor',
      'Edition: Edition of 2021',
      'Start of fieldwork: 10 June 2024',
      'Made up: Yes',
    ])
  })

  test('changes only the date once work has begun, whatever was sent', () => {
    const { values, isFixed } = correctView(
      { ...correctable, hasWork: true },
      sent('inspection.reason-missing'),
    )
    expect(isFixed).toBe(true)
    expect(values).toMatchObject({
      service: 'Northmoor',
      edition: 'yos-2021',
      madeUp: 'yes',
      'fieldwork-month': '7',
      reason: 'A slip.',
    })
  })
})
