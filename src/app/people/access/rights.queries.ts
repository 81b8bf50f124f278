/** What the permission table needs to know: the roles of a person and the stage of an inspection. */
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { InspectionRole, Visitor } from '../../../core/access/mayDo.ts'
import { isOverallRole, isRoleInInspection } from '../../../core/access/roles.ts'
import type { SessionTimes } from '../../../core/access/sessionLimits.ts'
import { isStage, type Stage } from '../../../core/kernel/stages.ts'
import type { Connection, Tx } from '../../../platform/database/connection.ts'

export type KnownVisitor = Extract<Visitor, { kind: 'person' }>

/** Returns a person with their roles; undefined if there is none or the account is closed. */
export async function findVisitor(database: Connection, personId: string): Promise<KnownVisitor | undefined> {
  const row = await visitors(database).where('person.person_id', '=', personId).executeTakeFirst()
  return row && visitorOf(row)
}

/** Returns everyone with a role in the inspection or in all inspections, by name. */
export async function listVisitorsOf(
  database: Connection,
  inspectionId: string,
): Promise<readonly KnownVisitor[]> {
  const rows = await visitors(database)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('overall_role')
            .select('overall_role.role')
            .whereRef('overall_role.person_id', '=', 'person.person_id'),
        ),
        exists(
          selectFrom('inspection_role')
            .select('inspection_role.role')
            .whereRef('inspection_role.person_id', '=', 'person.person_id')
            .where('inspection_role.inspection_id', '=', inspectionId),
        ),
      ]),
    )
    .orderBy('person.name')
    .execute()
  return rows.map(visitorOf)
}

/** A person who sends a request, and the stage of the inspection that it names. */
export type KnownCaller = {
  readonly visitor: KnownVisitor
  readonly stage: Stage
  /** When the session or token was last seen in use; null for a token that never was. */
  readonly lastSeenAt: Date | null
}

/** Returns the person of a valid token; undefined if it has expired or was revoked, or if the account is closed. */
export async function findByToken(
  database: Connection,
  hash: string,
  inspectionId: string | null,
  now: Date,
): Promise<(KnownCaller & { readonly tokenId: string }) | undefined> {
  const row = await withStage(visitors(database), inspectionId)
    .innerJoin('api_token', 'api_token.person_id', 'person.person_id')
    .select(['api_token.token_id', 'api_token.last_used_at'])
    .where('api_token.token_hash', '=', hash)
    .where('api_token.revoked_at', 'is', null)
    .where('api_token.ends_at', '>', now)
    .executeTakeFirst()
  return row && { ...callerOf(row), tokenId: row.token_id, lastSeenAt: row.last_used_at }
}

/** Returns the person of a session, ended or not; undefined if there is none or the account is closed. */
export async function findBySession(
  database: Connection,
  hash: string,
  inspectionId: string | null,
): Promise<(KnownCaller & SessionTimes) | undefined> {
  const row = await withStage(visitors(database), inspectionId)
    .innerJoin('session', 'session.person_id', 'person.person_id')
    .select(['session.started_at', 'session.last_seen_at', 'session.ended_at'])
    .where('session.session_hash', '=', hash)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const times = { startedAt: row.started_at, lastSeenAt: row.last_seen_at, endedAt: row.ended_at }
  return { ...callerOf(row), ...times }
}

function visitors(database: Connection) {
  return database
    .selectFrom('person')
    .select((expression) => [
      'person.person_id',
      'person.name',
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
          // No one has a role in an inspection that was withdrawn.
          .innerJoin('inspection', 'inspection.inspection_id', 'inspection_role.inspection_id')
          .select(['inspection_role.inspection_id', 'role'])
          .whereRef('inspection_role.person_id', '=', 'person.person_id')
          .where('inspection.withdrawn_at', 'is', null)
          .orderBy('inspection_role.inspection_id')
          .orderBy('role'),
      ).as('inspections'),
    ])
    .where('person.closed_at', 'is', null)
}

function withStage(query: ReturnType<typeof visitors>, inspectionId: string | null) {
  return query
    .leftJoin('inspection', (join) => join.on('inspection.inspection_id', '=', inspectionId))
    .leftJoin('inspection_stage', 'inspection_stage.inspection_id', 'inspection.inspection_id')
    .select(['inspection.inspection_id', 'inspection.published', 'inspection_stage.stage'])
}

function callerOf(row: VisitorRow & StageRow) {
  return { visitor: visitorOf(row), stage: stageOf(row.inspection_id === null ? undefined : row) }
}

type VisitorRow = {
  readonly person_id: string
  readonly name: string
  readonly overall: readonly { readonly role: string }[]
  readonly inspections: readonly { readonly inspection_id: string; readonly role: string }[]
}

function visitorOf(row: VisitorRow): KnownVisitor {
  return {
    kind: 'person',
    personId: row.person_id,
    name: row.name,
    overallRoles: row.overall.map(({ role }) => role).filter(isOverallRole),
    inspectionRoles: row.inspections.flatMap(inspectionRole),
  }
}

function inspectionRole(row: VisitorRow['inspections'][number]): readonly InspectionRole[] {
  return isRoleInInspection(row.role) ? [{ inspectionId: row.inspection_id, role: row.role }] : []
}

/**
 * Returns the stage of an inspection. One that is not on the register is treated as announced, so that people who may
 * not read an announced inspection cannot find out whether there is one.
 */
export async function findStage(database: Connection, inspectionId: string): Promise<Stage> {
  const row = await database
    .selectFrom('inspection')
    .leftJoin('inspection_stage', 'inspection_stage.inspection_id', 'inspection.inspection_id')
    .select(['inspection.published', 'inspection_stage.stage'])
    .where('inspection.inspection_id', '=', inspectionId)
    .executeTakeFirst()
  return stageOf(row)
}

type StageRow = {
  readonly inspection_id: string | null
  readonly published: string | null
  readonly stage: string | null
}

function stageOf(row: Pick<StageRow, 'published' | 'stage'> | undefined): Stage {
  if (row === undefined) return 'announced'
  if (row.stage !== null && isStage(row.stage)) return row.stage
  return row.published === null ? 'ratings' : 'published'
}

/** Saves the stage of an inspection. */
export async function saveStage(tx: Tx, inspectionId: string, stage: Stage): Promise<void> {
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

/** Returns the people with roles in an inspection, by name and role, without closed accounts. */
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

/** Gives a person a role. Returns false if they had it. */
export async function insertInspectionRole(
  tx: Tx,
  personId: string,
  { inspectionId, role }: InspectionRole,
): Promise<boolean> {
  const result = await tx
    .insertInto('inspection_role')
    .values({ inspection_id: inspectionId, person_id: personId, role })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Removes a role from a person. Returns false if they did not have it. */
export async function deleteInspectionRole(
  tx: Tx,
  personId: string,
  { inspectionId, role }: InspectionRole,
): Promise<boolean> {
  const result = await tx
    .deleteFrom('inspection_role')
    .where('inspection_id', '=', inspectionId)
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Returns the name of the inspected service, also of a withdrawn inspection; undefined if there is no inspection. */
export async function findServiceName(
  database: Connection,
  inspectionId: string,
): Promise<string | undefined> {
  const row = await database
    .selectFrom('inspection')
    .innerJoin('service', 'service.service_id', 'inspection.service_id')
    .select('service.name')
    .where('inspection_id', '=', inspectionId)
    .executeTakeFirst()
  return row?.name
}

/** Returns whether an inspection is on the register and was not withdrawn. */
export async function isOnRegister(database: Connection, inspectionId: string): Promise<boolean> {
  const row = await database
    .selectFrom('inspection')
    .select('inspection_id')
    .where('inspection_id', '=', inspectionId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Locks the inspection against changes until the transaction ends. Returns false if it is not on the register or was
 * withdrawn.
 */
export async function lockInspection(tx: Tx, inspectionId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('inspection')
    .select('inspection_id')
    .where('inspection_id', '=', inspectionId)
    .where('withdrawn_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** Returns the names of the services on the register, in alphabetical order. */
export async function listServiceNames(database: Connection): Promise<readonly string[]> {
  const rows = await database.selectFrom('service').select('name').orderBy('name').execute()
  return rows.map(({ name }) => name)
}
