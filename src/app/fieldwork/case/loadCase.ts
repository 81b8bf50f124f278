/** One case as its pages and the API show it: its entries, what is missing, and its conflicts. */

import type { CaseProgress } from '../../../core/fieldwork/caseProgress.ts'
import { type CurrentEntries, currentEntries } from '../../../core/fieldwork/currentEntries.ts'
import { type EntryRef, entryName } from '../../../core/fieldwork/entry.ts'
import { type Missing, whatIsMissing } from '../../../core/fieldwork/whatIsMissing.ts'
import type { Edition } from '../../../core/framework/edition.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { pinnedEdition } from '../../framework/inspectionEdition.ts'
import {
  type ConflictingEntry,
  findCase,
  findProgress,
  type InspectedCase,
  listConflictingValues,
  listEntries,
} from './case.queries.ts'
import { type CaseKey, caseNotFound } from './caseKey.ts'

export type LoadedCase = {
  readonly inspected: InspectedCase
  readonly edition: Edition
  readonly entries: CurrentEntries
  /** The values of conflicts that are not resolved. */
  readonly conflicting: readonly ConflictingEntry[]
  readonly missing: readonly Missing[]
  readonly progress: CaseProgress
}

/** Returns a case. Refuses one that the inspection does not have, and an edition that is not here. */
export async function loadCase(
  { database }: Pick<Shell, 'database'>,
  editions: Editions,
  key: CaseKey,
): Promise<Result<LoadedCase>> {
  const inspected = await findCase(database, key)
  if (inspected === undefined) return refuse(caseNotFound(key))
  const edition = pinnedEdition(editions, { id: key.inspectionId, editionId: inspected.editionId })
  if (!edition.ok) return edition
  const entries = currentEntries(await listEntries(database, key))
  const conflicting = await listConflictingValues(database, key)
  const { progress } = await findProgress(database, key)
  const missing = whatIsMissing(edition.value, inspected.caseDomain, entries, entriesInConflict(conflicting))
  return done({ inspected, edition: edition.value, entries, conflicting, missing, progress })
}

/** Returns the entries that have a conflict, each once. */
export function entriesInConflict(conflicting: readonly ConflictingEntry[]): readonly EntryRef[] {
  return [
    ...new Map(conflicting.map(({ kind, item }) => [entryName({ kind, item }), { kind, item }])).values(),
  ]
}
