/** A court case of the small edition as its pages load it, for the tests of their views. */
import type { ConflictingEntry } from '../../src/app/fieldwork/case/case.queries.ts'
import type { LoadedCase } from '../../src/app/fieldwork/case/loadCase.ts'
import { entriesInConflict } from '../../src/app/fieldwork/case/loadCase.ts'
import { type CaseProgress, newCase } from '../../src/core/fieldwork/caseProgress.ts'
import { currentEntries, type StoredEntry } from '../../src/core/fieldwork/currentEntries.ts'
import type { Author, EntryKind } from '../../src/core/fieldwork/entry.ts'
import { whatIsMissing } from '../../src/core/fieldwork/whatIsMissing.ts'
import { aSmallEdition } from './editionBuilder.ts'

export const ada: Author = { personId: 'ada', name: 'Ada Price' }
export const ben: Author = { personId: 'ben', name: 'Ben Cole' }

/** Returns the first version of an entry by Ada, written at 9:30am on 1 June 2026, unless `changes` say otherwise. */
export function anEntry(
  kind: EntryKind,
  item: string,
  value: string | null,
  changes: Partial<StoredEntry> = {},
): StoredEntry {
  return {
    kind,
    item,
    value,
    detail: null,
    version: 1,
    author: ada,
    at: '2026-06-01T08:30:00.000Z',
    ...changes,
  }
}

/** Returns a value by Ben that is in conflict, written at 10:30am on the same day. */
export function aConflict(
  kind: EntryKind,
  item: string,
  value: string,
  changes: Partial<ConflictingEntry> = {},
): ConflictingEntry {
  return {
    ...{ kind, item, value, detail: null, author: ben, at: '2026-06-01T09:30:00.000Z' },
    ...{ keptId: 'k1', because: 'changed-meanwhile', sawVersion: 0 },
    ...changes,
  }
}

/** Returns case C-1 with these entries and conflicts. */
export function aLoadedCase({
  entries = [],
  conflicting = [],
  progress = newCase,
}: {
  readonly entries?: readonly StoredEntry[]
  readonly conflicting?: readonly ConflictingEntry[]
  readonly progress?: CaseProgress
} = {}): LoadedCase {
  const edition = aSmallEdition()
  const current = currentEntries(entries)
  return {
    inspected: {
      inspectionId: 'northmoor-2026-06',
      caseId: 'C-1',
      caseDomain: 'court',
      editionId: edition.id,
      serviceName: 'Northmoor',
      madeUp: false,
    },
    edition,
    entries: current,
    conflicting,
    progress,
    missing: whatIsMissing(edition, 'court', current, entriesInConflict(conflicting)),
  }
}
