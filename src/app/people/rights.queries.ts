/** What the permission table needs to know: the roles of a person and the stage of an inspection. */
import type { Kysely, Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Database } from '../../platform/database/databaseTypes.ts'
import type { RoleHeld, Visitor } from './mayDo.ts'
import { isOverallRole, isRoleInInspection, isStage, type Stage } from './roles.ts'

type Connection = Kysely<Database> | Transaction<Database>
export type KnownVisitor = Extract<Visitor, { kind: 'person' }>

/** The person with their roles; undefined where there is none or the account is closed. */
export async function findVisitor(database: Connection, personId: string): Promise<KnownVisitor | undefined> {
  const row = await database
    .selectFrom('person')
    .select((expression) => [
      'person_id',
      'name',
      jsonArrayFrom(
        expression
          .selectFrom('overall_role')
          .select('role')
          .whereRef('overall_role.person_id', '=', 'person.person_id')
          .orderBy('role'),
      ).as('overall'),
      jsonArrayFrom(
        expression
          .selectFrom('inspection_role')
          .select(['inspection_id', 'role'])
          .whereRef('inspection_role.person_id', '=', 'person.person_id')
          .orderBy('inspection_id')
          .orderBy('role'),
      ).as('inspections'),
    ])
    .where('person_id', '=', personId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    kind: 'person',
    personId: row.person_id,
    name: row.name,
    overallRoles: row.overall.map(({ role }) => role).filter(isOverallRole),
    inspectionRoles: row.inspections.flatMap(heldRole),
  }
}

function heldRole(row: { readonly inspection_id: string; readonly role: string }): readonly RoleHeld[] {
  return isRoleInInspection(row.role) ? [{ inspectionId: row.inspection_id, role: row.role }] : []
}

/**
 * The stage of an inspection. One that is on no register is taken as just announced: whoever may not read an
 * announced inspection then cannot tell by the answer whether there is one.
 */
export async function findStage(database: Connection, inspectionId: string): Promise<Stage> {
  const row = await database
    .selectFrom('inspection')
    .leftJoin('inspection_stage', 'inspection_stage.inspection_id', 'inspection.inspection_id')
    .select(['inspection.published', 'inspection_stage.stage'])
    .where('inspection.inspection_id', '=', inspectionId)
    .executeTakeFirst()
  if (row === undefined) return 'announced'
  if (row.stage !== null && isStage(row.stage)) return row.stage
  return row.published === null ? 'ratings' : 'published'
}

export async function saveStage(
  tx: Transaction<Database>,
  inspectionId: string,
  stage: Stage,
): Promise<void> {
  await tx
    .insertInto('inspection_stage')
    .values({ inspection_id: inspectionId, stage })
    .onConflict((conflict) => conflict.column('inspection_id').doUpdateSet({ stage }))
    .execute()
}

export type RoleOfPerson = {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly role: string
}

/** Who has which role in an inspection, by name. */
export async function listRolesIn(
  database: Connection,
  inspectionId: string,
): Promise<readonly RoleOfPerson[]> {
  return database
    .selectFrom('inspection_role')
    .innerJoin('person', 'person.person_id', 'inspection_role.person_id')
    .select(['person.person_id as personId', 'person.name', 'person.email', 'inspection_role.role'])
    .where('inspection_id', '=', inspectionId)
    .where('closed_at', 'is', null)
    .orderBy('person.name')
    .orderBy('inspection_role.role')
    .execute()
}

/** False where they had it already. */
export async function giveInspectionRole(
  tx: Transaction<Database>,
  personId: string,
  held: RoleHeld,
): Promise<boolean> {
  const result = await tx
    .insertInto('inspection_role')
    .values({ inspection_id: held.inspectionId, person_id: personId, role: held.role })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** False where they did not have it. */
export async function takeInspectionRole(
  tx: Transaction<Database>,
  personId: string,
  held: RoleHeld,
): Promise<boolean> {
  const result = await tx
    .deleteFrom('inspection_role')
    .where('inspection_id', '=', held.inspectionId)
    .where('person_id', '=', personId)
    .where('role', '=', held.role)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function isOnRegister(database: Connection, inspectionId: string): Promise<boolean> {
  const row = await database
    .selectFrom('inspection')
    .select('inspection_id')
    .where('inspection_id', '=', inspectionId)
    .executeTakeFirst()
  return row !== undefined
}
