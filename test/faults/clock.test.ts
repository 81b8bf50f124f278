/**
 * The server's clock is set back by an hour and by a day, and jumps ahead, while inspectors save: versions stay in
 * order, nothing is lost, and nobody is signed in for longer than they should be.
 */
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderHistory } from '../../src/app/fieldwork/history/caseHistory.queries.ts'
import { cookieHeader, cookiesOf } from '../support/testServer.ts'
import { chanceOf } from './chance.ts'
import { caseAddress, type FieldworkBed, inspection, makeFieldworkBed, notes } from './fieldworkBed.ts'
import { expectNothingLost } from './ledger.ts'
import { startSaving } from './savingInspectors.ts'
import { freePort, startWeb, type WebProcess } from './webProcess.ts'

let bed: FieldworkBed
let web: WebProcess

beforeAll(async () => {
  bed = await makeFieldworkBed()
  const clock = join(import.meta.dirname, 'shiftedClock.ts')
  web = await startWeb(bed.folder, await freePort(), bed.databaseUrl(), { module: clock })
}, 600_000)

afterAll(() => bed?.remove())

/** Sets the server's clock off the real one. */
async function setClock(hours: number): Promise<void> {
  const answered = once(web.process, 'message')
  web.process.send(hours)
  await answered
}

async function cookieOf(mailbox: string): Promise<string> {
  return cookieHeader(await cookiesOf(bed.shell(), `${mailbox}@northmoor.example`))
}

const page = `/inspections/${inspection}/cases/NM-C08/questions/2.1.1`

test('an hour back, a day back, a day ahead, during saves: nothing lost, and versions in order', {
  timeout: 600_000,
}, async () => {
  const tokens = [...bed.tokens, ...bed.tokens, ...bed.tokens]
  const saving = startSaving(() => web.address, tokens, notes, chanceOf('clock'))
  for (const hours of [-1, 0, -24, -25, 24, -1, 0, 3, -24, 0]) {
    await setClock(hours)
    const target = saving.acknowledged.length + 60
    while (saving.acknowledged.length < target) await sleep(5)
  }
  await saving.stop()
  await expectNothingLost(bed.shell(), saving.acknowledged, 'clock set ten times')
  expect(await backwards()).toBeGreaterThan(0)
  for (const caseId of ['NM-C01', 'NM-C02', 'NM-C03', 'NM-C04']) await expectHistoryInOrder(caseId)
})

/** How many versions carry an earlier time than the one before them: otherwise the clock did nothing. */
async function backwards(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from entry_version later join entry_version earlier
      using (inspection_id, case_id, kind, item)
    where earlier.version = later.version - 1 and later.written_at < earlier.written_at`.execute(
    bed.shell().database,
  )
  return rows[0]?.count ?? 0
}

async function expectHistoryInOrder(caseId: string): Promise<void> {
  const history = await orderHistory(bed.shell().database, { inspectionId: inspection, caseId })
  const written = history.filter(({ kind, version }) => kind === 'note' && version !== null)
  for (const lines of Map.groupBy(written, ({ item }) => item).values()) {
    const versions = lines.map(({ version }) => version)
    expect(versions).toEqual(versions.map((_, index) => versions.length - index))
  }
}

async function statusAt(hours: number, cookie: string): Promise<number> {
  await setClock(hours)
  return (await fetch(web.address + page, { headers: { cookie }, redirect: 'manual' })).status
}

test('an hour back throws nobody out', async () => {
  await setClock(0)
  const cookie = await cookieOf('inspector')
  expect([await statusAt(-1, cookie), await statusAt(-1, cookie)]).toEqual([200, 200])
})

test('a day back or ahead asks to sign in again, and what was sent meanwhile waits', async () => {
  await setClock(0)
  const cookie = await cookieOf('inspector')
  const text = await (await fetch(web.address + page, { headers: { cookie } })).text()
  const mark = /name="_form" value="([^"]*)"/.exec(text)?.[1] ?? ''
  expect([await statusAt(-24, cookie), await statusAt(24, cookie)]).toEqual([303, 303])
  const body = new URLSearchParams({ _form: mark, 'seen:note:2.1.1': '0', 'value:note:2.1.1': 'Typed ahead' })
  const sent = await fetch(web.address + page, {
    method: 'POST',
    headers: { cookie },
    body,
    redirect: 'manual',
  })
  expect(sent.headers.get('location')).toBe('/sign-in?to=%2Fsaved-forms')
  await setClock(0)
  const held = await (await fetch(`${web.address}/saved-forms`, { headers: { cookie } })).text()
  expect(held).toContain('Typed ahead')
})

test('who was at a case before the clock was set back is not shown there for ever', async () => {
  const attend = async (token = ''): Promise<string> => {
    const response = await fetch(`${web.address}${caseAddress('NM-C07')}/presence`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ place: 'facts' }),
    })
    return response.text()
  }
  await setClock(0)
  await attend(bed.tokens[0])
  expect(await attend(bed.tokens[1])).toContain('facts')
  await setClock(-1)
  expect(await attend(bed.tokens[1])).toBe('{"others":[]}')
  await attend(bed.tokens[0])
  expect(await attend(bed.tokens[1])).toContain('facts')
})
