/**
 * Nothing lost: inspectors save without pause while the server is killed at random moments, with and without its
 * database, and while connections are cut. What was acknowledged and what is there are counted; they are the same.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findEntry } from '../../src/app/fieldwork/case/case.queries.ts'
import { type WriteOutcome, writeEntry } from '../../src/app/fieldwork/entries/writeEntry.ts'
import type { EntryRef } from '../../src/core/fieldwork/entry.ts'
import { makeShell, type Shell } from '../../src/platform/shell.ts'
import { howMany } from '../support/fullLength.ts'
import { doneValue } from '../support/results.ts'
import { chanceOf } from './chance.ts'
import { type FieldworkBed, inspection, keyQuestions, makeFieldworkBed, notes } from './fieldworkBed.ts'
import { expectNothingLost, expectWholeAudit } from './ledger.ts'
import { type Acknowledged, startSaving } from './savingInspectors.ts'
import { freePort, startWeb, type WebProcess } from './webProcess.ts'

/** A limit for a busy machine; on a quiet one it takes a fraction. */
const longest = 900_000
const kills = howMany(5, 24)
const cuts = howMany(4, 15)
const interleavings = howMany(400, 2_000)
let bed: FieldworkBed
const everything: Acknowledged[] = []

beforeAll(async () => {
  bed = await makeFieldworkBed()
}, 600_000)
afterAll(() => bed?.remove())

/** Lets twelve inspectors save while `harm` is done to what serves them, round after round. */
async function saveThrough(
  rounds: number,
  chance: () => number,
  start: () => Promise<WebProcess>,
  harm: (web: WebProcess) => Promise<void>,
) {
  let web = await start()
  const { address } = web
  const tokens = [...bed.tokens, ...bed.tokens, ...bed.tokens]
  const saving = startSaving(() => address, tokens, notes, chance)
  for (let round = 1; round <= rounds; round += 1) {
    const target = saving.acknowledged.length + 40 + chance() * 80
    while (saving.acknowledged.length < target) await sleep(5)
    await sleep(chance() * 20)
    await harm(web)
    if (web.process.signalCode !== null) web = await start()
  }
  await sleep(200)
  await saving.stop()
  await web.kill()
  everything.push(...saving.acknowledged)
  return saving
}

test('the web process killed at random moments, over and over', { timeout: longest }, async () => {
  const [url, port] = [bed.databaseUrl(), await freePort()]
  const saving = await saveThrough(
    kills,
    chanceOf('web process killed'),
    () => startWeb(bed.folder, port, url),
    (web) => web.kill(),
  )
  expect(saving.acknowledged.length).toBeGreaterThan(kills * 40)
  expect(saving.repeated()).toBeGreaterThan(kills)
  await expectNothingLost(bed.shell(), everything, `web process killed ${kills} times`)
})

test('connections to the database cut, over and over', { timeout: longest }, async () => {
  const [url, port] = [bed.databaseUrl(), await freePort()]
  const cut = async (): Promise<void> => {
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where pid <> pg_backend_pid() and datname = current_database()`.execute(bed.shell().database)
  }
  await saveThrough(cuts, chanceOf('connections cut'), () => startWeb(bed.folder, port, url), cut)
  await expectNothingLost(bed.shell(), everything, `connections cut ${cuts} times`)
})

test('the database killed with the web process, over and over', { timeout: longest }, async () => {
  await bed.close()
  const port = await freePort()
  await saveThrough(
    kills,
    chanceOf('web process and database killed'),
    () => startWeb(bed.folder, port),
    async (web) => {
      process.kill(bed.postmaster().process.pid, 'SIGKILL')
      await web.kill()
    },
  )
  await bed.close()
  await bed.open()
  await expectNothingLost(bed.shell(), everything, `web process and database killed ${kills} times`)
})

test('two inspectors at one case, in hundreds of interleavings', { timeout: longest }, async () => {
  const counts = { saved: 0, conflicts: 0 }
  const { database } = bed.shell()
  const chance = chanceOf('interleavings')
  const inspectors = [makeShell(database, { name: 'Ada Price' }), makeShell(database, { name: 'Ben Cole' })]

  async function inspect(by: Shell, ref: EntryRef, name: string): Promise<readonly WriteOutcome[]> {
    const key = { inspectionId: inspection, caseId: 'NM-C09' }
    const outcomes = []
    for (let write = 1; write <= 2; write += 1) {
      const sawVersion = (await findEntry(database, key, ref))?.version ?? 0
      if (chance() < 0.5) await sleep(0)
      const value = { value: `${name} ${write}`, detail: null, sawVersion }
      const request = { key, ref, write: value, idempotencyKey: null }
      outcomes.push(doneValue(await writeEntry(by, bed.editions, request)))
    }
    return outcomes
  }

  async function interleave(number: number): Promise<void> {
    const ref: EntryRef = { kind: 'note', item: keyQuestions[number % keyQuestions.length] ?? '' }
    const written = await Promise.all(inspectors.map((by) => inspect(by, ref, `${by.actor.name} ${number}`)))
    for (const { kind } of written.flat()) {
      expect(kind).not.toBe('same')
      counts[kind === 'kept' ? 'conflicts' : 'saved'] += 1
    }
  }

  const inspectOneAfterAnother = async (first: number): Promise<void> => {
    for (let number = first; number < interleavings; number += 4) await interleave(number)
  }
  await Promise.all([0, 1, 2, 3].map(inspectOneAfterAnother))
  const { rows } = await sql<{ saved: number; conflicts: number }>`
    select (select count(*) from entry_version where case_id = 'NM-C09' and kind = 'note') as saved,
      (select count(*) from kept_value where case_id = 'NM-C09') as conflicts`.execute(database)
  console.log(
    `${interleavings} interleavings: acknowledged ${JSON.stringify(counts)}, there ${JSON.stringify(rows[0])}`,
  )
  expect(rows[0]).toEqual(counts)
  expect(counts.conflicts).toBeGreaterThan(interleavings / 20)
  await expectWholeAudit(database, counts.saved + counts.conflicts)
})
