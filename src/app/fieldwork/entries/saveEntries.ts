import { type EntryRef, type EntryValue, isUnconfirmed, sameValue } from '../../../core/fieldwork/entry.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { listVersions } from '../case/case.queries.ts'
import type { CaseKey } from '../case/caseKey.ts'
import { problem } from '../problems.ts'
import type { EntriesForm, SentEntry } from './entries.form.ts'
import { writeEntry } from './writeEntry.ts'

/** An entry that could not be saved, and why. */
export type RefusedEntry = { readonly ref: EntryRef; readonly problem: Problem }

export type SavedEntries = {
  /** How many were saved as a conflict with another value. */
  readonly conflicts: number
  readonly refused: readonly RefusedEntry[]
}

/**
 * Saves what a form sent, each entry by itself, so that one that cannot be saved does not stop the others. Entries that
 * their writer left as they were shown are not written, so that what others changed meanwhile stays; unless they come
 * from the case list and the form confirms them. `writeOne` is `writeEntry`, or `proposeEntry` for someone who can no
 * longer write.
 */
export async function saveEntries(
  shell: Shell,
  editions: Editions,
  { key, form }: { readonly key: CaseKey; readonly form: EntriesForm },
  writeOne = writeEntry,
): Promise<SavedEntries> {
  let conflicts = 0
  const refused: RefusedEntry[] = []
  for (const { ref, write } of form.entries) {
    const versions = await listVersions(shell.database, key, ref)
    const shown = versions.find(({ version }) => version === write.sawVersion)
    if (hasOnlyText(write)) {
      refused.push({ ref, problem: problem('fieldwork.words-without-value', {}) })
      continue
    }
    const isConfirmed = form.confirmsList && shown !== undefined && isUnconfirmed(shown)
    if (!isConfirmed && sameValue(shown ?? { value: null, detail: null }, typedIn(write))) continue
    const saved = await writeOne(shell, editions, { key, ref, write, idempotencyKey: null })
    if (!saved.ok) refused.push({ ref, problem: saved.problems[0] })
    else if (saved.value.kind === 'kept') conflicts += 1
  }
  return { conflicts, refused }
}

/** Returns whether a text was typed that belongs to a value, and no value was selected, not even "Not answered". */
function hasOnlyText({ value, detail }: SentEntry['write']): boolean {
  return value === null && (detail ?? '').trim() !== ''
}

function typedIn({ value, detail }: SentEntry['write']): EntryValue {
  const typed = value?.trim() || null
  return { value: typed, detail: typed === null ? null : detail?.trim() || null }
}
