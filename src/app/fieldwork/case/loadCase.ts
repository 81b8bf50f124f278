/** One case as its pages and the API show it: what was said, what is missing, what is contested. */
import type { CaseProgress } from '../../../core/fieldwork/caseProgress.ts'
import { type CurrentEntries, currentEntries } from '../../../core/fieldwork/currentEntries.ts'
import { type Missing, whatIsMissing } from '../../../core/fieldwork/whatIsMissing.ts'
import type { Edition } from '../../../core/framework/edition.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { pinnedEdition } from '../../framework/inspectionEdition.ts'
import { caseNotFound } from '../entries/writeEntry.ts'
import {
  type CaseKey,
  findCase,
  findProgress,
  type InspectedCase,
  type KeptEntry,
  listEntries,
  listKept,
} from './case.queries.ts'

export type LoadedCase = {
  readonly inspected: InspectedCase
  readonly edition: Edition
  readonly entries: CurrentEntries
  readonly kept: readonly KeptEntry[]
  readonly missing: readonly Missing[]
  readonly progress: CaseProgress
}

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
  const kept = await listKept(database, key)
  const { progress } = await findProgress(database, key)
  const missing = whatIsMissing(edition.value, inspected.caseDomain, entries, contestedOf(kept))
  return done({ inspected, edition: edition.value, entries, kept, missing, progress })
}

/** The entries that wait for a decision, each once. */
export function contestedOf(kept: readonly KeptEntry[]): readonly KeptEntry[] {
  return kept.filter(
    (each, at) => kept.findIndex(({ kind, item }) => kind === each.kind && item === each.item) === at,
  )
}
