/** A drawn sample under pseudonyms: the draw itself, its reserves, and what was added from later lists. */
import type { CasesOfDomain, Sample } from '../../core/sampling/sample.ts'
import type { Connection, Tx } from '../../platform/database/connection.ts'
import { storedSample } from './sampleJson.ts'

export type StoredDraw = {
  /** Of the case list. */
  readonly version: number
  readonly seedAgreed: string
  readonly drawnAt: Date
  readonly drawnBy: string
  /** Cases are named by their pseudonyms. */
  readonly sample: Sample
}

export type StoredTopUp = {
  readonly number: number
  readonly version: number
  readonly listHash: string
  /** The sizes by domain that follow from the later list. */
  readonly plan: unknown
  readonly reason: string
  readonly madeAt: Date
  readonly madeBy: string
}

/** Returns the draw of an inspection, or undefined if there is none yet. */
export async function findDraw(database: Connection, inspectionId: string): Promise<StoredDraw | undefined> {
  const row = await database
    .selectFrom('sample_draw')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { list_hash: listHash, seed, method, settings, result } = row
  return {
    version: row.version,
    seedAgreed: row.seed_agreed,
    drawnAt: row.drawn_at,
    drawnBy: row.drawn_by,
    sample: storedSample.parse({ listHash, seed, method, settings, result }),
  }
}

/** Stores the draw of an inspection that has none. */
export async function saveDraw(
  tx: Tx,
  inspectionId: string,
  { version, seedAgreed, drawnAt, drawnBy, sample }: StoredDraw,
): Promise<void> {
  await tx
    .insertInto('sample_draw')
    .values({
      inspection_id: inspectionId,
      version,
      method: sample.method,
      seed: sample.seed,
      seed_agreed: seedAgreed,
      list_hash: sample.listHash,
      settings: JSON.stringify(sample.settings),
      result: JSON.stringify(sample.result),
      drawn_at: drawnAt,
      drawn_by: drawnBy,
    })
    .execute()
}

/** Returns what was added from later versions of the list, in order. */
export async function listTopUps(
  database: Connection,
  inspectionId: string,
): Promise<readonly StoredTopUp[]> {
  const rows = await database
    .selectFrom('sample_top_up')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .orderBy('top_up')
    .execute()
  return rows.map((row) => ({
    number: row.top_up,
    version: row.version,
    listHash: row.list_hash,
    plan: row.plan,
    reason: row.reason,
    madeAt: row.made_at,
    madeBy: row.made_by,
  }))
}

/** Stores what a later version of the list added. */
export async function saveTopUp(tx: Tx, inspectionId: string, topUp: StoredTopUp): Promise<void> {
  await tx
    .insertInto('sample_top_up')
    .values({
      inspection_id: inspectionId,
      top_up: topUp.number,
      version: topUp.version,
      list_hash: topUp.listHash,
      plan: JSON.stringify(topUp.plan),
      reason: topUp.reason,
      made_at: topUp.madeAt,
      made_by: topUp.madeBy,
    })
    .execute()
}

/** Returns the latest order of the reserves, used and unused, by domain. */
export async function listReserves(
  database: Connection,
  inspectionId: string,
): Promise<readonly { readonly domain: string; readonly pseudonym: string; readonly place: number }[]> {
  const rows = await database
    .selectFrom('sample_reserve')
    .select(['case_domain', 'pseudonym', 'place'])
    .where('inspection_id', '=', inspectionId)
    .where('top_up', '=', (where) =>
      where
        .selectFrom('sample_reserve as latest')
        .select(({ fn }) => fn.max('latest.top_up').as('top_up'))
        .where('latest.inspection_id', '=', inspectionId),
    )
    .orderBy('case_domain')
    .orderBy('place')
    .execute()
  return rows.map((row) => ({ domain: row.case_domain, pseudonym: row.pseudonym, place: row.place }))
}

/** PostgreSQL accepts 65,535 values in one statement. */
const rowsAtOnce = 5_000

/** Stores the reserves in their order, after the draw (top-up 0) or after a top-up. */
export async function saveReserves(
  tx: Tx,
  inspectionId: string,
  topUp: number,
  reserves: readonly CasesOfDomain[],
): Promise<void> {
  const rows = reserves.flatMap(({ domain, caseIds }) =>
    caseIds.map((pseudonym, index) => ({
      inspection_id: inspectionId,
      top_up: topUp,
      case_domain: domain,
      place: index + 1,
      pseudonym,
    })),
  )
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx
      .insertInto('sample_reserve')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
  }
}
