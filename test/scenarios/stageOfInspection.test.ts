/** An inspection goes from stage to stage by its pages: nobody leaps, nothing is missing, and two people publish it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recordStage } from '../../src/app/people/access/recordStage.ts'
import { findStage } from '../../src/app/people/access/rights.queries.ts'
import { done } from '../../src/core/kernel/result.ts'
import { setStage, tokenOf } from '../support/fieldwork.ts'
import { signedInHeaders } from '../support/signedInHeaders.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

const inspection = 'northmoor-2024-06'
const people = ['lead', 'head-of-programme', 'chief-inspector'] as const
let server: TestServer
const headersOf: Record<string, Readonly<Record<string, string>>> = {}

beforeAll(async () => {
  server = await startTestServer()
  for (const mailbox of people) headersOf[mailbox] = await signedInHeaders(server, mailbox)
}, 120_000)
afterAll(() => server?.close())

const stageNow = () => findStage(server.shell.database, inspection)

async function see(mailbox: string | null, page: string) {
  const headers = mailbox === null ? {} : (headersOf[mailbox] ?? {})
  const response = await fetch(`${server.address}/inspections/${inspection}${page}`, {
    headers,
    redirect: 'manual',
  })
  return { status: response.status, text: await response.text() }
}

async function send(mailbox: string, page: string, fields: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${server.address}/inspections/${inspection}${page}`, {
    method: 'POST',
    headers: headersOf[mailbox] ?? {},
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  return { status: response.status, text: await response.text() }
}

async function move(mailbox: string, stage: string, reason = '') {
  return send(mailbox, '/stage', { stage, seen: await stageNow(), reason })
}

test('of two who looked at the same stage the second gets a message, and moves nothing', async () => {
  const { text } = await see('lead', '/stage')
  const [, seen = ''] = /name="seen" value="([^"]*)"/.exec(text) ?? []
  expect(seen).toBe(await stageNow())
  expect((await send('lead', '/stage', { stage: 'fieldwork', seen, reason: 'Two cases again' })).status).toBe(
    303,
  )
  const second = await send('lead', '/stage', { stage: 'report', seen })
  expect([second.status, second.text]).toEqual([
    412,
    expect.stringContaining('Someone else has moved this inspection to another stage.'),
  ])
  expect(await stageNow()).toBe('fieldwork')
})

describe('no stage is skipped', () => {
  beforeEach(() => setStage(server.shell, inspection, 'fieldwork'))

  test('not by the page: from fieldwork nothing is published', async () => {
    const sent = await move('head-of-programme', 'published')
    expect([sent.status, sent.text]).toEqual([
      409,
      expect.stringContaining('You cannot move an inspection from “Fieldwork” to “Published”.'),
    ])
    expect(await stageNow()).toBe('fieldwork')
  })

  test('nor by the API', async () => {
    const token = await tokenOf(server.shell, 'lead@northmoor.example')
    const response = await fetch(`${server.address}/api/v1/inspections/${inspection}/stage`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'if-match': '"fieldwork"',
      },
      body: JSON.stringify({ stage: 'report' }),
    })
    expect([response.status, await response.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'programme.stage-out-of-order' }),
    ])
    expect(await stageNow()).toBe('fieldwork')
  })

  test('cases that are not signed need the reason, next to its field, and going back as well', async () => {
    const forward = await move('lead', 'ratings')
    expect(forward.status).toBe(422)
    expect(forward.text).toContain('id="reason-ratings-error"')
    const back = await move('lead', 'before-fieldwork')
    expect(back.status).toBe(422)
    expect(back.text).toContain('id="reason-before-fieldwork-error"')
    expect(await stageNow()).toBe('fieldwork')
    expect((await move('lead', 'ratings', 'Made up answers are never signed')).status).toBe(303)
  })
})

describe('publication', () => {
  test('is offered to nobody before it was proposed, nor to the lead at all', async () => {
    await setStage(server.shell, inspection, 'report')
    const asked = await see('head-of-programme', '/publication')
    expect(asked.text).toContain('Nobody has proposed the publication.')
    expect(asked.text).not.toContain('Publish the inspection</button>')
    expect((await see('lead', '/publication')).status).toBe(403)
    const leap = await move('lead', 'published')
    expect([leap.status, await stageNow()]).toEqual([403, 'report'])
  })

  test('lists what is missing, such as cases that are not signed and which nobody explained', async () => {
    const again = { from: 'ratings', to: 'fieldwork', reason: 'New evidence' } as const
    await server.shell.transact(async (tx) => {
      await recordStage(tx, server.shell, inspection, again)
      return done(null)
    })
    await setStage(server.shell, inspection, 'report')
    const asked = await see('head-of-programme', '/publication')
    expect(asked.text).toContain('and nobody has explained why: NM-C01')
    expect((await send('lead', '/stage/propose')).status).toBe(409)
  })

  test('asks, is carried out by another than the proposer, and keeps both names', async () => {
    await setStage(server.shell, inspection, 'fieldwork')
    expect((await move('lead', 'ratings', 'Made up answers are never signed')).status).toBe(303)
    expect((await move('lead', 'report')).status).toBe(303)
    expect((await send('head-of-programme', '/stage/propose')).status).toBe(303)
    const own = await see('head-of-programme', '/publication')
    expect(own.text).toContain(
      'A second person must publish the inspection, because you proposed it. It can be published by Callum (made up).',
    )
    expect((await send('head-of-programme', '/publication', { seen: 'report' })).status).toBe(409)
    expect((await see(null, '/report')).status).not.toBe(200)
    const asked = await see('chief-inspector', '/publication')
    expect(asked.text).toContain('Publish the inspection of ')
    expect(asked.text).toContain('Rhian (made up) proposed the publication on ')
    expect((await send('chief-inspector', '/publication', { seen: 'report' })).status).toBe(303)
    expect((await see(null, '/report')).status).toBe(200)
    const event = await server.shell.database
      .selectFrom('audit_event')
      .select(['actor', 'after'])
      .where('inspection_id', '=', inspection)
      .where('action', '=', 'inspection.change-stage')
      .orderBy('audit_event_id', 'desc')
      .executeTakeFirstOrThrow()
    expect(event).toMatchObject({
      actor: 'Callum (made up)',
      after: { stage: 'published', proposedBy: { name: 'Rhian (made up)' } },
    })
  })
})
