/** People see of others, and of cases, as much as their work needs; and nobody makes up a lead by themselves. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { giveRole, removeRole } from '../../src/app/people/access/assignRoles.ts'
import { addPerson } from '../../src/app/people/accounts/managePeople.ts'
import { findPersonByEmail } from '../../src/app/people/accounts/people.queries.ts'
import type { Shell } from '../../src/platform/shell.ts'
import { setStage, tokenOf } from '../support/fieldwork.ts'
import { codesOf, doneValue } from '../support/results.ts'
import { signedInHeaders } from '../support/signedInHeaders.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

const inspection = 'northmoor-2024-06'
const base = `/inspections/${inspection}`
let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
  await setStage(server.shell, inspection, 'fieldwork')
})
afterAll(() => server?.close())

async function pageFor(mailbox: string, path: string): Promise<string> {
  const headers = await signedInHeaders(server, mailbox)
  return (await fetch(server.address + path, { headers })).text()
}

async function sendAs(mailbox: string, path: string, fields: Record<string, string>) {
  const headers = await signedInHeaders(server, mailbox)
  const body = new URLSearchParams(fields)
  const sent = await fetch(server.address + path, { method: 'POST', redirect: 'manual', headers, body })
  return { status: sent.status, text: await sent.text() }
}

describe('addresses', () => {
  test.each(['operations', 'lead'])(
    'are shown to %s of nobody whose name tells who it is',
    async (mailbox) => {
      const roles = await pageFor(mailbox, `${base}/people`)
      expect(roles).toContain('Idris (made up)')
      expect(roles).not.toContain('@northmoor.example')
      const people = await pageFor(mailbox, `${base}/allocation/people`)
      expect(people).toContain('Account')
      expect(people).not.toContain('@northmoor.example')
      const headers = {
        authorization: `Bearer ${await tokenOf(server.shell, `${mailbox}@northmoor.example`)}`,
      }
      const listed = await fetch(`${server.address}/api/v1${base}/people`, { headers })
      expect(await listed.text()).not.toContain('@')
    },
  )

  test('are shown of two of one name, on the page of the inspection in which both have a role', async () => {
    for (const email of ['one.namesake@northmoor.example', 'two.namesake@northmoor.example']) {
      doneValue(await addPerson(server.shell, { email, name: 'Nia Namesake', overallRoles: [] }))
      doneValue(await giveRole(server.shell, inspection, { email, role: 'research' }))
    }
    const page = (await pageFor('lead', `${base}/people`)).replaceAll('<wbr>', '')
    expect(page).toContain('one.namesake@northmoor.example')
    expect(page).toContain('two.namesake@northmoor.example')
    expect(page).not.toContain('inspector@northmoor.example')
  })
})

describe('who leads an inspection', () => {
  const lead = { email: 'research@northmoor.example', role: 'lead' }

  test.each(['operations', 'lead'])('is not said by %s, by page or API', async (mailbox) => {
    expect(await pageFor(mailbox, `${base}/people`)).not.toContain('<option value="lead"')
    const sent = await sendAs(mailbox, `${base}/people`, lead)
    expect(sent.text).toContain('Only the head of programme can name a lead inspector.')
    const token = await tokenOf(server.shell, `${mailbox}@northmoor.example`)
    const byApi = await fetch(`${server.address}/api/v1${base}/people/roles/lead`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ email: lead.email }),
    })
    expect([byApi.status, (await byApi.text()).includes('people.lead-not-named')]).toEqual([403, true])
    const { personId } = (await findPersonByEmail(server.shell.database, lead.email)) ?? expect.fail()
    const held = server.shell.database.selectFrom('inspection_role').select('role')
    const roles = await held
      .where('person_id', '=', personId)
      .where('inspection_id', '=', inspection)
      .execute()
    expect(roles.map(({ role }) => role)).not.toContain('lead')
  })

  test('is said by the head of programme, page and audit log alike', async () => {
    expect((await sendAs('head-of-programme', `${base}/people`, lead)).status).toBe(303)
    const { personId } = (await findPersonByEmail(server.shell.database, lead.email)) ?? expect.fail()
    const events = server.shell.database.selectFrom('audit_event').select(['actor', 'after'])
    const [last] = await events.where('subject', '=', personId).orderBy('audit_event_id', 'desc').execute()
    expect(last?.after).toEqual({ role: 'lead' })
    const words = { personId, role: 'lead' }
    expect(
      (await sendAs('operations', `${base}/people/remove`, { person: personId, role: 'lead' })).text,
    ).toContain('Only the head of programme can name a lead inspector.')
    doneValue(await removeRole(server.shell, inspection, words))
  })

  test('is never an account that the person who names them added', async () => {
    const { database } = server.shell
    const actorOf = async (mailbox: string): Promise<Shell> => {
      const person = (await findPersonByEmail(database, `${mailbox}@northmoor.example`)) ?? expect.fail()
      return { ...server.shell, actor: { name: person.name, personId: person.personId } }
    }
    const head = await actorOf('head-of-programme')
    const accomplice = { email: 'accomplice@northmoor.example', name: 'Al Accomplice', overallRoles: [] }
    doneValue(await addPerson(head, accomplice))
    const named = { email: accomplice.email, role: 'lead' }
    expect(codesOf(await giveRole(head, inspection, named))).toEqual(['people.lead-of-own-account'])
    doneValue(await giveRole(await actorOf('chief-inspector'), inspection, named))
  })
})

test('operations, who give cases to people, see what is wrong with it and nothing of the case', async () => {
  const stale = await sendAs('operations', `${base}/cases/NM-C02/people`, { seen: 'stale', 'person-x': 'x' })
  expect(stale.status).toBe(412)
  expect(stale.text).toContain('Someone else changed the assessors of this case')
  expect(stale.text).not.toContain('NM-C02')
  expect(await pageFor('operations', `${base}/cases/NM-C02`)).toContain(
    'Your role (Operations) does not allow this.',
  )
})
