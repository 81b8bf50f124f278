/** Whether work on an inspection has begun since it was announced. */
import { sql } from 'kysely'
import type { Connection } from '../../../platform/database/connection.ts'

/** What depends on the service and the edition of an inspection. Roles and a stage depend on neither. */
const work = [
  'case_list_upload',
  'case_list_version',
  'sample_plan',
  'assessor',
  'inspected_case',
  'standard_judgement',
  'key_question_figure',
  'standard_findings',
  'recommendation',
] as const

/** Returns whether anything was uploaded, planned, judged or written for the inspection. */
export async function hasWork(database: Connection, inspectionId: string): Promise<boolean> {
  const parts = work.map(
    (table) => sql`select from ${sql.table(table)} where inspection_id = ${inspectionId}`,
  )
  const { rows } = await sql<{ has: boolean }>`
    select exists (${sql.join(parts, sql` union all `)}) as has`.execute(database)
  return rows[0]?.has ?? false
}
