/** The inspected cases of an inspection and what was answered about them. */
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../../platform/database/databaseTypes.ts'
import type { InspectionId } from '../inspections/inspection.ts'

/** One answer to one question about one case, as it is stored. */
export type StoredAnswer = {
  readonly caseId: string
  readonly domain: string
  readonly question: string
  readonly answer: string
}

type Connection = Kysely<Database> | Transaction<Database>

/** PostgreSQL takes 65,535 values in one statement; an answer is four of them. */
const answersInOneStatement = 10_000

/** Every answer of the inspection, by case and then question; empty where it has none of its own. */
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
      'case_answer.case_id',
      'inspected_case.case_domain',
      'case_answer.question_id',
      'case_answer.answer',
    ])
    .where('case_answer.inspection_id', '=', inspectionId)
    .orderBy('case_answer.case_id')
    .orderBy('case_answer.question_id')
    .execute()
  return rows.map((row) => ({
    caseId: row.case_id,
    domain: row.case_domain,
    question: row.question_id,
    answer: row.answer,
  }))
}

/** Puts these answers and their cases in the place of all that the inspection had. */
export async function replaceAnswers(
  tx: Transaction<Database>,
  inspectionId: InspectionId,
  answers: readonly StoredAnswer[],
): Promise<void> {
  await tx.deleteFrom('case_answer').where('inspection_id', '=', inspectionId).execute()
  await tx.deleteFrom('inspected_case').where('inspection_id', '=', inspectionId).execute()
  await insertCases(tx, inspectionId, answers)
  for (let start = 0; start < answers.length; start += answersInOneStatement) {
    const part = answers.slice(start, start + answersInOneStatement)
    await tx
      .insertInto('case_answer')
      .values(
        part.map(({ caseId, question, answer }) => ({
          inspection_id: inspectionId,
          case_id: caseId,
          question_id: question,
          answer,
        })),
      )
      .execute()
  }
}

async function insertCases(
  tx: Transaction<Database>,
  inspectionId: InspectionId,
  answers: readonly StoredAnswer[],
): Promise<void> {
  const domains = new Map(answers.map(({ caseId, domain }) => [caseId, domain]))
  const cases = [...domains].map(([caseId, domain]) => ({
    inspection_id: inspectionId,
    case_id: caseId,
    case_domain: domain,
  }))
  for (let start = 0; start < cases.length; start += answersInOneStatement) {
    await tx
      .insertInto('inspected_case')
      .values(cases.slice(start, start + answersInOneStatement))
      .execute()
  }
}
