/** Everything that was ever written about a case. */
import type { Kysely } from 'kysely'
import { newestFirst } from '../../core/fieldwork/newestFirst.ts'
import type { Database } from '../../platform/database/databaseTypes.ts'
import { type CaseKey, kindOf } from './case.queries.ts'

export type HistoryLine = {
  readonly kind: ReturnType<typeof kindOf>
  readonly item: string
  /** Null for a value that was kept beside the current one. */
  readonly version: number | null
  readonly value: string | null
  readonly detail: string | null
  readonly by: string
  readonly at: string
  /** Of a kept value who decided on it, and when; null where nobody has. */
  readonly decided: { readonly by: string; readonly at: string; readonly reason: string | null } | null
}

/** The newest first. */
export async function listHistory(
  database: Kysely<Database>,
  { inspectionId, caseId }: CaseKey,
): Promise<readonly HistoryLine[]> {
  const versions = await database
    .selectFrom('entry_version')
    .select(['kind', 'item', 'version', 'value', 'detail', 'written_by', 'written_at'])
    .where('inspection_id', '=', inspectionId)
    .where('case_id', '=', caseId)
    .execute()
  const kept = await database
    .selectFrom('kept_value as kept')
    .leftJoin('kept_value_decision as decision', (join) =>
      join
        .onRef('decision.inspection_id', '=', 'kept.inspection_id')
        .onRef('decision.kept_id', '=', 'kept.kept_id'),
    )
    .select(['kept.kind', 'kept.item', 'kept.value', 'kept.detail', 'kept.written_by', 'kept.written_at'])
    .select('kept.saw_version')
    .select(['decision.decided_by', 'decision.decided_at', 'decision.reason'])
    .where('kept.inspection_id', '=', inspectionId)
    .where('kept.case_id', '=', caseId)
    .execute()
  const lines = [
    ...versions.map((row) => ({
      ...lineOf(row),
      version: row.version,
      decided: null,
      after: row.version - 1,
    })),
    ...kept.map((row) => ({
      ...lineOf(row),
      version: null,
      decided: decisionOf(row),
      after: row.saw_version,
    })),
  ]
  return newestFirst(lines)
}

type Row = {
  readonly kind: string
  readonly item: string
  readonly value: string | null
  readonly detail: string | null
  readonly written_by: string
  readonly written_at: Date
}

function lineOf(row: Row) {
  return {
    kind: kindOf(row.kind),
    item: row.item,
    value: row.value,
    detail: row.detail,
    by: row.written_by,
    at: row.written_at.toISOString(),
  }
}

function decisionOf(row: {
  readonly decided_by: string | null
  readonly decided_at: Date | null
  readonly reason: string | null
}) {
  if (row.decided_by === null || row.decided_at === null) return null
  return { by: row.decided_by, at: row.decided_at.toISOString(), reason: row.reason }
}
