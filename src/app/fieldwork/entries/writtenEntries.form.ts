/** What a form of entries sends: `value:KIND:ITEM`, `detail:KIND:ITEM` and the version that was shown, `seen:KIND:ITEM`. */
import { type EntryRef, type EntryWrite, entryKinds } from '../../../core/fieldwork/entry.ts'

export type SentForm = {
  readonly entries: readonly SentEntry[]
  /** Whether what only the case list says is confirmed as it stands in the form. */
  readonly confirmsList: boolean
}

export type SentEntry = { readonly ref: EntryRef; readonly write: EntryWrite }

export function sentForm(body: Readonly<Record<string, string>>): SentForm {
  const { confirm } = body
  return { entries: sentEntries(body), confirmsList: confirm === 'list' }
}

/** The entries of the form's body, in its order. Fields that are no part of an entry are left out. */
function sentEntries(body: Readonly<Record<string, string>>): readonly SentEntry[] {
  return Object.entries(body).flatMap(([name, seen]): readonly SentEntry[] => {
    const [, kindName, item] = /^seen:(\w+):(.+)$/.exec(name) ?? []
    const kind = entryKinds.find((each) => each === kindName)
    if (kind === undefined || item === undefined) return []
    const write = {
      value: body[`value:${kind}:${item}`] ?? null,
      detail: body[`detail:${kind}:${item}`] ?? null,
      sawVersion: /^\d{1,9}$/.test(seen) ? Number(seen) : 0,
    }
    return [{ ref: { kind, item }, write }]
  })
}
