/** Who has which case, and who had it before. */
import { sql } from 'kysely'
import {
  type AssessorId,
  type Assignment,
  assignmentOrigins,
} from '../../../core/sampling/allocation/allocation.ts'
import type { Connection, Tx } from '../../../platform/database/connection.ts'
import type { StoredCase } from '../../intake/caseLists.queries.ts'
import { carried } from '../../intake/storedJson.ts'
import { storedAssessorId, storedMember } from './assessors.queries.ts'

/** An assignment with its trace: who made it, when, why, and its place in the case's history. */
export type StoredAssignment = Assignment & {
  readonly version: number
  readonly reason: string | null
  readonly assignedAt: Date
  readonly assignedBy: string
}

/** Returns the latest assignment of each case that ever had one, in the order of the pseudonyms. */
export async function listAssignments(
  connection: Connection,
  inspectionId: string,
): Promise<readonly StoredAssignment[]> {
  const rows = await connection
    .selectFrom('assignment')
    .selectAll()
    .distinctOn('pseudonym')
    .where('inspection_id', '=', inspectionId)
    .orderBy('pseudonym')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(assignmentOf)
}

/** Returns who each case was allocated to when work on it last started, by pseudonym. */
export async function lastBegun(
  connection: Connection,
  inspectionId: string,
): Promise<ReadonlyMap<string, AssessorId>> {
  const rows = await connection
    .selectFrom('assignment')
    .select(['pseudonym', 'assessor_id'])
    .distinctOn('pseudonym')
    .where('inspection_id', '=', inspectionId)
    .where('origin', '=', 'begun')
    .orderBy('pseudonym')
    .orderBy('version', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.pseudonym, storedAssessorId(row.assessor_id)]))
}

/** Returns every assignment of one case, the latest first. */
export async function assignmentHistory(
  connection: Connection,
  inspectionId: string,
  pseudonym: string,
): Promise<readonly StoredAssignment[]> {
  const rows = await connection
    .selectFrom('assignment')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .where('pseudonym', '=', pseudonym)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(assignmentOf)
}

/** Adds assignments to their cases' histories. */
export async function addAssignments(
  tx: Tx,
  inspectionId: string,
  assignments: readonly StoredAssignment[],
): Promise<void> {
  if (assignments.length === 0) return
  await tx
    .insertInto('assignment')
    .values(
      assignments.map((assignment) => ({
        inspection_id: inspectionId,
        pseudonym: assignment.pseudonym,
        version: assignment.version,
        assessor_id: assignment.assessor,
        origin: assignment.origin,
        reason: assignment.reason,
        assigned_at: assignment.assignedAt,
        assigned_by: assignment.assignedBy,
      })),
    )
    .execute()
}

/** Returns the case managers that people named, by pseudonym. */
export async function namedCaseManagers(
  connection: Connection,
  inspectionId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await connection
    .selectFrom('case_manager')
    .select(['pseudonym', 'name'])
    .where('inspection_id', '=', inspectionId)
    .execute()
  return new Map(rows.map((row) => [row.pseudonym, row.name]))
}

/** Returns the additional columns of each case in the latest list that has it, by pseudonym. */
export async function listedOthers(
  connection: Connection,
  inspectionId: string,
): Promise<ReadonlyMap<string, StoredCase['others']>> {
  const rows = await connection
    .selectFrom('listed_case')
    .select(['pseudonym', 'others'])
    .distinctOn('pseudonym')
    .where('inspection_id', '=', inspectionId)
    .orderBy('pseudonym')
    .orderBy('version', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.pseudonym, carried.parse(row.others)]))
}

/** Stores the names of the case managers, which replace those before. */
export async function saveCaseManagers(
  tx: Tx,
  inspectionId: string,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  await tx.deleteFrom('case_manager').where('inspection_id', '=', inspectionId).execute()
  const rows = [...names].map(([pseudonym, name]) => ({ inspection_id: inspectionId, pseudonym, name }))
  if (rows.length > 0) await tx.insertInto('case_manager').values(rows).execute()
}

/** Locks the allocation of an inspection until the transaction ends. */
export async function lockAllocation(tx: Tx, inspectionId: string): Promise<void> {
  await sql`select inspection_id from inspection where inspection_id = ${inspectionId} for update`.execute(tx)
}

/** Returns the service that is inspected, and every service on the register in the order of the names. */
export async function servicesOf(
  connection: Connection,
  inspectionId: string,
): Promise<{
  readonly inspected: string
  readonly all: readonly { readonly id: string; readonly name: string }[]
}> {
  const { service_id: inspected } = await connection
    .selectFrom('inspection')
    .select('service_id')
    .where('inspection_id', '=', inspectionId)
    .executeTakeFirstOrThrow()
  const rows = await connection.selectFrom('service').select(['service_id', 'name']).orderBy('name').execute()
  return { inspected, all: rows.map(({ service_id: id, name }) => ({ id, name })) }
}

type AssignmentRow = {
  readonly pseudonym: string
  readonly version: number
  readonly assessor_id: string
  readonly origin: string
  readonly reason: string | null
  readonly assigned_at: Date
  readonly assigned_by: string
}

function assignmentOf(row: AssignmentRow): StoredAssignment {
  return {
    pseudonym: row.pseudonym,
    version: row.version,
    assessor: storedAssessorId(row.assessor_id),
    origin: storedMember(assignmentOrigins, row.origin),
    reason: row.reason,
    assignedAt: row.assigned_at,
    assignedBy: row.assigned_by,
  }
}
