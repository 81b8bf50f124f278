/** Who sees what of the audit log: your own history, a person's, an inspection's; and nothing of a case past its readers. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { giveRole } from '../../src/app/people/access/assignRoles.ts'
import { closePerson } from '../../src/app/people/accounts/managePeople.ts'
import { done } from '../../src/core/kernel/result.ts'
import { recordAudit } from '../../src/platform/audit.queries.ts'
import { auditHeadCommand } from '../../src/platform/auditCommands.ts'
import type { AuditedChange } from '../../src/platform/auditTable.ts'
import { type AccessServer, addTestPerson, openAccessServer, testPassword } from '../support/accessServer.ts'
import { setStage } from '../support/fieldwork.ts'
import { doneValue } from '../support/results.ts'
import { runCommand } from '../support/runCommand.ts'
import { type TestBrowser, testBrowser } from '../support/testBrowser.ts'
import { testNow } from '../support/testNow.ts'

let running: AccessServer
type Person = { readonly name: string; readonly personId: string; readonly browser: TestBrowser }
let lead: Person
let assessor: Person
let administrator: Person
let head: Person

beforeAll(async () => {
  running = await openAccessServer()
  const { database } = running.shell
  await database.insertInto('service').values({ service_id: 'north', name: 'Northmoor' }).execute()
  for (const inspection_id of ['north-1', 'north-2']) {
    const made = { inspection_id, service_id: 'north', edition_id: 'invented', made_up: true }
    await database
      .insertInto('inspection')
      .values({ ...made, imported_at: testNow })
      .execute()
  }
  lead = await aPerson('Lena Lead')
  assessor = await aPerson('Lewis Local')
  administrator = await aPerson('Ada Admin', 'administrator')
  head = await aPerson('Rhian Head', 'head-of-programme')
  doneValue(await giveRole(running.shell, 'north-1', { email: 'lena.lead@example.org', role: 'lead' }))
  doneValue(
    await giveRole(running.shell, 'north-1', { email: 'lewis.local@example.org', role: 'local-assessor' }),
  )
  await does(assessor, written, 'north-1', 'C-17 answer 2.1.1', 'the words of the answer')
  await does(assessor, handedIn, 'north-1', 'C-17', 'a comment about the child')
  await does(assessor, written, 'north-2', 'C-99 note 2.1', 'the words of the other note')
  await does(lead, excluded, 'north-1', 'C-23', 'the child has moved')
})
afterAll(() => running?.close())
beforeEach(() => setStage(running.shell, 'north-1', 'fieldwork'))

async function aPerson(name: string, role?: 'administrator' | 'head-of-programme'): Promise<Person> {
  const { personId, email } = await addTestPerson(running.shell, name, role === undefined ? [] : [role])
  const browser = testBrowser(running.server)
  await browser.get('/sign-in')
  await browser.post('/sign-in', { email, password: testPassword, passcode: '', to: '/account' })
  return { name, personId, browser }
}

const written: AuditedChange = {
  action: 'case.answer',
  before: { version: 1 },
  after: { version: 2, value: 'was the words', detail: 'the words of the detail' },
}
const handedIn: AuditedChange = {
  action: 'case.hand-in',
  before: { status: 'open', round: 1 },
  after: { status: 'ready', round: 1 },
}
const viewed: AuditedChange = { action: 'case.attend', before: null, after: null }
const excluded: AuditedChange = {
  action: 'sample.exclude',
  before: null,
  after: { caseId: 'C-23', reason: 'was the words', by: 'was the words' },
}

async function does(
  who: Person,
  change: AuditedChange,
  inspectionId: string,
  subject: string,
  words: string,
) {
  const shell = { ...running.shell, actor: { name: who.name, personId: who.personId } }
  await running.shell.transact(async (tx) =>
    done(await recordAudit(tx, shell, { ...change, inspectionId, subject, reason: `why: ${words}` })),
  )
}

async function pageOf({ browser }: Person, path: string) {
  const response = await browser.get(path)
  const rows = [...response.body.matchAll(/<tr class="govuk-table__row">(.*?)<\/tr>/gs)].slice(1)
  const lines = rows.map(([, row = '']) =>
    row
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  return { status: response.statusCode, body: response.body, lines }
}

const at = '1 June 2026 at 10am'

describe('your own history', () => {
  test('shows what a person did and what was done to their account and roles, the newest first, and no more', async () => {
    const { status, lines } = await pageOf(assessor, '/account/history')
    expect(status).toBe(200)
    expect(lines).toEqual([
      `${at} Lewis Local Wrote an answer, note or fact Case C-99 north-2`,
      `${at} Lewis Local Handed in a case “why: a comment about the child” Case C-17 north-1`,
      `${at} Lewis Local Wrote an answer, note or fact “why: the words of the answer” Case C-17, answer 2.1.1 north-1`,
      `${at} test Gave or removed a role Given: Local assessor Lewis Local north-1`,
      `${at} Lewis Local Signed in Lewis Local`,
      `${at} Lewis Local Set a password Lewis Local`,
      `${at} test Added an account Lewis Local`,
    ])
  })

  test('never shows a value, and links to a case only where one may read it', async () => {
    const during = await pageOf(assessor, '/account/history')
    expect(during.body).toContain('href="/inspections/north-1/cases/C-17/history"')
    expect(during.body).not.toContain('north-2/cases')
    expect(during.body).not.toContain('was the words')
    expect(during.body).not.toContain('other note')
    // Fieldwork is over, and with it a local assessor's right to read cases.
    await setStage(running.shell, 'north-1', 'ratings')
    const after = await pageOf(assessor, '/account/history')
    expect(after.lines[1]).toBe(`${at} Lewis Local Handed in a case Case C-17 north-1`)
    expect(after.lines[2]).toBe(`${at} Lewis Local Wrote an answer, note or fact Case C-17 north-1`)
    expect(after.body).not.toMatch(/comment about|2\.1\.1|\/cases\//)
  })

  test('is for the person who is signed in, and nobody else’s', async () => {
    expect((await testBrowser(running.server).get('/account/history')).statusCode).toBe(303)
    const own = await pageOf(lead, `/account/history?person=${assessor.personId}`)
    expect(own.body).not.toContain('C-17')
  })
})

describe('the history of an inspection', () => {
  test('shows its lead what everyone did in it, and nothing of other inspections or of accounts', async () => {
    const { lines, body } = await pageOf(lead, '/inspections/north-1/history')
    expect(lines).toEqual([
      `${at} Lena Lead Excluded a case from the sample, or included it again “why: the child has moved” C-23`,
      `${at} Lewis Local Handed in a case “why: a comment about the child” Case C-17`,
      `${at} Lewis Local Wrote an answer, note or fact “why: the words of the answer” Case C-17, answer 2.1.1`,
      `${at} test Gave or removed a role Given: Local assessor Lewis Local`,
      `${at} test Gave or removed a role Given: Lead inspector Lena Lead`,
    ])
    expect(body).not.toMatch(/north-2|Signed in|C-99/)
  })

  test('shows what one person did in it', async () => {
    const { lines } = await pageOf(lead, `/inspections/north-1/history?person=${assessor.personId}`)
    expect(lines.map((line) => line.includes('Lewis Local'))).toEqual([true, true])
  })

  test('is closed to its other people, to the lead of another, and to a person’s whole history', async () => {
    expect((await pageOf(assessor, '/inspections/north-1/history')).status).toBe(403)
    expect((await pageOf(lead, '/inspections/north-2/history')).status).toBe(403)
    expect((await pageOf(lead, `/people/${assessor.personId}/history`)).status).toBe(403)
  })

  test('ends with the line that is to be stored elsewhere', async () => {
    const { out } = await runCommand(running.shell, auditHeadCommand)
    const line = out.split('\n').find((one) => one.includes(' north-1 '))
    expect(line).toMatch(/ north-1 5 [0-9a-f]{64}$/)
    expect((await pageOf(lead, '/inspections/north-1/history')).body).toContain(line)
  })
})

describe('the history of a person', () => {
  test('shows administrators account, actions and places, and nothing that is said about cases', async () => {
    const { lines, body } = await pageOf(administrator, `/people/${assessor.personId}/history`)
    expect(lines.slice(0, 3)).toEqual([
      `${at} Lewis Local Wrote an answer, note or fact Case C-99 north-2`,
      `${at} Lewis Local Handed in a case Case C-17 north-1`,
      `${at} Lewis Local Wrote an answer, note or fact Case C-17 north-1`,
    ])
    expect(lines.slice(3)).toHaveLength(4)
    expect(body).not.toMatch(/why:|2\.1\.1|\/cases\//)
  })

  test('shows the head of programme, who may read the cases once fieldwork is over, where to read on', async () => {
    const during = await pageOf(head, `/people/${assessor.personId}/history`)
    expect(during.body).not.toContain('/cases/C-17')
    await setStage(running.shell, 'north-1', 'ratings')
    const { body } = await pageOf(head, `/people/${assessor.personId}/history`)
    expect(body).toContain('href="/inspections/north-1/cases/C-17/history"')
  })

  test('tells of a change that someone else made to the account', async () => {
    const { personId, name } = await aPerson('Nia New')
    doneValue(await closePerson(running.shell, personId, true))
    const { lines } = await pageOf(administrator, `/people/${personId}/history?kind=account`)
    expect(lines[0]).toBe(`${at} test Closed or reopened an account Closed ${name}`)
  })

  test('of nobody is not found', async () => {
    expect((await pageOf(administrator, '/people/none/history')).status).toBe(404)
  })
})

describe('a part of a history', () => {
  test.each([
    ['kind=case', 3],
    ['kind=account', 3],
    ['kind=inspection', 1],
    ['inspection=north-2', 1],
    ['kind=case&inspection=north-1', 2],
    ['from=1%2F6%2F2026&to=1%2F6%2F2026', 7],
    ['to=31%2F5%2F2026', 0],
    ['kind=&inspection=&from=&to=', 7],
  ])('%s', async (query, count) => {
    const { status, lines } = await pageOf(assessor, `/account/history?${query}`)
    expect([status, lines.length]).toEqual([200, count])
  })

  test('a date that is none is said, and what was chosen stays', async () => {
    const { status, body, lines } = await pageOf(assessor, '/account/history?kind=case&from=31%2F6%2F2026')
    expect([status, lines.length]).toEqual([422, 3])
    expect(body).toContain('“31/6/2026” is not a date that can be used here.')
  })

  test('a day is a day in London, when clocks change too', async () => {
    const { personId, browser, name } = await aPerson('Clock Case')
    for (const moment of ['2025-10-25T22:59:59Z', '2025-10-25T23:00:00Z', '2025-10-26T23:59:59Z']) {
      const shell = { actor: { name, personId }, now: () => new Date(moment) }
      const nothing = { inspectionId: null, before: null, after: null, reason: null }
      await running.shell.transact(async (tx) =>
        done(await recordAudit(tx, shell, { action: 'session.end', subject: personId, ...nothing })),
      )
    }
    const day = 'from=26%2F10%2F2025&to=26%2F10%2F2025'
    const { lines } = await pageOf({ personId, browser, name }, `/account/history?${day}`)
    expect(lines).toHaveLength(2)
  })

  test('long ones come in pages of fifty, each event on one of them', async () => {
    const busy = await aPerson('Busy Bee')
    for (let number = 1; number <= 118; number += 1) await does(busy, viewed, 'north-2', `C-${number}`, '')
    const found: string[] = []
    for (const page of [1, 2, 3]) {
      const { lines, body } = await pageOf(busy, `/account/history?kind=case&page=${page}`)
      expect(body).toContain(`Showing ${page * 50 - 49} to ${Math.min(page * 50, 118)} of 118 total events`)
      found.push(...lines.map((line) => / (C-\d+) /.exec(line)?.[1] ?? line))
    }
    expect(found).toEqual(Array.from({ length: 118 }, (_, index) => `C-${118 - index}`))
  })
})
