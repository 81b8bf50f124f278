/** The demonstration is loaded as `script/run` loads it, and has a case in every state that fieldwork knows. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadCase } from '../../src/app/fieldwork/case/loadCase.ts'
import type { CaseRow } from '../../src/app/fieldwork/cases-page/listCaseRows.ts'
import { listCaseRows } from '../../src/app/fieldwork/cases-page/listCaseRows.ts'
import { listInspections } from '../../src/app/inspections/inspections.queries.ts'
import { loadPseudonyms } from '../../src/app/intake/caseLists.queries.ts'
import { findStage } from '../../src/app/people/access/rights.queries.ts'
import { rateStoredInspection } from '../../src/app/ratings/rateStoredInspection.ts'
import { ratingsPage } from '../../src/app/ratings/ratings-page/ratingsPage.view.ts'
import { loadReport } from '../../src/app/report/loadReport.ts'
import { seedDemonstration } from '../../src/bin/seed.ts'
import { progressTitle } from '../../src/core/fieldwork/caseProgress.ts'
import { refuse } from '../../src/core/kernel/result.ts'
import { problem } from '../../src/platform/http/problems.ts'
import type { Shell } from '../../src/platform/shell.ts'
import { checkAuditShapes } from '../support/auditShapes.ts'
import { clonedShell } from '../support/database.ts'
import { doneValue } from '../support/results.ts'
import { projectEditions } from '../support/sampleOfNorthmoor.ts'

const eastmarch = 'eastmarch-2026-03'
const editions = await projectEditions()
let shell: Shell
let rows: readonly CaseRow[]

beforeAll(async () => {
  const cloned = await clonedShell()
  shell = cloned.shell
  expect(doneValue(await seedDemonstration(shell))).toBe(7)
  rows = doneValue(await listCaseRows(shell, editions, eastmarch)).rows
  return async () => cloned.remove()
})

async function countEvents(): Promise<number> {
  const { count } = await shell.database
    .selectFrom('audit_event')
    .select((expression) => expression.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

const statusOf = ({ progress, entryCount }: CaseRow): string => progressTitle(progress, entryCount)

describe('the audit log', () => {
  test('has the shapes that the rooms declare, of more than 20 different actions', async () => {
    expect((await checkAuditShapes(shell.database)).size).toBeGreaterThan(20)
  })

  test('is refused by the check if a shape is not as declared', async () => {
    await expect(
      shell.transact(async (tx) => {
        const [action, subject] = ['inspection.change-stage', eastmarch]
        const values = { actor: 'test', happened_at: shell.now(), before: null, after: '{"stage":"none"}' }
        await tx
          .insertInto('audit_event')
          .values({ action, subject, ...values })
          .execute()
        await checkAuditShapes(tx)
        return refuse(problem('request.not-found', {}))
      }),
    ).rejects.toThrow(`inspection.change-stage ${eastmarch}`)
  })
})

describe('the inspection of Eastmarch', () => {
  test('is in fieldwork, with 12 court cases and 8 out of court, each for one of four people', async () => {
    expect(await findStage(shell.database, eastmarch)).toBe('fieldwork')
    expect(rows.filter(({ caseDomain }) => caseDomain === 'court')).toHaveLength(12)
    expect(rows.filter(({ caseDomain }) => caseDomain === 'out-of-court')).toHaveLength(8)
    expect(rows.every(({ assigned }) => assigned.length === 1)).toBe(true)
    expect(new Set(rows.flatMap(({ assigned }) => assigned.map(({ name }) => name)))).toEqual(
      new Set(['Lena (made up)', 'Idris (made up)', 'Asha (made up)', 'Lewis (made up)']),
    )
  })

  test('is rated only so far, from signed and unsigned cases; no other inspection is', async () => {
    const ratedOf = async (id: string) => doneValue(await rateStoredInspection(shell, editions, id))
    const signed = rows.filter((row) => statusOf(row) === 'Signed').length
    expect(signed).toBeGreaterThan(0)
    expect((await ratedOf(eastmarch)).underWay).toEqual({ signed, inspected: 20 })
    const report = doneValue(await loadReport(shell, editions, eastmarch))
    expect(report.warning).toContain(`${signed} of 20 cases signed`)
    for (const { id } of await listInspections(shell.database)) {
      if (id !== eastmarch) expect((await ratedOf(id)).underWay).toBeNull()
    }
  })

  test('has, for its inspector, a case in every state', () => {
    const own = rows.filter(({ assigned }) => assigned.some(({ name }) => name === 'Idris (made up)'))
    expect(new Set(own.map(statusOf))).toEqual(
      new Set(['Not started', 'In progress', 'Ready', 'Returned with comments', 'Signed']),
    )
    expect(own.filter(({ missing }) => missing.some((item) => item.missing === 'decision'))).toHaveLength(1)
  })

  test('has one answer of two people with a conflict, and one example under a changed name', async () => {
    const loaded = await Promise.all(
      rows.map(async ({ caseId }) =>
        doneValue(await loadCase(shell, editions, { inspectionId: eastmarch, caseId })),
      ),
    )
    expect(loaded.flatMap(({ conflicting }) => conflicting)).toMatchObject([
      { kind: 'answer', item: '2.1.1', value: 'yes', author: { name: 'Lena (made up)' } },
    ])
    const entries = loaded.flatMap((one) => one.entries.all)
    expect(entries.filter(({ kind }) => kind === 'practice')).toMatchObject([
      { value: 'good-practice', detail: 'Robin' },
    ])
    const notes = entries.filter(({ kind }) => kind === 'note').map(({ value }) => value)
    expect(notes.every((note) => note?.startsWith('Made up: '))).toBe(true)
  })
})

test('at the next start everything is left as it is', async () => {
  const [events, names] = [await countEvents(), await loadPseudonyms(shell.database, eastmarch)]
  expect(doneValue(await seedDemonstration(shell))).toBe(0)
  expect(await countEvents()).toBe(events)
  expect(await loadPseudonyms(shell.database, eastmarch)).toEqual(names)
})

test('once all cases are signed, nothing says any more that fieldwork is under way', async () => {
  await sql`
    insert into case_step (inspection_id, case_id, position, step, status, round, taken_at, taken_by)
    select inspection_id, case_id, 1000, 'sign', 'signed', 1, now(), 'Someone'
    from inspected_case where inspection_id = ${eastmarch}`.execute(shell.database)
  expect(await findStage(shell.database, eastmarch)).toBe('fieldwork')
  const stored = doneValue(await rateStoredInspection(shell, editions, eastmarch))
  expect(stored.underWay).toBeNull()
  expect(ratingsPage(stored)).toMatchObject({ soFar: null })
  expect(doneValue(await loadReport(shell, editions, eastmarch)).warning).not.toContain('cases signed')
})
