/** The inspected cases of an inspection and what was answered about them, as ratings read and imports write them. */
import type { NotNull } from 'kysely'
import type { Connection, Tx } from '../../../platform/database/connection.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { InspectionId } from '../../inspections/inspection.ts'
import { columnsOfImportedCase, saveCases } from './inspectedCase.queries.ts'

/** One answer to one question about one case, as it is stored. */
export type StoredAnswer = {
  readonly caseId: string
  readonly domain: string
  readonly question: string
  readonly answer: string
}

type By = Pick<Shell, 'actor' | 'now'>

/** PostgreSQL accepts 65,535 values in one statement; a version has up to nine of them. */
const rowsInOneStatement = 5_000

/** Returns every answer of the inspection, ordered by case and then question. */
export async function loadAnswers(
  database: Connection,
  inspectionId: InspectionId,
): Promise<readonly StoredAnswer[]> {
  const rows = await database
    .selectFrom('case_answer')
    .innerJoin('inspected_case', (join) =>
      join
        .onRef('inspected_case.inspection_id', '=', 'case_answer.inspection_id')
        .onRef('inspected_case.case_id', '=', 'case_answer.case_id'),
    )
    .select([
      'inspected_case.case_id',
      'inspected_case.case_domain',
      'case_answer.question_id',
      'case_answer.answer',
    ])
    .$narrowType<{ question_id: NotNull; answer: NotNull }>()
    .where('case_answer.inspection_id', '=', inspectionId)
    .orderBy('inspected_case.case_id')
    .orderBy('case_answer.question_id')
    .execute()
  return rows.map((row) => ({
    caseId: row.case_id,
    domain: row.case_domain,
    question: row.question_id,
    answer: row.answer,
  }))
}

/**
 * Replaces all answers and cases of the inspection with these. Earlier answers stay in the history: an answer that
 * differs is a new version, and a case that is no longer listed is withdrawn.
 */
export async function replaceAnswers(
  tx: Tx,
  by: By,
  inspectionId: InspectionId,
  answers: readonly StoredAnswer[],
): Promise<void> {
  await replaceCases(tx, by, inspectionId, new Map(answers.map(({ caseId, domain }) => [caseId, domain])))
  const current = await currentAnswers(tx, inspectionId)
  const wanted = new Map(answers.map(({ caseId, question, answer }) => [keyOf(caseId, question), answer]))
  const changed = answers
    .filter(({ caseId, question, answer }) => current.get(keyOf(caseId, question))?.value !== answer)
    .map(({ caseId, question, answer }) => ({ caseId, item: question, value: answer }))
  const removed = [...current.values()]
    .filter(({ caseId, item, value }) => value !== null && !wanted.has(keyOf(caseId, item)))
    .map(({ caseId, item }) => ({ caseId, item, value: null }))
  const rows = [...changed, ...removed].map(({ caseId, item, value }) => ({
    inspection_id: inspectionId,
    case_id: caseId,
    kind: 'answer',
    item,
    version: (current.get(keyOf(caseId, item))?.version ?? 0) + 1,
    value,
    written_at: by.now(),
    written_by: by.actor.name,
    person_id: by.actor.personId ?? null,
  }))
  for (const part of inParts(rows)) await tx.insertInto('entry_version').values(part).execute()
}

function keyOf(caseId: string, question: string): string {
  return `${question} ${caseId}`
}

/** Returns the latest version of each answer, including those of withdrawn cases and those that were removed. */
async function currentAnswers(tx: Tx, inspectionId: InspectionId) {
  const rows = await tx
    .selectFrom('current_entry')
    .select(['case_id as caseId', 'item', 'version', 'value'])
    .$narrowType<{ caseId: NotNull; item: NotNull; version: NotNull }>()
    .where('inspection_id', '=', inspectionId)
    .where('kind', '=', 'answer')
    .execute()
  return new Map(rows.map((row) => [keyOf(row.caseId, row.item), row]))
}

async function replaceCases(
  tx: Tx,
  by: By,
  inspectionId: InspectionId,
  domains: ReadonlyMap<string, string>,
): Promise<void> {
  const cases = [...domains].map(([caseId, domain]) => columnsOfImportedCase(caseId, domain))
  for (const part of inParts(cases)) await saveCases(tx, inspectionId, part)
  await withdrawOthers(tx, by, inspectionId, domains)
}

/** Withdraws the cases that are not listed, and reopens those that had been withdrawn and now are listed. */
async function withdrawOthers(
  tx: Tx,
  by: By,
  inspectionId: InspectionId,
  listed: ReadonlyMap<string, string>,
): Promise<void> {
  const known = await tx
    .selectFrom('inspected_case as listed')
    .leftJoin('current_step as step', (join) =>
      join
        .onRef('step.inspection_id', '=', 'listed.inspection_id')
        .onRef('step.case_id', '=', 'listed.case_id'),
    )
    .select(['listed.case_id', 'step.position', 'step.status', 'step.round'])
    .where('listed.inspection_id', '=', inspectionId)
    .execute()
  const rows = known
    .filter((row) => (row.status === 'withdrawn') === listed.has(row.case_id))
    .map((row) => ({
      inspection_id: inspectionId,
      case_id: row.case_id,
      position: (row.position ?? 0) + 1,
      step: listed.has(row.case_id) ? 'list' : 'withdraw',
      status: listed.has(row.case_id) ? 'open' : 'withdrawn',
      round: row.round ?? 1,
      taken_at: by.now(),
      taken_by: by.actor.name,
      person_id: by.actor.personId ?? null,
    }))
  for (const part of inParts(rows)) await tx.insertInto('case_step').values(part).execute()
}

function inParts<Row>(rows: readonly Row[]): readonly Row[][] {
  const parts: Row[][] = []
  for (let start = 0; start < rows.length; start += rowsInOneStatement) {
    parts.push(rows.slice(start, start + rowsInOneStatement))
  }
  return parts
}
