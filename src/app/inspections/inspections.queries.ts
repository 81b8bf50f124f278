/** The register: services, inspections and how many cases each inspected. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../../platform/database/databaseTypes.ts'
import { type CaseCount, type Inspection, type InspectionId, inspectionId, slug } from './inspection.ts'

type Connection = Kysely<Database> | Transaction<Database>

/** The inspection `id`, or undefined where the register has none. */
export async function findInspection(
  database: Connection,
  id: InspectionId,
): Promise<Inspection | undefined> {
  const row = await inspectionRows(database).where('inspection.inspection_id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  return inspectionOf(row, await caseCounts(database, [id]))
}

/** Every inspection, by service and then the latest first. */
export async function listInspections(database: Connection): Promise<readonly Inspection[]> {
  const rows = await inspectionRows(database)
    .orderBy('service.name')
    .orderBy('inspection.inspection_id', 'desc')
    .execute()
  const counts = await caseCounts(
    database,
    rows.map((row) => row.inspection_id),
  )
  return rows.map((row) => inspectionOf(row, counts))
}

/**
 * The inspection of the service that `inspection` would be a second copy of: the one with its id, or the one
 * whose fieldwork started in the same month.
 */
export async function findSameInspection(
  database: Connection,
  inspection: Inspection,
): Promise<Inspection | undefined> {
  const month = inspection.fieldworkStarted?.slice(0, 7) ?? ''
  const row = await inspectionRows(database)
    .where((where) =>
      where.or([
        where('inspection.inspection_id', '=', inspection.id),
        where.and([
          where('service.name', '=', inspection.serviceName),
          where(sql<string>`left(inspection.fieldwork_started, 7)`, '=', month),
        ]),
      ]),
    )
    .executeTakeFirst()
  return row === undefined ? undefined : inspectionOf(row, await caseCounts(database, [row.inspection_id]))
}

/**
 * Lets one import at a time decide what is new, until its transaction ends: of two that bring the same
 * inspection, the second finds the first and cannot write over it unseen.
 */
export async function lockRegister(tx: Transaction<Database>): Promise<void> {
  await sql`lock table inspection in share row exclusive mode`.execute(tx)
}

/** Puts the inspection on the register, or changes its entry, with its service and its numbers of cases. */
export async function saveInspection(
  tx: Transaction<Database>,
  inspection: Inspection,
  importedAt: Date,
): Promise<void> {
  const values = {
    service_id: await saveService(tx, inspection.serviceName),
    edition_id: inspection.editionId,
    fieldwork_started: inspection.fieldworkStarted,
    published: inspection.published,
    source: inspection.source,
    made_up: inspection.madeUp,
    imported_at: importedAt,
  }
  await tx
    .insertInto('inspection')
    .values({ inspection_id: inspection.id, ...values })
    .onConflict((conflict) => conflict.column('inspection_id').doUpdateSet(values))
    .execute()
  await saveCaseCounts(tx, inspection)
}

async function saveService(tx: Transaction<Database>, name: string): Promise<string> {
  const known = await tx
    .selectFrom('service')
    .select('service_id')
    .where('name', '=', name)
    .executeTakeFirst()
  if (known !== undefined) return known.service_id
  const row = await tx
    .insertInto('service')
    .values({ service_id: await freeServiceId(tx, slug(name)), name })
    .returning('service_id')
    .executeTakeFirstOrThrow()
  return row.service_id
}

/** Two names may make one slug (`St. Helens`, `St Helens`): the second is numbered. */
async function freeServiceId(tx: Transaction<Database>, wanted: string): Promise<string> {
  const base = wanted === '' ? 'service' : wanted
  const taken = await tx
    .selectFrom('service')
    .select('service_id')
    .where('service_id', 'like', `${base}%`)
    .execute()
  const ids = new Set(taken.map((row) => row.service_id))
  if (!ids.has(base)) return base
  let number = 2
  while (ids.has(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}

async function saveCaseCounts(tx: Transaction<Database>, { id, cases }: Inspection): Promise<void> {
  await tx.deleteFrom('case_count').where('inspection_id', '=', id).execute()
  if (cases.length === 0) return
  await tx
    .insertInto('case_count')
    .values(cases.map(({ domain, inspected }) => ({ inspection_id: id, case_domain: domain, inspected })))
    .execute()
}

/**
 * The date that the register was given, or the day in London on which an inspection that is published now last came to
 * that stage, as the audit log has it.
 */
const published = sql<string | null>`coalesce(inspection.published, case when exists (
  select from inspection_stage
  where inspection_stage.inspection_id = inspection.inspection_id and stage in ('published', 'after')
) then (
  select to_char(happened_at at time zone 'Europe/London', 'YYYY-MM-DD')
  from audit_event
  where audit_event.inspection_id = inspection.inspection_id and after ->> 'stage' = 'published'
  order by audit_event_id desc
  limit 1
) end)`

function inspectionRows(database: Connection) {
  return database
    .selectFrom('inspection')
    .innerJoin('service', 'service.service_id', 'inspection.service_id')
    .select([
      'inspection.inspection_id',
      'service.name',
      'inspection.edition_id',
      'inspection.fieldwork_started',
      published.as('published'),
      'inspection.source',
      'inspection.made_up',
    ])
}

type InspectionRow = Awaited<ReturnType<ReturnType<typeof inspectionRows>['executeTakeFirstOrThrow']>>
type CaseCounts = ReadonlyMap<string, readonly CaseCount[]>

function inspectionOf(row: InspectionRow, counts: CaseCounts): Inspection {
  const id = inspectionId(row.inspection_id)
  if (id === undefined) throw new Error(`${row.inspection_id} is no id of an inspection`)
  return {
    id,
    serviceName: row.name,
    editionId: row.edition_id,
    fieldworkStarted: row.fieldwork_started,
    published: row.published,
    source: row.source,
    madeUp: row.made_up,
    cases: counts.get(row.inspection_id) ?? [],
  }
}

async function caseCounts(database: Connection, ids: readonly string[]): Promise<CaseCounts> {
  if (ids.length === 0) return new Map()
  const rows = await database
    .selectFrom('case_count')
    .selectAll()
    .where('inspection_id', 'in', ids)
    .orderBy('case_domain')
    .execute()
  const byInspection = Map.groupBy(rows, (row) => row.inspection_id)
  return new Map(
    [...byInspection].map(([id, counts]) => [
      id,
      counts.map((row) => ({ domain: row.case_domain, inspected: row.inspected })),
    ]),
  )
}
