/** The register: services, inspections and how many cases each inspected. */
import { sql } from 'kysely'
import type { Connection, Tx } from '../../platform/database/connection.ts'
import { type CaseCount, type Inspection, type InspectionId, inspectionId, slug } from './inspection.ts'

/** Returns the inspection `id`, or undefined if the register has none or it was withdrawn. */
export async function findInspection(
  database: Connection,
  id: InspectionId,
): Promise<Inspection | undefined> {
  const row = await inspectionRows(database)
    .where('inspection.inspection_id', '=', id)
    .where('inspection.withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return inspectionOf(row, await caseCounts(database, [id]))
}

/** Returns every inspection that was not withdrawn, by service and then the latest first. */
export async function listInspections(database: Connection): Promise<readonly Inspection[]> {
  const rows = await inspectionRows(database)
    .where('inspection.withdrawn_at', 'is', null)
    .orderBy('service.name')
    .orderBy('inspection.inspection_id', 'desc')
    .execute()
  const counts = await caseCounts(
    database,
    rows.map((row) => row.inspection_id),
  )
  return rows.map((row) => inspectionOf(row, counts))
}

export type SameInspection = Inspection & { readonly isWithdrawn: boolean }

/**
 * Returns the inspection that `inspection` would be a second copy of: the one with its id, or the one of its service whose
 * fieldwork started in the same month. A withdrawn inspection counts only by its id, and only if there is no other.
 */
export async function findSameInspection(
  database: Connection,
  inspection: Pick<Inspection, 'id' | 'serviceName' | 'fieldworkStarted'>,
): Promise<SameInspection | undefined> {
  const month = inspection.fieldworkStarted?.slice(0, 7) ?? ''
  const row = await inspectionRows(database)
    .where((where) =>
      where.or([
        where('inspection.inspection_id', '=', inspection.id),
        where.and([
          where('inspection.withdrawn_at', 'is', null),
          where('service.name', '=', inspection.serviceName),
          where(sql<string>`left(inspection.fieldwork_started, 7)`, '=', month),
        ]),
      ]),
    )
    .orderBy('inspection.withdrawn_at', (order) => order.asc().nullsFirst())
    .executeTakeFirst()
  if (row === undefined) return undefined
  const same = inspectionOf(row, await caseCounts(database, [row.inspection_id]))
  return { ...same, isWithdrawn: row.withdrawn_at !== null }
}

/** Returns `wanted`, or `wanted` with the first number that no inspection has ever had. */
export async function freeInspectionId(database: Connection, wanted: InspectionId): Promise<InspectionId> {
  const rows = await database
    .selectFrom('inspection')
    .select('inspection_id')
    .where('inspection_id', 'like', `${wanted}%`)
    .execute()
  const taken = new Set(rows.map((row) => row.inspection_id))
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number += 1) {
    const id = inspectionId(`${wanted}-${number}`)
    if (id !== undefined && !taken.has(id)) return id
  }
}

export type WithdrawnInspection = {
  readonly id: InspectionId
  readonly serviceName: string
  readonly fieldworkStarted: string | null
  readonly at: Date
  readonly by: string
  readonly reason: string
}

/** Returns the inspections that were withdrawn, the latest first. */
export async function listWithdrawn(database: Connection): Promise<readonly WithdrawnInspection[]> {
  const rows = await inspectionRows(database).orderBy('inspection.withdrawn_at', 'desc').execute()
  return rows.flatMap((row) => {
    const { withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason } = row
    if (at === null || by === null || reason === null) return []
    const { id, serviceName, fieldworkStarted } = inspectionOf(row, new Map())
    return [{ id, serviceName, fieldworkStarted, at, by, reason }]
  })
}

/**
 * Locks the register until the transaction ends. Of two imports of the same inspection, the second finds the first and
 * cannot overwrite it unseen.
 */
export async function lockRegister(tx: Tx): Promise<void> {
  await sql`lock table inspection in share row exclusive mode`.execute(tx)
}

/** Puts the inspection on the register, or changes its entry, with its service and its numbers of cases. */
export async function saveInspection(tx: Tx, inspection: Inspection, importedAt: Date): Promise<void> {
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

/** Corrects an inspection on the register. Removes the former service if nothing refers to it. */
export async function correctRegister(
  tx: Tx,
  {
    id,
    serviceName,
    ...said
  }: Pick<Inspection, 'id' | 'serviceName' | 'editionId' | 'fieldworkStarted' | 'madeUp'>,
): Promise<void> {
  const before = await tx
    .selectFrom('inspection')
    .select('service_id')
    .where('inspection_id', '=', id)
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('inspection')
    .set({
      service_id: await saveService(tx, serviceName),
      edition_id: said.editionId,
      fieldwork_started: said.fieldworkStarted,
      made_up: said.madeUp,
    })
    .where('inspection_id', '=', id)
    .execute()
  await sql`
    delete from service
    where service_id = ${before.service_id}
      and not exists (select from inspection where inspection.service_id = service.service_id)
      and not exists (select from assessor where assessor.own_service_id = service.service_id)`.execute(tx)
}

/** Marks an inspection as withdrawn: it is removed from every list, and all its records stay. */
export async function markWithdrawn(
  tx: Tx,
  id: InspectionId,
  { at, by, reason }: { readonly at: Date; readonly by: string; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('inspection')
    .set({ withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason })
    .where('inspection_id', '=', id)
    .execute()
}

async function saveService(tx: Tx, name: string): Promise<string> {
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

/** Two names may have the same slug (`St. Helens`, `St Helens`): the second is numbered. */
async function freeServiceId(tx: Tx, wanted: string): Promise<string> {
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

async function saveCaseCounts(tx: Tx, { id, cases }: Inspection): Promise<void> {
  await tx.deleteFrom('case_count').where('inspection_id', '=', id).execute()
  if (cases.length === 0) return
  await tx
    .insertInto('case_count')
    .values(cases.map(({ domain, inspected }) => ({ inspection_id: id, case_domain: domain, inspected })))
    .execute()
}

/**
 * The date on the register, or the day in London on which an inspection that is published now last moved to that stage,
 * by the audit log.
 */
const published = sql<string | null>`coalesce(inspection.published, case when exists (
  select from inspection_stage
  where inspection_stage.inspection_id = inspection.inspection_id and stage in ('published', 'after')
) then (
  select to_char(happened_at at time zone 'Europe/London', 'YYYY-MM-DD')
  from audit_event
  where audit_event.inspection_id = inspection.inspection_id
    and action = 'inspection.change-stage' and after ->> 'stage' = 'published'
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
      'inspection.withdrawn_at',
      'inspection.withdrawn_by',
      'inspection.withdrawn_reason',
    ])
}

type InspectionRow = Awaited<ReturnType<ReturnType<typeof inspectionRows>['executeTakeFirstOrThrow']>>
type CaseCounts = ReadonlyMap<string, readonly CaseCount[]>

function inspectionOf(row: InspectionRow, counts: CaseCounts): Inspection {
  const id = inspectionId(row.inspection_id)
  if (id === undefined) throw new Error(`${row.inspection_id} is not an id of an inspection`)
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
