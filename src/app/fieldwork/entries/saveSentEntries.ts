import { type EntryValue, isUnconfirmed, sameValue } from '../../../core/fieldwork/entry.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { type CaseKey, listVersions } from '../case/case.queries.ts'
import { problem } from '../problems.ts'
import type { RefusedEntry } from './entryField.view.ts'
import { writeEntry } from './writeEntry.ts'
import type { SentEntry, SentForm } from './writtenEntries.form.ts'

export type SavedForm = {
  /** How many were kept beside another's value. */
  readonly kept: number
  /** What could not be saved, as it was sent. */
  readonly refused: readonly RefusedEntry[]
}

/**
 * Saves what a form sent, each entry by itself, so that one that cannot be saved keeps none of the others back. Those
 * that their writer left as they were shown are not written, so that what others changed meanwhile stays; unless
 * they come from the case list and the form confirms them. `writeOne` is `writeEntry`, or `proposeEntry` for somebody who
 * may no longer write.
 */
export async function saveSentEntries(
  shell: Shell,
  editions: Editions,
  key: CaseKey,
  { entries, confirmsList }: SentForm,
  writeOne = writeEntry,
): Promise<SavedForm> {
  let kept = 0
  const refused: RefusedEntry[] = []
  for (const { ref, write } of entries) {
    const versions = await listVersions(shell.database, key, ref)
    const shown = versions.find(({ version }) => version === write.sawVersion)
    if (hasWordsAlone(write)) {
      refused.push({ ref, sent: write, error: wordsOf(problem('fieldwork.words-without-value', {})) })
      continue
    }
    const isConfirmed = confirmsList && shown !== undefined && isUnconfirmed(shown)
    if (!isConfirmed && sameValue(shown ?? { value: null, detail: null }, typedIn(write))) continue
    const saved = await writeOne(shell, editions, { key, ref, write, idempotencyKey: null })
    if (!saved.ok) refused.push({ ref, sent: write, error: wordsOf(saved.problems[0]) })
    else if (saved.value.kind === 'kept') kept += 1
  }
  return { kept, refused }
}

/** Whether words were typed that belong to a value, and none was chosen, not even "Not answered". */
function hasWordsAlone({ value, detail }: SentEntry['write']): boolean {
  return value === null && (detail ?? '').trim() !== ''
}

function typedIn({ value, detail }: SentEntry['write']): EntryValue {
  const typed = value?.trim() || null
  return { value: typed, detail: typed === null ? null : detail?.trim() || null }
}

function wordsOf({ text, action }: Problem): string {
  return `${text} ${action}`
}
