/** What a form of entries sends: `value:KIND:ITEM`, `detail:KIND:ITEM` and the version that was shown, `seen:KIND:ITEM`. */
import { type EntryRef, type EntryWrite, entryKinds } from '../../../core/fieldwork/entry.ts'
import type { FormValues } from '../../layout/form/formPage.ts'

export type EntriesForm = {
  readonly entries: readonly SentEntry[]
  /** Whether the details from the case list are confirmed as the form shows them. */
  readonly confirmsList: boolean
}

export type SentEntry = { readonly ref: EntryRef; readonly write: EntryWrite }

/** Returns what a form of entries sends. It refuses nothing: each entry is checked when it is written. */
export function entriesForm(values: FormValues): EntriesForm {
  const { confirm } = values
  return { entries: sentEntries(values), confirmsList: confirm === 'list' }
}

/** Returns the entries of the form, in its order. Fields that belong to no entry are left out. */
function sentEntries(values: FormValues): readonly SentEntry[] {
  return Object.entries(values).flatMap(([name, seen]): readonly SentEntry[] => {
    const [, kindName, item] = /^seen:(\w+):(.+)$/.exec(name) ?? []
    const kind = entryKinds.find((known) => known === kindName)
    if (kind === undefined || item === undefined) return []
    const write = {
      value: values[`value:${kind}:${item}`] ?? null,
      detail: values[`detail:${kind}:${item}`] ?? null,
      sawVersion: /^\d{1,9}$/.test(seen) ? Number(seen) : 0,
    }
    return [{ ref: { kind, item }, write }]
  })
}
