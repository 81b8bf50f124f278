import { expect, test } from 'vitest'
import { announcementForm } from './announcement.form.ts'

const filledIn = {
  service: ' York ',
  edition: 'yos-2021',
  'fieldwork-day': '',
  'fieldwork-month': '9',
  'fieldwork-year': '2022',
}
const york = { serviceName: 'York', editionId: 'yos-2021', fieldworkStarted: '2022-09', madeUp: false }

test.each([
  ['a month', {}, york],
  ['a day', { 'fieldwork-day': '5' }, { ...york, fieldworkStarted: '2022-09-05' }],
  ['a made-up inspection', { madeUp: 'yes' }, { ...york, madeUp: true }],
  ['a box with another value', { madeUp: 'true' }, york],
])('a form with %s is an announcement', (_, values, announcement) => {
  expect(announcementForm({ ...filledIn, ...values })).toEqual({ ok: true, value: announcement })
})

test.each([
  ['no service', { service: ' ' }, ['inspection.service-missing service']],
  ['no edition', { edition: '' }, ['inspection.edition-not-chosen edition']],
  ['no year', { 'fieldwork-year': '' }, ['inspection.date-malformed fieldwork-month']],
  ['a day that does not exist', { 'fieldwork-day': '31' }, ['inspection.date-malformed fieldwork-month']],
  [
    'nothing',
    { service: '', edition: '', 'fieldwork-month': '', 'fieldwork-year': '' },
    [
      'inspection.service-missing service',
      'inspection.edition-not-chosen edition',
      'inspection.date-malformed fieldwork-month',
    ],
  ],
])('a form with %s is refused at its fields', (_, values, expected) => {
  const form = announcementForm({ ...filledIn, ...values })
  expect(form.ok ? [] : form.problems.map(({ code, place }) => `${code} ${place.field}`)).toEqual(expected)
})
