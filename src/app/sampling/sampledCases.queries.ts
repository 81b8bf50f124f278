/** The cases of a sample, and which case was replaced by which. */
import type { CasesOfDomain } from '../../core/sampling/sample.ts'
import type { Connection, Tx } from '../../platform/database/connection.ts'

export const cameBy = ['draw', 'replacement', 'top-up'] as const
export type CameBy = (typeof cameBy)[number]

export type SampledCase = {
  readonly pseudonym: string
  readonly domain: string
  readonly cameBy: CameBy
  readonly isReplaced: boolean
}

export type Replacement = {
  readonly number: number
  readonly replaced: string
  readonly replacement: string
  /** The code of one of the edition's reasons. */
  readonly reason: string
  readonly note: string
  readonly decidedAt: Date
  readonly decidedBy: string
}

/** Returns every case that was ever in the sample, in the order of the pseudonyms. */
export async function listSampledCases(
  database: Connection,
  inspectionId: string,
): Promise<readonly SampledCase[]> {
  const rows = await database
    .selectFrom('sampled_case')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .orderBy('pseudonym')
    .execute()
  return rows.map((row) => ({
    pseudonym: row.pseudonym,
    domain: row.case_domain,
    cameBy: cameBy.find((way) => way === row.came_by) ?? 'draw',
    isReplaced: row.state === 'replaced',
  }))
}

const rowsAtOnce = 5_000

/** Adds cases to the sample. */
export async function saveSampledCases(
  tx: Tx,
  inspectionId: string,
  way: CameBy,
  cases: readonly CasesOfDomain[],
): Promise<void> {
  const rows = cases.flatMap(({ domain, caseIds }) =>
    caseIds.map((pseudonym) => ({
      inspection_id: inspectionId,
      pseudonym,
      case_domain: domain,
      came_by: way,
      state: 'in-sample',
    })),
  )
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await tx
      .insertInto('sampled_case')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
  }
}

/** Notes that a case was replaced. */
export async function markReplaced(tx: Tx, inspectionId: string, pseudonym: string): Promise<void> {
  await tx
    .updateTable('sampled_case')
    .set({ state: 'replaced' })
    .where('inspection_id', '=', inspectionId)
    .where('pseudonym', '=', pseudonym)
    .execute()
}

/** Returns the replacements in their order. */
export async function listReplacements(
  database: Connection,
  inspectionId: string,
): Promise<readonly Replacement[]> {
  const rows = await database
    .selectFrom('sample_replacement')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .orderBy('replacement_number')
    .execute()
  return rows.map((row) => ({
    number: row.replacement_number,
    replaced: row.replaced,
    replacement: row.replacement,
    reason: row.reason,
    note: row.note,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
  }))
}

/** Stores a replacement. */
export async function saveReplacement(tx: Tx, inspectionId: string, replacement: Replacement): Promise<void> {
  await tx
    .insertInto('sample_replacement')
    .values({
      inspection_id: inspectionId,
      replacement_number: replacement.number,
      replaced: replacement.replaced,
      replacement: replacement.replacement,
      reason: replacement.reason,
      note: replacement.note,
      decided_at: replacement.decidedAt,
      decided_by: replacement.decidedBy,
    })
    .execute()
}
