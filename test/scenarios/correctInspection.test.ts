/** A mistyped inspection is corrected, and one that was announced by mistake withdrawn: with a reason, on record. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listInspections } from '../../src/app/inspections/inspections.queries.ts'
import { type Announcement, announceInspection } from '../../src/app/intake/announce/announceInspection.ts'
import {
  correctInspection,
  findUnpublished,
  hashOfAnnouncement,
  withdrawInspection,
} from '../../src/app/intake/announce/correctInspection.ts'
import { loadDemonstration } from '../../src/app/ratings/demonstration.ts'
import { useDatabase } from '../support/database.ts'
import { codesOf, doneValue } from '../support/results.ts'
import { northmoor, projectEditions, projectFolder } from '../support/sampleOfNorthmoor.ts'
import { signedInHeaders } from '../support/signedInHeaders.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

const shell = useDatabase()
const mistyped: Announcement = {
  serviceName: 'Fellmuoth YJS',
  editionId: 'yos-2018',
  fieldworkStarted: '2024-06',
  madeUp: false,
}
const meant = {
  ...mistyped,
  serviceName: 'Fellmouth YJS',
  editionId: 'yos-2021',
  fieldworkStarted: '2024-09',
}

async function announced(): Promise<string> {
  return doneValue(await announceInspection(shell(), await projectEditions(), mistyped))
}

async function correct(id: string, announcement: Announcement, more = {}) {
  const inspection = doneValue(await findUnpublished(shell().database, id))
  const correction = { announcement, reason: 'A slip.', seen: hashOfAnnouncement(inspection), ...more }
  return correctInspection(shell(), await projectEditions(), id, correction)
}

function eventsOf(action: string) {
  return shell()
    .database.selectFrom('audit_event')
    .select(['subject', 'before', 'after', 'reason', 'actor'])
    .where('action', '=', action)
    .execute()
}

describe('correcting', () => {
  test('puts right service, edition and date, and says who, before, after and why', async () => {
    const id = await announced()
    doneValue(await correct(id, meant))
    expect(await findUnpublished(shell().database, id)).toMatchObject({ ok: true, value: meant })
    expect(await eventsOf('inspection.correct')).toEqual([
      expect.objectContaining({ subject: id, before: mistyped, after: meant, reason: 'A slip.' }),
    ])
    const services = await shell().database.selectFrom('service').select('name').execute()
    expect(services).toEqual([{ name: 'Fellmouth YJS' }])
  })

  test('needs a reason, an edition that there is, and that nobody corrected it meanwhile', async () => {
    const id = await announced()
    expect(codesOf(await correct(id, meant, { reason: '' }))).toEqual(['inspection.reason-missing'])
    expect(codesOf(await correct(id, { ...meant, editionId: 'none' }))).toEqual([
      'inspection.edition-not-chosen',
    ])
    expect(codesOf(await correct(id, meant, { seen: 'before' }))).toEqual(['inspection.corrected-meanwhile'])
  })

  test('never makes it a second one of the same service and month', async () => {
    const id = await announced()
    doneValue(await announceInspection(shell(), await projectEditions(), meant))
    expect(codesOf(await correct(id, meant))).toEqual(['inspection.announced-already'])
  })

  test('changes only the date once work has begun', async () => {
    doneValue(await loadDemonstration(shell(), await projectEditions(), `${projectFolder}/demonstration`))
    const before = doneValue(await findUnpublished(shell().database, northmoor))
    const { serviceName, editionId, madeUp } = before
    const later = { serviceName, editionId, madeUp, fieldworkStarted: '2024-07-01' }
    expect(codesOf(await correct(northmoor, { ...later, serviceName: 'Southmoor' }))).toEqual([
      'inspection.fixed-by-work',
    ])
    doneValue(await correct(northmoor, later))
    const after = doneValue(await findUnpublished(shell().database, northmoor))
    expect(after).toEqual({ ...before, fieldworkStarted: '2024-07-01' })
  })

  test('ends with publication, and so does withdrawing', async () => {
    doneValue(await loadDemonstration(shell(), await projectEditions(), `${projectFolder}/demonstration`))
    expect(codesOf(await findUnpublished(shell().database, 'york-2022-12'))).toEqual([
      'inspection.published-already',
    ])
    expect(codesOf(await withdrawInspection(shell(), 'york-2022-12', 'No.'))).toEqual([
      'inspection.published-already',
    ])
  })
})

describe('withdrawing', () => {
  test('takes it from every list and keeps it on record, with a reason', async () => {
    const id = await announced()
    expect(codesOf(await withdrawInspection(shell(), id, ''))).toEqual(['inspection.reason-missing'])
    doneValue(await withdrawInspection(shell(), id, 'Announced by mistake.'))
    expect(await listInspections(shell().database)).toEqual([])
    expect(codesOf(await withdrawInspection(shell(), id, 'Again.'))).toEqual(['inspection.not-found'])
    expect(await eventsOf('inspection.withdraw')).toEqual([
      expect.objectContaining({
        subject: id,
        before: mistyped,
        after: null,
        reason: 'Announced by mistake.',
      }),
    ])
    const row = await shell().database.selectFrom('inspection').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({ inspection_id: id, withdrawn_reason: 'Announced by mistake.' })
  })

  test('lets the same service be announced again, under an id of its own', async () => {
    const id = await announced()
    doneValue(await withdrawInspection(shell(), id, 'The wrong edition.'))
    const again = await announced()
    expect([id, again]).toEqual(['fellmuoth-2024-06', 'fellmuoth-2024-06-2'])
    expect((await listInspections(shell().database)).map((one) => one.id)).toEqual([again])
  })

  test('is not undone by the next start of the demonstration', async () => {
    const load = async () =>
      doneValue(await loadDemonstration(shell(), await projectEditions(), `${projectFolder}/demonstration`))
    await load()
    doneValue(await withdrawInspection(shell(), northmoor, 'Not needed.'))
    expect(await load()).toEqual([])
    expect((await listInspections(shell().database)).some(({ id }) => id.startsWith('northmoor'))).toBe(false)
  })
})

describe('by its pages', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(() => server?.close())

  test('a correction that someone else made meanwhile is shown next to what was typed, and not replaced unseen', async () => {
    const headers = await signedInHeaders(server, 'operations')
    const address = `${server.address}/inspections/${northmoor}/correct`
    const seen =
      /name="seen" value="([^"]*)"/.exec(await (await fetch(address, { headers })).text())?.[1] ?? ''
    const before = doneValue(await findUnpublished(server.shell.database, northmoor))
    const { serviceName, editionId, madeUp } = before
    const send = (fields: Readonly<Record<string, string>>) => {
      const service = { service: serviceName, edition: editionId, madeUp: madeUp ? 'yes' : '' }
      const body = new URLSearchParams({ ...service, 'fieldwork-year': '2024', reason: 'A slip.', ...fields })
      return fetch(address, { method: 'POST', headers, body })
    }
    await send({ seen, 'fieldwork-month': '7' })
    const refused = await send({ seen, 'fieldwork-month': '8' })
    const page = await refused.text()
    expect(refused.status).toBe(409)
    expect(page).toContain('What is stored now')
    expect(page).toMatch(/Start of fieldwork[\s\S]*July 2024/)
    expect(page).toMatch(/name="fieldwork-month"[^>]*value="8"/)
    expect(doneValue(await findUnpublished(server.shell.database, northmoor)).fieldworkStarted).toBe(
      '2024-07',
    )
  })

  test('operations withdraws; afterwards nobody has a role in it, and the head of programme sees why', async () => {
    const operations = await signedInHeaders(server, 'operations')
    const address = `${server.address}/inspections/${northmoor}`
    const sent = await fetch(`${address}/withdraw`, {
      method: 'POST',
      headers: operations,
      body: new URLSearchParams({ reason: 'The service was merged with another.' }),
    })
    expect([new URL(sent.url).pathname, await sent.text()]).toEqual([
      '/inspections',
      expect.stringContaining('The inspection is withdrawn.'),
    ])
    for (const page of ['', '/people', '/sample', '/allocation', '/cases', '/findings', '/report']) {
      expect((await fetch(address + page, { headers: operations })).status).toBe(403)
      const headers = await signedInHeaders(server, 'head-of-programme')
      expect([page, (await fetch(address + page, { headers })).status]).toEqual([page, 404])
    }
    const headers = await signedInHeaders(server, 'head-of-programme')
    const list = await (await fetch(`${server.address}/inspections`, { headers })).text()
    expect(list).toContain('The service was merged with another.')
    expect((await fetch(`${address}/history`, { headers })).status).toBe(200)
  })
})
