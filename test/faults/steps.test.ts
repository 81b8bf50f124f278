/**
 * The web process is killed while it answers the steps of cases and decisions between values: what was acknowledged is
 * there, in its order, and no step is ever half done.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { writeEntry } from '../../src/app/fieldwork/entries/writeEntry.ts'
import { factsOf } from '../../src/core/fieldwork/caseFacts.ts'
import { keyQuestionsOfCase } from '../../src/core/fieldwork/caseQuestions.ts'
import type { EntryRef, EntryValue } from '../../src/core/fieldwork/entry.ts'
import { completeFact } from '../support/fieldwork.ts'
import { howMany } from '../support/fullLength.ts'
import { doneValue } from '../support/results.ts'
import { chanceOf } from './chance.ts'
import { caseAddress, type FieldworkBed, inspection, makeFieldworkBed } from './fieldworkBed.ts'
import { expectWholeAudit } from './ledger.ts'
import { freePort, startWeb, type WebProcess } from './webProcess.ts'

const cases = ['NM-C05', 'NM-C06']
/** One note of each is contested without end. */
const contested = ['NM-C07', 'NM-C08']
const rounds = howMany(4, 12)
let bed: FieldworkBed
let web: WebProcess
let running = true
const steps: string[] = []
const decisions: { readonly value: string; readonly version: number }[] = []

beforeAll(async () => {
  bed = await makeFieldworkBed()
  await Promise.all(cases.map(completeCase))
  web = await startWeb(bed.folder, await freePort(), bed.databaseUrl())
}, 600_000)

afterAll(() => bed?.remove())

/** Gives every fact and answer, so that the case can be handed in. */
async function completeCase(caseId: string): Promise<void> {
  const key = { inspectionId: inspection, caseId }
  const write = async (ref: EntryRef, value: EntryValue): Promise<void> => {
    const stored = await sql<{
      version: number
    }>`select coalesce(max(version), 0) as version from entry_version
      where case_id = ${caseId} and kind = ${ref.kind} and item = ${ref.item}`.execute(bed.shell().database)
    const entry = { ...value, sawVersion: stored.rows[0]?.version ?? 0 }
    doneValue(await writeEntry(bed.shell(), bed.editions, { key, ref, write: entry, idempotencyKey: null }))
  }
  const edition = bed.editions.get('yos-2021')
  if (edition === undefined) throw new Error('there is no such edition')
  for (const fact of factsOf(edition)) await write({ kind: 'fact', item: fact.id }, completeFact(fact))
  for (const { keyQuestion } of keyQuestionsOfCase(edition, 'court'))
    for (const { id } of [...keyQuestion.prompts, keyQuestion])
      await write({ kind: 'answer', item: String(id) }, { value: 'yes', detail: null })
}

type Answer = { readonly status: number; readonly json: unknown }

/** One request of one of the people; undefined if the server was killed before it had answered. */
async function ask(
  method: string,
  address: string,
  body: object | null,
  person = 0,
): Promise<Answer | undefined> {
  try {
    const response = await fetch(web.address + address, {
      method,
      headers: {
        authorization: `Bearer ${bed.tokens[person]}`,
        'if-match': '"0"',
        ...(body === null ? {} : { 'content-type': 'application/json' }),
      },
      body: body === null ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    })
    return { status: response.status, json: await response.json() }
  } catch {
    await sleep(40)
    return undefined
  }
}

const progressSchema = z.object({ status: z.string(), round: z.int() })

/** The steps that can follow from the state of a case. */
const following: Readonly<Record<string, readonly string[]>> = {
  open: ['hand-in'],
  returned: ['hand-in'],
  ready: ['check', 'return', 'take-back', 'check'],
  checked: ['sign', 'return', 'take-back', 'sign'],
  signed: ['reopen'],
}

/** Takes one step after another with a case, each decided by its state. */
async function takeSteps(caseId: string, chance: () => number): Promise<void> {
  while (running) {
    const standing = progressSchema.safeParse((await ask('GET', caseAddress(caseId), null))?.json).data
    if (standing === undefined) continue
    const may = following[standing.status] ?? []
    const step = may[Math.floor(chance() * may.length)] ?? ''
    const person = step === 'hand-in' ? 1 : 0
    const answer = await ask(
      'POST',
      `${caseAddress(caseId)}/steps/${step}`,
      { comment: 'Looked at.' },
      person,
    )
    if (answer?.status === 200) {
      const { status, round } = progressSchema.parse(answer.json)
      steps.push(`${caseId} ${step} ${status} ${round}`)
    }
  }
}

/** Makes two values of one note and decides for a third, again and again. */
async function decide(caseId: string): Promise<void> {
  const note = `${caseAddress(caseId)}/notes/2.1.1`
  while (running) {
    const before = z.object({ version: z.int() }).safeParse((await ask('GET', note, null))?.json).data
    if (before === undefined) continue
    for (const person of [0, 1]) await ask('PUT', note, { text: `value ${randomUUID()}` }, person)
    const current = z.object({ version: z.int() }).safeParse((await ask('GET', note, null))?.json).data
    const value = `decided ${randomUUID()}`
    const chosen = { kind: 'note', item: '2.1.1', value, sawVersion: current?.version ?? 0, reason: 'Seen.' }
    const answer = await ask('POST', `${caseAddress(caseId)}/decisions`, chosen)
    if (answer?.status === 200) {
      decisions.push({ value, version: z.object({ version: z.int() }).parse(answer.json).version })
    }
  }
}

test('killed while it answers steps and decisions, over and over', { timeout: 600_000 }, async () => {
  const chance = chanceOf('steps and decisions')
  const port = Number(new URL(web.address).port)
  const people = [...cases.map((caseId) => takeSteps(caseId, chance)), ...contested.map(decide)]
  for (let round = 1; round <= rounds; round += 1) {
    const target = steps.length + decisions.length + 10 + chance() * 20
    while (steps.length + decisions.length < target) await sleep(5)
    await sleep(chance() * 30)
    await web.kill()
    web = await startWeb(bed.folder, port, bed.databaseUrl())
  }
  running = false
  await Promise.all(people)
  await expectStepsWhole()
  await expectDecisionsWhole()
  await expectWholeAudit(bed.shell().database, steps.length + decisions.length)
})

/** Every acknowledged step is there, in its order; each with its event, and each signature with its case as signed. */
async function expectStepsWhole(): Promise<void> {
  const { rows: there } = await sql<{ words: string; case_id: string }>`
    select case_id, concat_ws(' ', case_id, step, status, round) as words from case_step
    order by case_id, position`.execute(bed.shell().database)
  const lost = cases.flatMap((caseId) => {
    const rest = there.filter((row) => row.case_id === caseId).map(({ words }) => words)
    const said = steps.filter((words) => words.startsWith(`${caseId} `))
    return said.filter((words) => {
      const place = rest.indexOf(words)
      rest.splice(0, place + 1)
      return place < 0
    })
  })
  console.log(
    `steps: acknowledged ${steps.length}, of them there ${steps.length - lost.length}, killed after the commit ${there.length - steps.length}`,
  )
  expect(lost).toEqual([])
  // One at a time for each case: at most the last before each kill is there without having been acknowledged.
  expect(there.length - steps.length).toBeLessThanOrEqual(rounds * cases.length)
  const { rows } = await sql<{ signings: number; signed: number; steps: number; events: number }>`select
    (select count(*) from case_step where step = 'sign') as signings,
    (select count(*) from signed_case) as signed,
    (select count(*) from case_step) as steps,
    (select count(*) from audit_event where action in
      ('case.hand-in', 'case.take-back', 'case.check', 'case.return', 'case.sign', 'case.reopen')) as events`.execute(
    bed.shell().database,
  )
  expect(rows[0]?.signed).toBe(rows[0]?.signings)
  expect(rows[0]?.events).toBe(rows[0]?.steps)
  expect(rows[0]?.signed).toBeGreaterThan(0)
}

/** Every acknowledged decision is there as the version it was given, with its event; no value is left half decided. */
async function expectDecisionsWhole(): Promise<void> {
  const { rows: there } = await sql<{ value: string; version: number }>`
    select distinct written.value, written.version from entry_version written
      join kept_value conflict using (inspection_id, case_id, kind, item)
      join kept_value_decision decision
        on decision.inspection_id = conflict.inspection_id and decision.kept_id = conflict.kept_id
        and decision.version = written.version
    where written.value like 'decided %'`.execute(bed.shell().database)
  const known = new Set(there.map(({ value, version }) => `${value} ${version}`))
  const lost = decisions.filter(({ value, version }) => !known.has(`${value} ${version}`))
  console.log(
    `decisions: acknowledged ${decisions.length}, of them there ${decisions.length - lost.length}, killed after the commit ${there.length - decisions.length}`,
  )
  expect(lost).toEqual([])
  const { rows } = await sql<{ events: number; versions: number }>`select
    (select count(*) from audit_event where action = 'case.decide') as events,
    (select count(*) from entry_version where value like 'decided %') as versions`.execute(
    bed.shell().database,
  )
  expect(rows[0]?.events).toBe(rows[0]?.versions)
  expect(rows[0]?.versions).toBe(there.length)
}
