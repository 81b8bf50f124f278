import { sameValue } from '../../core/fieldwork/entry.ts'
import { done, type Result } from '../../core/kernel/result.ts'
import type { Shell } from '../../platform/shell.ts'
import type { Editions } from '../framework/editions.ts'
import { type CaseKey, listVersions } from './case.queries.ts'
import { type WriteOutcome, writeEntry } from './writeEntry.ts'
import type { SentEntry } from './writtenEntries.form.ts'

/**
 * Saves what a form sent, each entry by itself: those that its writer left as they were shown are not written, so
 * that what others changed meanwhile stays. Gives back how many were kept beside another's value. `write` is
 * `writeEntry`, or `proposeEntry` for somebody who may no longer write.
 */
export async function saveSentEntries(
  shell: Shell,
  editions: Editions,
  key: CaseKey,
  sent: readonly SentEntry[],
  write = writeEntry,
): Promise<Result<{ readonly kept: number }>> {
  const outcomes: WriteOutcome[] = []
  for (const { ref, write: asked } of sent) {
    const versions = await listVersions(shell.database, key, ref)
    const shown = versions.find(({ version }) => version === asked.sawVersion)
    const typed = { value: asked.value?.trim() || null, detail: asked.detail?.trim() || null }
    const detail = typed.value === null ? null : typed.detail
    if (sameValue(shown ?? { value: null, detail: null }, { value: typed.value, detail })) continue
    const saved = await write(shell, editions, { key, ref, write: asked, idempotencyKey: null })
    if (!saved.ok) return saved
    outcomes.push(saved.value)
  }
  return done({ kept: outcomes.filter(({ kind }) => kind === 'kept').length })
}
