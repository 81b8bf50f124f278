/** The steps of a case, its signatures, and who assesses it. */

import { rolesWith } from '../../../core/access/permissionTable.ts'
import type { CaseProgress } from '../../../core/fieldwork/caseProgress.ts'
import type { Author } from '../../../core/fieldwork/entry.ts'
import type { SignedCase } from '../../../core/fieldwork/signedCase.ts'
import type { Connection, Tx } from '../../../platform/database/connection.ts'
import { statusOf } from '../case/case.queries.ts'
import type { CaseKey } from '../case/caseKey.ts'

export type TakenStep = {
  readonly position: number
  readonly step: string
  readonly progress: CaseProgress
  readonly comment: string | null
  readonly author: Author
  readonly at: string
}

/** Adds a step to those of the case. */
export async function insertStep(tx: Tx, { inspectionId, caseId }: CaseKey, taken: TakenStep): Promise<void> {
  await tx
    .insertInto('case_step')
    .values({
      inspection_id: inspectionId,
      case_id: caseId,
      position: taken.position,
      step: taken.step,
      ...taken.progress,
      comment: taken.comment,
      taken_at: taken.at,
      taken_by: taken.author.name,
      person_id: taken.author.personId,
    })
    .execute()
}

/** Returns the steps that a case took, the oldest first. */
export async function listSteps(
  database: Connection,
  { inspectionId, caseId }: CaseKey,
): Promise<readonly TakenStep[]> {
  const rows = await database
    .selectFrom('case_step')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    position: row.position,
    step: row.step,
    progress: { status: statusOf(row.status), round: row.round },
    comment: row.comment,
    author: { personId: row.person_id, name: row.taken_by },
    at: row.taken_at.toISOString(),
  }))
}

/** A case as it is signed. `at` is an ISO instant. */
export type Signature = {
  readonly round: number
  readonly content: SignedCase
  readonly author: Author
  readonly at: string
}

/** Stores the case as it is signed, with its questions as they were asked. */
export async function insertSignedCase(
  tx: Tx,
  { inspectionId, caseId }: CaseKey,
  { round, content, author, at }: Signature,
): Promise<void> {
  await tx
    .insertInto('signed_case')
    .values({
      inspection_id: inspectionId,
      case_id: caseId,
      round,
      content: JSON.stringify(content),
      signed_at: at,
      signed_by: author.name,
      person_id: author.personId,
    })
    .execute()
}

/** Returns the ids of the people who assess the case. */
export async function listAssigned(
  database: Connection,
  { inspectionId, caseId }: CaseKey,
): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('case_assignment')
    .select('person_id')
    .where('inspection_id', '=', inspectionId)
    .where('case_id', '=', caseId)
    .orderBy('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

/** Replaces the assessors of the case with these people. */
export async function replaceAssigned(
  tx: Tx,
  { inspectionId, caseId }: CaseKey,
  personIds: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('case_assignment')
    .where('inspection_id', '=', inspectionId)
    .where('case_id', '=', caseId)
    .execute()
  if (personIds.length === 0) return
  await tx
    .insertInto('case_assignment')
    .values(
      personIds.map((personId) => ({ inspection_id: inspectionId, case_id: caseId, person_id: personId })),
    )
    .execute()
}

/** Returns the people who assess cases in the inspection by their role, ordered by name. */
export async function listInspectors(
  database: Connection,
  inspectionId: string,
): Promise<readonly { readonly personId: string; readonly name: string }[]> {
  return database
    .selectFrom('inspection_role')
    .innerJoin('person', 'person.person_id', 'inspection_role.person_id')
    .select(['person.person_id as personId', 'person.name'])
    .distinct()
    .where('inspection_role.inspection_id', '=', inspectionId)
    .where('inspection_role.role', 'in', rolesWith('case.answer'))
    .orderBy('person.name')
    .execute()
}
