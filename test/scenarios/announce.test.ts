/** An inspection is put on the register by its page's use-case, once. */
import { expect, test } from 'vitest'
import { findInspection } from '../../src/app/inspections/inspections.queries.ts'
import { whichInspection } from '../../src/app/inspections/whichInspection.form.ts'
import { announceInspection } from '../../src/app/intake/announce/announceInspection.ts'
import { findStage } from '../../src/app/people/access/rights.queries.ts'
import { useDatabase } from '../support/database.ts'
import { codesOf, doneValue } from '../support/results.ts'
import { projectEditions } from '../support/sampleOfNorthmoor.ts'

const shell = useDatabase()
const typed = {
  service: ' Fellmouth YJS ',
  edition: 'yos-2021',
  'fieldwork-month': '6',
  'fieldwork-year': '2024',
}

test('announced, it is on the register with nothing in it, at its first stage, and on record', async () => {
  const which = { ...doneValue(whichInspection(typed)), madeUp: true }
  const id = doneValue(await announceInspection(shell(), await projectEditions(), which))
  expect(await findInspection(shell().database, id)).toEqual({
    id: 'fellmouth-2024-06',
    serviceName: 'Fellmouth YJS',
    editionId: 'yos-2021',
    fieldworkStarted: '2024-06',
    published: null,
    source: null,
    madeUp: true,
    cases: [],
  })
  expect(await findStage(shell().database, id)).toBe('announced')
  const events = await shell().database.selectFrom('audit_event').select(['action', 'subject']).execute()
  expect(events).toContainEqual({ action: 'inspection.announce', subject: id })
})

test('the same service in the same month is announced once; another edition does not make it another', async () => {
  const which = { ...doneValue(whichInspection({ ...typed, 'fieldwork-day': '10' })), madeUp: false }
  doneValue(await announceInspection(shell(), await projectEditions(), which))
  const again = { ...which, fieldworkStarted: '2024-06', editionId: 'yos-2018' }
  expect(codesOf(await announceInspection(shell(), await projectEditions(), again))).toEqual([
    'inspection.announced-already',
  ])
})

test('every field that is missing is named at once, and an edition that there is none of', async () => {
  expect(codesOf(whichInspection({ 'fieldwork-month': '13', 'fieldwork-year': '2024' }))).toEqual([
    'inspection.service-missing',
    'inspection.edition-not-chosen',
    'inspection.date-malformed',
  ])
  const which = { ...doneValue(whichInspection({ ...typed, edition: 'none' })), madeUp: false }
  expect(codesOf(await announceInspection(shell(), await projectEditions(), which))).toEqual([
    'inspection.edition-not-chosen',
  ])
})
