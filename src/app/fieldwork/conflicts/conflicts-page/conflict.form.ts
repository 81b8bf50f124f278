/** What the form of a conflict sends: the entry, which of its values to keep, and why. */
import { type EntryRef, entryKinds } from '../../../../core/fieldwork/entry.ts'
import type { FormValues } from '../../../layout/form/formPage.ts'

export type ConflictForm = {
  readonly ref: EntryRef
  /** `current`, or the id of a value in conflict with it; empty if none is selected. */
  readonly choice: string
  readonly sawVersion: number
  readonly reason: string
}

/** Returns what the form of a conflict sends. A version that is not a number is 0, which no entry in conflict has seen. */
export function conflictForm({
  kind: kindName = '',
  item = '',
  choice = '',
  sawVersion = '',
  reason = '',
}: FormValues): ConflictForm {
  const kind = entryKinds.find((known) => known === kindName) ?? 'answer'
  return {
    ref: { kind, item },
    choice,
    sawVersion: /^\d{1,9}$/.test(sawVersion) ? Number(sawVersion) : 0,
    reason: reason.trim(),
  }
}

/** Returns the id that a field of the form has on the page, where every conflict has a form of its own. */
export function conflictFieldId({ kind, item }: EntryRef, field: string): string {
  return field === 'reason' ? `${kind}-${item}-reason` : `${kind}-${item}-1`
}
