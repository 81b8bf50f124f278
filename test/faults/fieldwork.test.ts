/**
 * Nothing lost: inspectors save without pause while the server is killed at random moments, alone and with its
 * database, and while connections are cut. What was acknowledged and what is there are counted; they are the same.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findEntry } from '../../src/app/fieldwork/case.queries.ts'
import { type WriteOutcome, writeEntry } from '../../src/app/fieldwork/writeEntry.ts'
import type { Editions } from '../../src/app/framework/editions.ts'
import { loadEditions } from '../../src/app/framework/editions.ts'
import { seedDemonstration } from '../../src/bin/seed.ts'
import type { EntryRef } from '../../src/core/fieldwork/entry.ts'
import { verifyAuditLog } from '../../src/platform/auditChain.queries.ts'
import { findPostmaster, stopPostmaster } from '../../src/platform/database/embedded/postmaster.ts'
import { type OpenDatabase, openDatabase } from '../../src/platform/database/openDatabase.ts'
import { makeShell, type Shell } from '../../src/platform/shell.ts'
import { setStage, tokenOf } from '../support/fieldwork.ts'
import { temporaryHome } from '../support/temporaryHome.ts'
import { type Acknowledged, startSaving } from './savingInspectors.ts'
import { freePort, startWeb, type WebProcess } from './webProcess.ts'

const inspection = 'northmoor-2024-06'
const cases = ['NM-C01', 'NM-C02', 'NM-C03', 'NM-C04']
const keyQuestions = ['2.1.1', '2.1.2', '2.1.3', '2.2.1', '2.2.2', '2.2.3']
const notes = cases.flatMap((caseId) =>
  keyQuestions.map((id) => `/api/v1/inspections/${inspection}/cases/${caseId}/notes/${id}`),
)

let folder: string
let opened: OpenDatabase | undefined
let shell: Shell
let editions: Editions
let tokens: readonly string[] = []
const everything: Acknowledged[] = []

/** Opens the database in this process, as owner of its server. */
async function open(): Promise<void> {
  const result = await openDatabase(
    { databaseUrl: undefined, dataFolder: folder },
    { progress: () => undefined, whenOwned: 'refuse' },
  )
  if (!result.ok) throw new Error(result.problems[0].text)
  opened = result.value
  shell = makeShell(opened.database, { name: 'test' })
}

async function close(): Promise<void> {
  await opened?.close()
  opened = undefined
}

beforeAll(async () => {
  folder = temporaryHome('fieldwork')
  await open()
  const loaded = await loadEditions(join(import.meta.dirname, '../../editions'))
  if (!loaded.ok) throw new Error(loaded.problems[0].text)
  editions = loaded.value
  await seedDemonstration(shell)
  await setStage(shell, inspection, 'fieldwork')
  const mailboxes = ['lead', 'inspector', 'assistant-inspector', 'local-assessor']
  const made = []
  for (const mailbox of mailboxes) made.push(await tokenOf(shell, `${mailbox}@northmoor.example`))
  tokens = [...made, ...made, ...made]
}, 120_000)

afterAll(async () => {
  await close()
  const left = findPostmaster(join(folder, 'database'))
  if (left !== undefined) await stopPostmaster(left)
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** What is there of everything that was ever acknowledged: each once, none silently replaced, nothing besides. */
async function expectNothingLost(): Promise<void> {
  const { rows: stored } = await sql<{ value: string; version: number | null; saw: number | null }>`
    select value, version, null::integer as saw from entry_version where kind = 'note' and value like 'note %'
    union all
    select value, null, saw_version from kept_value where kind = 'note'`.execute(shell.database)
  expect(stored.length - everything.length).toBe(0)
  const byText = new Map(stored.map((row) => [row.value, row]))
  const lost = everything.filter(({ text, version }) => byText.get(text)?.version !== version)
  expect(lost).toEqual([])
  expect(
    everything.filter(({ version, sawVersion }) => version !== null && version !== sawVersion + 1),
  ).toEqual([])
  const { faults, events } = await verifyAuditLog(shell.database)
  expect(faults).toEqual([])
  expect(events).toBeGreaterThanOrEqual(everything.length)
}

/** Lets the inspectors save while `harm` is done to what serves them, round after round. */
async function saveThrough(
  rounds: number,
  start: () => Promise<WebProcess>,
  harm: (web: WebProcess) => Promise<void>,
) {
  let web = await start()
  const { address } = web
  const saving = startSaving(() => address, tokens, notes)
  for (let round = 1; round <= rounds; round += 1) {
    const target = saving.acknowledged.length + 40 + Math.random() * 80
    while (saving.acknowledged.length < target) await sleep(5)
    await sleep(Math.random() * 20)
    await harm(web)
    if (web.process.signalCode !== null) web = await start()
  }
  await sleep(200)
  await saving.stop()
  await web.kill()
  everything.push(...saving.acknowledged)
  return saving
}

function socketUrl(): string {
  const postmaster = findPostmaster(join(folder, 'database'))
  if (postmaster === undefined) throw new Error('there is no database server')
  return `postgres://assay@localhost/assay?host=${encodeURIComponent(postmaster.socket)}`
}

test('the web process killed at random moments, twelve times over', async () => {
  const [url, port] = [socketUrl(), await freePort()]
  const saving = await saveThrough(
    12,
    () => startWeb(folder, port, url),
    (web) => web.kill(),
  )
  expect(saving.acknowledged.length).toBeGreaterThan(12 * 40)
  expect(saving.repeated()).toBeGreaterThan(12)
  await expectNothingLost()
})

test('connections to the database cut, fifteen times over', async () => {
  const [url, port] = [socketUrl(), await freePort()]
  const cut = async (): Promise<void> => {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and datname = current_database()`.execute(shell.database)
  }
  await saveThrough(15, () => startWeb(folder, port, url), cut)
  await expectNothingLost()
})

test('the database killed together with the web process, six times over', async () => {
  await close()
  const port = await freePort()
  await saveThrough(
    6,
    () => startWeb(folder, port),
    async (web) => {
      const postmaster = findPostmaster(join(folder, 'database'))
      if (postmaster === undefined) throw new Error('there is no database server')
      process.kill(postmaster.process.pid, 'SIGKILL')
      await web.kill()
    },
  )
  const left = findPostmaster(join(folder, 'database'))
  if (left !== undefined) await stopPostmaster(left)
  await open()
  await expectNothingLost()
})

test('two inspectors at one case, two thousand interleavings: every acknowledged value is there', async () => {
  const counts = { saved: 0, kept: 0 }
  const inspectors = [
    makeShell(shell.database, { name: 'Ada Price' }),
    makeShell(shell.database, { name: 'Ben Cole' }),
  ]

  async function inspect(by: Shell, ref: EntryRef, name: string): Promise<readonly WriteOutcome[]> {
    const key = { inspectionId: inspection, caseId: 'NM-C09' }
    const outcomes = []
    for (let write = 1; write <= 2; write += 1) {
      const sawVersion = (await findEntry(shell.database, key, ref))?.version ?? 0
      if (Math.random() < 0.5) await sleep(0)
      const value = { value: `${name} ${write}`, detail: null, sawVersion }
      const result = await writeEntry(by, editions, { key, ref, write: value, idempotencyKey: null })
      if (!result.ok) throw new Error(result.problems[0].text)
      outcomes.push(result.value)
    }
    return outcomes
  }

  async function interleave(number: number): Promise<void> {
    const ref: EntryRef = { kind: 'note', item: keyQuestions[number % keyQuestions.length] ?? '' }
    const written = await Promise.all(inspectors.map((by) => inspect(by, ref, `${by.actor.name} ${number}`)))
    for (const { kind } of written.flat()) {
      expect(kind).not.toBe('same')
      counts[kind === 'kept' ? 'kept' : 'saved'] += 1
    }
  }

  const inspectOneAfterAnother = async (first: number): Promise<void> => {
    for (let number = first; number < 2000; number += 4) await interleave(number)
  }
  await Promise.all([0, 1, 2, 3].map(inspectOneAfterAnother))
  const { rows } = await sql<{ saved: number; kept: number }>`
    select (select count(*) from entry_version where case_id = 'NM-C09' and kind = 'note') as saved,
      (select count(*) from kept_value where case_id = 'NM-C09') as kept`.execute(shell.database)
  expect(rows[0]).toEqual(counts)
  expect(counts.kept).toBeGreaterThan(100)
  const { faults } = await verifyAuditLog(shell.database)
  expect(faults).toEqual([])
})
