/** Everything that was ever written about a case: first its order, which is small, then the texts of a part of it. */

import { sql } from 'kysely'
import type { EntryKind } from '../../../core/fieldwork/entry.ts'
import { newestFirst } from '../../../core/fieldwork/newestFirst.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import { bytesOfTexts, kindOf } from '../case/case.queries.ts'
import type { CaseKey } from '../case/caseKey.ts'

/** The place of a value in the history, without the value. */
export type HistoryPlace = {
  /** Names the value within its case, in addresses too: `answer:2.1.1.a:3`, or `kept:ID`. */
  readonly id: string
  readonly kind: EntryKind
  readonly item: string
  /** Null for a value that was saved as a conflict. */
  readonly version: number | null
  /** ISO instant. */
  readonly at: string
  /** Of its texts. */
  readonly bytes: number
}

export type HistoryLine = Omit<HistoryPlace, 'bytes'> & {
  readonly value: string | null
  readonly detail: string | null
  /** Whether a text is longer than was asked for. */
  readonly isCut: boolean
  readonly by: string
  /** Who resolved the conflict of the value, and when; null if nobody has. */
  readonly decided: { readonly by: string; readonly at: string; readonly reason: string | null } | null
}

/** Returns the places of all values of a case, the newest first. */
export async function orderHistory(
  database: Connection,
  { inspectionId, caseId }: CaseKey,
): Promise<readonly HistoryPlace[]> {
  const versions = await database
    .selectFrom('entry_version')
    .select(['kind', 'item', 'version', 'written_at', bytesOfTexts])
    .where('inspection_id', '=', inspectionId)
    .where('case_id', '=', caseId)
    .execute()
  const kept = await database
    .selectFrom('kept_value')
    .select(['kind', 'item', 'kept_id', 'saw_version', 'written_at', bytesOfTexts])
    .where('inspection_id', '=', inspectionId)
    .where('case_id', '=', caseId)
    .execute()
  const places = [
    ...versions.map((row) => ({
      id: `${row.kind}:${row.item}:${row.version}`,
      ...placeOf(row),
      version: row.version,
      after: row.version - 1,
    })),
    ...kept.map((row) => ({
      id: `kept:${row.kept_id}`,
      ...placeOf(row),
      version: null,
      after: row.saw_version,
    })),
  ]
  // What a value followed only puts it in order.
  return newestFirst(places).map(({ after: _after, ...place }) => place)
}

type PlaceRow = {
  readonly kind: string
  readonly item: string
  readonly written_at: Date
  readonly bytes: number
}

function placeOf({ kind, item, written_at, bytes }: PlaceRow) {
  return { kind: kindOf(kind), item, at: written_at.toISOString(), bytes }
}

/** More than the database stores in one text. */
const allCharacters = 2 ** 31 - 1

/** Returns what was written at `places`, in their order; of each text only the first `mostCharacters`. */
export async function readHistory(
  database: Connection,
  { inspectionId, caseId }: CaseKey,
  places: readonly HistoryPlace[],
  mostCharacters: number = allCharacters,
): Promise<readonly HistoryLine[]> {
  const [value, detail, isCut] = textColumns(mostCharacters)
  const wanted = places.filter(({ version }) => version !== null)
  const refs = sql`select * from unnest(${wanted.map(({ kind }) => kind)}::text[],
    ${wanted.map(({ item }) => item)}::text[], ${wanted.map(({ version }) => version)}::integer[])`
  const versions = await database
    .selectFrom('entry_version')
    .select(['kind', 'item', 'version', 'written_by', value, detail, isCut])
    .where('inspection_id', '=', inspectionId)
    .where('case_id', '=', caseId)
    .where(sql<boolean>`(kind, item, version) in (${refs})`)
    .execute()
  const keptIds = places.filter(({ version }) => version === null).map(({ id }) => id.replace('kept:', ''))
  const kept = await database
    .selectFrom('kept_value as conflicting')
    .leftJoin('kept_value_decision as decision', (join) =>
      join
        .onRef('decision.inspection_id', '=', 'conflicting.inspection_id')
        .onRef('decision.kept_id', '=', 'conflicting.kept_id'),
    )
    .select(['conflicting.kept_id', 'conflicting.written_by', value, detail, isCut])
    .select(['decision.decided_by', 'decision.decided_at', 'decision.reason'])
    .where('conflicting.inspection_id', '=', inspectionId)
    .where('conflicting.case_id', '=', caseId)
    .where(sql<boolean>`conflicting.kept_id = any(${keptIds})`)
    .execute()
  const found = new Map<string, ReturnType<typeof lineOf>>([
    ...versions.map((row) => [`${row.kind}:${row.item}:${row.version}`, lineOf(row, null)] as const),
    ...kept.map((row) => [`kept:${row.kept_id}`, lineOf(row, decisionOf(row))] as const),
  ])
  return places.flatMap(({ bytes: _bytes, ...place }) => {
    const line = found.get(place.id)
    return line === undefined ? [] : [{ ...place, ...line }]
  })
}

/** Returns the columns of the texts of a value, cut, and whether any is longer. */
function textColumns(mostCharacters: number) {
  const most = sql`${mostCharacters}::integer`
  return [
    sql<string | null>`left(value, ${most})`.as('value'),
    sql<string | null>`left(detail, ${most})`.as('detail'),
    sql<boolean>`coalesce(greatest(length(value), length(detail)) > ${most}, false)`.as('isCut'),
  ] as const
}

type TextRow = Pick<HistoryLine, 'value' | 'detail' | 'isCut'> & { readonly written_by: string }

function lineOf({ written_by: by, value, detail, isCut }: TextRow, decided: HistoryLine['decided']) {
  return { value, detail, isCut, by, decided }
}

function decisionOf(row: {
  readonly decided_by: string | null
  readonly decided_at: Date | null
  readonly reason: string | null
}) {
  if (row.decided_by === null || row.decided_at === null) return null
  return { by: row.decided_by, at: row.decided_at.toISOString(), reason: row.reason }
}
