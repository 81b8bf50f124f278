/** What is decided before a draw: the fieldwork, the seed, sizes set by hand and cases left out by hand. */
import { type CalendarDate, parseCalendarDate } from '../../core/kernel/calendarDate.ts'
import type { HandExclusion } from '../../core/sampling/eligibility.ts'
import type { SizeOverride } from '../../core/sampling/sampleSize.ts'
import type { Connection, Tx } from '../../platform/database/connection.ts'

export type PlannedDraw = {
  readonly fieldwork: CalendarDate
  readonly seed: string
  /** Who agreed the seed, and how. */
  readonly seedAgreed: string
  readonly setAt: Date
  readonly setBy: string
}

/** Returns the start of fieldwork and the seed, or undefined if they are not set. */
export async function findPlan(database: Connection, inspectionId: string): Promise<PlannedDraw | undefined> {
  const row = await database
    .selectFrom('sample_plan')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const fieldwork = parseCalendarDate(row.fieldwork_starts)
  if (fieldwork === undefined) throw new RangeError(`${row.fieldwork_starts} is stored but is not a day`)
  const { seed, seed_agreed: seedAgreed, set_at: setAt, set_by: setBy } = row
  return { fieldwork, seed, seedAgreed, setAt, setBy }
}

/** Stores the start of fieldwork and the seed. */
export async function savePlan(tx: Tx, inspectionId: string, plan: PlannedDraw): Promise<void> {
  const values = {
    fieldwork_starts: plan.fieldwork,
    seed: plan.seed,
    seed_agreed: plan.seedAgreed,
    set_at: plan.setAt,
    set_by: plan.setBy,
  }
  await tx
    .insertInto('sample_plan')
    .values({ inspection_id: inspectionId, ...values })
    .onConflict((conflict) => conflict.column('inspection_id').doUpdateSet(values))
    .execute()
}

/** Returns the sizes set by hand, in the order of the kinds of cases. */
export async function listOverrides(
  database: Connection,
  inspectionId: string,
): Promise<readonly SizeOverride[]> {
  const rows = await database
    .selectFrom('sample_override')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .orderBy('case_domain')
    .execute()
  return rows.map((row) => ({
    domain: row.case_domain,
    size: row.size,
    reason: row.reason,
    by: row.decided_by,
  }))
}

/** Stores the size of a kind of cases, or deletes it if `override` is null. */
export async function saveOverride(
  tx: Tx,
  inspectionId: string,
  domain: string,
  override: SizeOverride | null,
): Promise<void> {
  await tx
    .deleteFrom('sample_override')
    .where('inspection_id', '=', inspectionId)
    .where('case_domain', '=', domain)
    .execute()
  if (override === null) return
  const { size, reason, by } = override
  await tx
    .insertInto('sample_override')
    .values({ inspection_id: inspectionId, case_domain: domain, size, reason, decided_by: by })
    .execute()
}

/** Returns the cases left out by hand, in the order of the pseudonyms. */
export async function listExclusions(
  database: Connection,
  inspectionId: string,
): Promise<readonly HandExclusion[]> {
  const rows = await database
    .selectFrom('sample_exclusion')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .orderBy('pseudonym')
    .execute()
  return rows.map((row) => ({ caseId: row.pseudonym, reason: row.reason, by: row.decided_by }))
}

/** Stores that a case is left out, or deletes that if `exclusion` is null. */
export async function saveExclusion(
  tx: Tx,
  inspectionId: string,
  pseudonym: string,
  exclusion: HandExclusion | null,
): Promise<void> {
  await tx
    .deleteFrom('sample_exclusion')
    .where('inspection_id', '=', inspectionId)
    .where('pseudonym', '=', pseudonym)
    .execute()
  if (exclusion === null) return
  const { reason, by } = exclusion
  await tx
    .insertInto('sample_exclusion')
    .values({ inspection_id: inspectionId, pseudonym, reason, decided_by: by })
    .execute()
}
