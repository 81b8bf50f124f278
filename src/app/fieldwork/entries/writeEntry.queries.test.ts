/** Fieldwork over the real database: what is acknowledged is there, and what was there is never altered. */
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/support/database.ts'
import { aSmallEdition } from '../../../../test/support/editionBuilder.ts'
import { completeFact } from '../../../../test/support/fieldwork.ts'
import { factsOf } from '../../../core/fieldwork/caseFacts.ts'
import type { CaseStep } from '../../../core/fieldwork/caseProgress.ts'
import { keyQuestionsOfCase } from '../../../core/fieldwork/caseQuestions.ts'
import type { EntryRef, EntryValue } from '../../../core/fieldwork/entry.ts'
import type { Result } from '../../../core/kernel/result.ts'
import type { Shell } from '../../../platform/shell.ts'
import { inspectionId } from '../../inspections/inspection.ts'
import { saveInspection } from '../../inspections/inspections.queries.ts'
import { findEntry, listConflictingValues, listVersions } from '../case/case.queries.ts'
import { loadAnswers, replaceAnswers } from '../case/inspectedCases.queries.ts'
import { resolveConflict } from '../conflicts/resolveConflict.ts'
import { takeCaseStep } from '../steps/takeCaseStep.ts'
import { writeEntry } from './writeEntry.ts'

const shellOf = useDatabase()
const edition = aSmallEdition()
const editions = new Map([[edition.id, edition]])
const id = inspectionId('northmoor-2026-06') ?? expect.fail()
const key = { inspectionId: id, caseId: 'C1' }
const question: EntryRef = { kind: 'answer', item: '1.1.1.a' }

function as(shell: Shell, name: string): Shell {
  return { ...shell, actor: { name } }
}

async function anInspection(): Promise<Shell> {
  const shell = shellOf()
  const inspection = {
    id,
    serviceName: 'Northmoor',
    editionId: edition.id,
    fieldworkStarted: '2026-06-01',
    published: null,
    source: null,
    madeUp: true,
    cases: [{ domain: 'court', inspected: 1 }],
  }
  await shell.transact(async (tx) => {
    await saveInspection(tx, inspection, shell.now())
    const answer = { caseId: 'C1', domain: 'court', question: '1.1.2', answer: 'yes' }
    await replaceAnswers(tx, shell, id, [answer])
    return { ok: true, value: null }
  })
  return shell
}

function write(shell: Shell, value: string | null, sawVersion: number, idempotencyKey: string | null = null) {
  const request = { key, ref: question, write: { value, detail: null, sawVersion }, idempotencyKey }
  return writeEntry(shell, editions, request)
}

function takeStep(shell: Shell, step: CaseStep, comment: string | null = null) {
  return takeCaseStep(shell, editions, { key, step, comment, idempotencyKey: null })
}

function doneValue<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.problems.map(({ text }) => text).join(' '))
  return result.value
}

function codeOf(result: Result<unknown>): string | null {
  return result.ok ? null : result.problems[0].code
}

describe('one answer', () => {
  test('is a version more each time, and every earlier value stays', async () => {
    const shell = await anInspection()
    await write(shell, 'yes', 0)
    await write(shell, 'no', 1)
    const versions = await listVersions(shell.database, key, question)
    expect(versions.map(({ version, value }) => [version, value])).toEqual([
      [1, 'yes'],
      [2, 'no'],
    ])
  })

  test('of two inspectors who saw the same is saved twice, with both names', async () => {
    const shell = await anInspection()
    await write(as(shell, 'Ada Price'), 'yes', 0)
    const second = doneValue(await write(as(shell, 'Ben Cole'), 'no', 0))
    expect(second).toMatchObject({ kind: 'kept', entry: { value: 'yes', author: { name: 'Ada Price' } } })
    const kept = await listConflictingValues(shell.database, key)
    expect(kept.map(({ value, author }) => [value, author.name])).toEqual([['no', 'Ben Cole']])
  })

  test('that is sent again with its key gets the same reply, and is written once', async () => {
    const shell = await anInspection()
    const first = await write(shell, 'yes', 0, 'key-1')
    await write(as(shell, 'Ben Cole'), 'no', 1)
    expect(await write(shell, 'yes', 0, 'key-1')).toEqual(first)
    expect(await listVersions(shell.database, key, question)).toHaveLength(2)
    expect(codeOf(await write(shell, 'no', 0, 'key-1'))).toBe('fieldwork.key-used-otherwise')
  })

  test('the same conflicting value twice is saved once', async () => {
    const shell = await anInspection()
    await write(as(shell, 'Ada Price'), 'yes', 0)
    await write(as(shell, 'Ben Cole'), 'no', 0)
    await write(as(shell, 'Ben Cole'), 'no', 0)
    expect(await listConflictingValues(shell.database, key)).toHaveLength(1)
  })

  test('is refused for a case or question that there is none of', async () => {
    const shell = await anInspection()
    const request = {
      ref: question,
      write: { value: 'yes', detail: null, sawVersion: 0 },
      idempotencyKey: null,
    }
    const noCase = await writeEntry(shell, editions, { ...request, key: { ...key, caseId: 'C9' } })
    expect(codeOf(noCase)).toBe('fieldwork.case-not-found')
    const noQuestion = await writeEntry(shell, editions, {
      ...request,
      key,
      ref: { ...question, item: '9.9' },
    })
    expect(codeOf(noQuestion)).toBe('fieldwork.question-not-asked')
  })
})

describe('a conflict', () => {
  test('is resolved with one value, and says so in the history', async () => {
    const shell = await anInspection()
    await write(as(shell, 'Ada Price'), 'yes', 0)
    await write(as(shell, 'Ben Cole'), 'no', 0)
    const chosen = { value: 'no', detail: null, sawVersion: 1 }
    expect(
      doneValue(
        await resolveConflict(shell, editions, { key, ref: question, chosen, reason: 'Seen together.' }),
      ),
    ).toBe(2)
    expect((await findEntry(shell.database, key, question))?.value).toBe('no')
    expect(await listConflictingValues(shell.database, key)).toEqual([])
    const again = await resolveConflict(shell, editions, {
      key,
      ref: question,
      chosen,
      reason: 'Seen together.',
    })
    expect(codeOf(again)).toBe('fieldwork.conflict-not-found')
  })

  test('is not resolved by someone who saw an older value', async () => {
    const shell = await anInspection()
    await write(as(shell, 'Ada Price'), 'yes', 0)
    await write(as(shell, 'Ben Cole'), 'no', 0)
    await write(as(shell, 'Ada Price'), 'na', 1)
    const chosen = { value: 'no', detail: null, sawVersion: 1 }
    const decided = await resolveConflict(shell, editions, {
      key,
      ref: question,
      chosen,
      reason: 'Seen together.',
    })
    expect(codeOf(decided)).toBe('fieldwork.conflict-moved-on')
  })
})

describe('a case', () => {
  async function complete(shell: Shell): Promise<void> {
    const put = (ref: EntryRef, value: EntryValue) =>
      writeEntry(shell, editions, { key, ref, write: { ...value, sawVersion: 0 }, idempotencyKey: null })
    for (const { keyQuestion } of keyQuestionsOfCase(edition, 'court')) {
      for (const { id: item } of [keyQuestion, ...keyQuestion.prompts])
        await put({ kind: 'answer', item }, { value: 'yes', detail: null })
    }
    for (const fact of factsOf(edition)) await put({ kind: 'fact', item: fact.id }, completeFact(fact))
  }

  test('is handed in and signed; what arrives then is saved as a conflict and changes nothing', async () => {
    const shell = await anInspection()
    expect(codeOf(await takeStep(shell, 'hand-in'))).toBe('fieldwork.case-incomplete')
    await complete(shell)
    doneValue(await takeStep(shell, 'hand-in'))
    expect(codeOf(await takeStep(shell, 'check'))).toBe('fieldwork.second-person')
    doneValue(await takeStep(as(shell, 'Ada Price'), 'check'))
    doneValue(await takeStep(shell, 'sign'))
    const late = doneValue(await write(shell, 'no', 1))
    expect(late).toMatchObject({ kind: 'kept', because: 'case-frozen' })
    expect((await findEntry(shell.database, key, question))?.value).toBe('yes')
    const signed = await shell.database.selectFrom('signed_case').select('content').executeTakeFirstOrThrow()
    expect(JSON.stringify(signed.content)).toContain(edition.domains[0]?.standards[0]?.keyQuestions[0]?.text)
    doneValue(await takeStep(shell, 'reopen', 'New evidence'))
    expect(doneValue(await write(shell, 'no', 1)).kind).toBe('saved')
  })
})

describe('imported answers', () => {
  test('go through the same history: a replaced answer is a version, a case not listed is withdrawn', async () => {
    const shell = await anInspection()
    const answer = { domain: 'court', question: '1.1.2' }
    const replace = (answers: Parameters<typeof replaceAnswers>[3]) =>
      shell.transact(async (tx) => {
        await replaceAnswers(tx, shell, id, answers)
        return { ok: true, value: null }
      })
    await replace([{ ...answer, caseId: 'C2', answer: 'no' }])
    expect(await loadAnswers(shell.database, id)).toEqual([{ ...answer, caseId: 'C2', answer: 'no' }])
    await replace([{ ...answer, caseId: 'C1', answer: 'no' }])
    expect(await loadAnswers(shell.database, id)).toEqual([{ ...answer, caseId: 'C1', answer: 'no' }])
    const versions = await listVersions(shell.database, key, { kind: 'answer', item: '1.1.2' })
    expect(versions.map(({ value }) => value)).toEqual(['yes', null, 'no'])
  })
})

describe('history', () => {
  test.each(['entry_version', 'kept_value', 'case_step'])('%s is never altered', async (table) => {
    const shell = await anInspection()
    await write(as(shell, 'Ada Price'), 'yes', 0)
    await write(as(shell, 'Ben Cole'), 'no', 0)
    await shell.database
      .insertInto('case_step')
      .values({
        inspection_id: id,
        case_id: 'C1',
        position: 1,
        step: 'hand-in',
        status: 'ready',
        round: 1,
        taken_at: shell.now(),
        taken_by: 'Ada Price',
      })
      .execute()
    const statement = sql`delete from ${sql.table(table)}`.execute(shell.database)
    await expect(statement).rejects.toThrow('permission denied')
  })
})
