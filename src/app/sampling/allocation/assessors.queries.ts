/** The people of an inspection, and the conflicts of interest that were declared for them. */
import {
  type Assessor,
  type AssessorId,
  assessorId,
  assessorRoles,
  type Conflict,
  conflictKinds,
} from '../../../core/sampling/allocation/allocation.ts'
import type { Interests } from '../../../core/sampling/allocation/conflicts.ts'
import type { Connection, Tx } from '../../../platform/database/connection.ts'

/** A person with the version that a writer must have seen, and their account if they have one. */
export type StoredAssessor = Assessor & { readonly version: number; readonly personId: string | null }

export type StoredConflict = Conflict & {
  readonly conflictId: number
  readonly declaredAt: Date
  readonly declaredBy: string
  /** Null if it was not withdrawn. */
  readonly withdrawn: { readonly at: Date; readonly by: string; readonly reason: string } | null
}

/** Returns everyone, in the order of the names. */
export async function listAssessors(
  connection: Connection,
  inspectionId: string,
): Promise<readonly StoredAssessor[]> {
  const rows = await connection
    .selectFrom('assessor')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .orderBy('display_name')
    .orderBy('assessor_id')
    .execute()
  return rows.map((row) => ({
    id: storedAssessorId(row.assessor_id),
    name: row.display_name,
    role: storedMember(assessorRoles, row.role),
    ownServiceId: row.own_service_id,
    casesPerDay: row.cases_per_day,
    days: row.days,
    personId: row.person_id,
    version: row.version,
  }))
}

/** Stores a person, new or changed. */
export async function saveAssessor(tx: Tx, inspectionId: string, assessor: StoredAssessor): Promise<void> {
  const values = {
    display_name: assessor.name,
    role: assessor.role,
    own_service_id: assessor.ownServiceId,
    cases_per_day: assessor.casesPerDay,
    days: [...assessor.days],
    person_id: assessor.personId,
    version: assessor.version,
  }
  await tx
    .insertInto('assessor')
    .values({ inspection_id: inspectionId, assessor_id: assessor.id, ...values })
    .onConflict((conflict) => conflict.columns(['inspection_id', 'assessor_id']).doUpdateSet(values))
    .execute()
}

/** Returns every conflict of interest that was ever declared, in order. */
export async function listConflicts(
  connection: Connection,
  inspectionId: string,
): Promise<readonly StoredConflict[]> {
  const rows = await connection
    .selectFrom('conflict_of_interest')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .orderBy('conflict_id')
    .execute()
  return rows.map((row) => ({
    conflictId: row.conflict_id,
    assessor: storedAssessorId(row.assessor_id),
    kind: storedMember(conflictKinds, row.kind),
    about: row.about,
    reason: row.reason,
    declaredAt: row.declared_at,
    declaredBy: row.declared_by,
    withdrawn:
      row.withdrawn_at === null || row.withdrawn_by === null || row.withdrawn_reason === null
        ? null
        : { at: row.withdrawn_at, by: row.withdrawn_by, reason: row.withdrawn_reason },
  }))
}

/** Returns everyone who has a conflict of interest now, and everyone who works for the inspected service. */
export async function loadInterests(connection: Connection, inspectionId: string): Promise<Interests> {
  const rows = await connection
    .selectFrom('assessor')
    .innerJoin('inspection', 'inspection.inspection_id', 'assessor.inspection_id')
    .leftJoin('conflict_of_interest as conflict', (join) =>
      join
        .onRef('conflict.inspection_id', '=', 'assessor.inspection_id')
        .onRef('conflict.assessor_id', '=', 'assessor.assessor_id')
        .on('conflict.withdrawn_at', 'is', null),
    )
    .select(['assessor.assessor_id', 'assessor.display_name', 'assessor.own_service_id'])
    .select(['assessor.person_id', 'inspection.service_id'])
    .select(['conflict.kind', 'conflict.about', 'conflict.reason'])
    .where('assessor.inspection_id', '=', inspectionId)
    .where((where) =>
      where.or([
        where('conflict.conflict_id', 'is not', null),
        where('assessor.own_service_id', '=', where.ref('inspection.service_id')),
      ]),
    )
    .execute()
  return {
    people: rows.map((row) => ({
      id: storedAssessorId(row.assessor_id),
      name: row.display_name,
      ownServiceId: row.own_service_id,
      personId: row.person_id,
    })),
    conflicts: rows.flatMap(({ assessor_id, kind, about, reason }) =>
      kind === null || reason === null
        ? []
        : [
            {
              assessor: storedAssessorId(assessor_id),
              kind: storedMember(conflictKinds, kind),
              about,
              reason,
            },
          ],
    ),
    inspectedServiceId: rows[0]?.service_id ?? '',
  }
}

/** Stores a conflict of interest. */
export async function addConflict(
  tx: Tx,
  inspectionId: string,
  conflict: Omit<StoredConflict, 'withdrawn'>,
): Promise<void> {
  await tx
    .insertInto('conflict_of_interest')
    .values({
      inspection_id: inspectionId,
      conflict_id: conflict.conflictId,
      assessor_id: conflict.assessor,
      kind: conflict.kind,
      about: conflict.about,
      reason: conflict.reason,
      declared_at: conflict.declaredAt,
      declared_by: conflict.declaredBy,
    })
    .execute()
}

/** Notes that a conflict of interest was withdrawn. */
export async function withdrawStoredConflict(
  tx: Tx,
  inspectionId: string,
  conflictId: number,
  withdrawn: NonNullable<StoredConflict['withdrawn']>,
): Promise<void> {
  await tx
    .updateTable('conflict_of_interest')
    .set({ withdrawn_at: withdrawn.at, withdrawn_by: withdrawn.by, withdrawn_reason: withdrawn.reason })
    .where('inspection_id', '=', inspectionId)
    .where('conflict_id', '=', conflictId)
    .execute()
}

/** Returns an id that was checked before it was stored. */
export function storedAssessorId(text: string): AssessorId {
  const id = assessorId(text)
  if (id === undefined) throw new RangeError(`${text} is stored but is not the id of a person`)
  return id
}

/** Returns a member of a closed set that was checked before it was stored. */
export function storedMember<Member extends string>(members: readonly Member[], text: string): Member {
  const member = members.find((each) => each === text)
  if (member === undefined) throw new RangeError(`${text} is stored but is none of ${members.join(', ')}`)
  return member
}
