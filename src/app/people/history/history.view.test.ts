import { describe, expect, test } from 'vitest'
import { auditActions } from '../../../bin/audit.ts'
import { actionTexts } from './actionTexts.ts'
import type { HistoryEvent } from './history.queries.ts'
import { caseOfEvent, eventLine } from './history.view.ts'

const texts = actionTexts(auditActions)
const event: HistoryEvent = {
  at: new Date('2026-06-01T09:00:00Z'),
  by: 'Lena Lead',
  personId: 'p 1',
  action: 'case.answer',
  inspectionId: 'york-2026',
  subject: 'C-17 answer 2.1.1',
  subjectName: null,
  before: null,
  after: null,
  reason: 'A reason',
}
const line = (changes: Partial<HistoryEvent>, mayLook = true) =>
  eventLine(texts, { ...event, ...changes }, () => mayLook, false)

test('says when, who, what, where and why', () => {
  expect(eventLine(texts, event, () => true, true)).toEqual({
    at: '1 June 2026 at 10am',
    by: 'Lena Lead',
    byHref: '/people/p%201/history',
    title: 'Wrote an answer, note or fact',
    detail: '',
    reason: 'A reason',
    inspection: 'york-2026',
    inspectionHref: '/inspections/york-2026',
    place: 'Case C-17, answer 2.1.1',
    placeHref: '/inspections/york-2026/cases/C-17/history',
  })
})

test('people who may not read cases see only which case it was', () => {
  expect(line({}, false)).toMatchObject({
    place: 'Case C-17',
    placeHref: null,
    reason: '',
    inspectionHref: null,
  })
})

test.each<[string, Partial<HistoryEvent>]>([
  ['Case C-17, fact', { subject: 'C-17 fact offence' }],
  ['Case C-17', { subject: 'C-17' }],
  ['Maya Iqbal', { action: 'inspection.assign', subject: 'p2', subjectName: 'Maya Iqbal' }],
  ['', { action: 'inspection.change-stage', subject: 'york-2026' }],
  ['', { action: 'case-list.receive', subject: '0123456789abcdef0123' }],
  ['C-23', { action: 'sample.exclude', subject: 'C-23' }],
])('the place is “%s”', (place, changes) => expect(line(changes).place).toBe(place))

test.each<[string, unknown, unknown]>([
  ['Given: Lead inspector', null, { role: 'lead' }],
  ['Removed: Lead inspector', { role: 'lead' }, null],
  ['Fieldwork', { stage: 'before-fieldwork' }, { stage: 'fieldwork' }],
  ['Roles in all inspections: Administrator', null, { name: 'A', overallRoles: ['administrator'] }],
  ['Roles in all inspections: none', null, { name: 'A', overallRoles: [] }],
  ['Closed', { closed: false }, { closed: true }],
  ['Reopened', { closed: true }, { closed: false }],
])('the detail is “%s”', (detail, before, after) => expect(line({ before, after }).detail).toBe(detail))

describe('the case of an event', () => {
  test.each([
    ['case.answer', 'C-17 note 2.1', 'C-17'],
    ['sample.exclude', 'C-23', 'C-23'],
    ['inspection.assign', 'p2', null],
  ])('of %s on %s is %s', (action, subject, caseId) => expect(caseOfEvent({ action, subject })).toBe(caseId))
})
