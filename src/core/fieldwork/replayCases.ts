/** What the cases of an inspection must look like if every recorded event happened and nothing else did. */
import { type Author, type EntryRef, type EntryValue, entryName, sameValue } from './entry.ts'

/** One event of the audit log that changes what is stored of a case, in the order in which it happened. */
export type CaseEvent =
  | ({ readonly kind: 'written'; readonly caseId: string; readonly ref: EntryRef } & WrittenVersion)
  /** `factsHash` is of the values from the case list and the timetable, null if the event is older than the hash. */
  | {
      readonly kind: 'opened'
      readonly caseId: string
      readonly facts: readonly string[]
      readonly factsHash: string | null
    }
  /** `contentHash` is of what was signed, null for another step or if the event is older than the hash. */
  | {
      readonly kind: 'moved'
      readonly caseId: string
      readonly status: string
      readonly round: number | null
      readonly signs: boolean
      readonly contentHash: string | null
    }
  /** All answers after an import, by case and question: cases that are not in it are withdrawn. */
  | { readonly kind: 'imported'; readonly cases: ReadonlyMap<string, ReadonlyMap<string, string>> }

type WrittenVersion = EntryValue & { readonly version: number; readonly author: Author }

/** `author` and `value` are null if the event does not have them. */
export type ExpectedVersion = {
  readonly written: EntryValue | null
  readonly author: Author | null
}

export type ExpectedSignature = {
  readonly contentHash: string | null
  readonly entries: readonly ExpectedEntry[]
}
export type ExpectedEntry = {
  readonly name: string
  readonly version: number
  readonly written: EntryValue | null
}

export type ReplayedCase = {
  /** By the name of the entry; the first version first. */
  readonly entries: Map<string, ExpectedVersion[]>
  readonly facts: { readonly items: readonly string[]; readonly hash: string | null }[]
  /** By round. */
  readonly signatures: Map<number, ExpectedSignature>
  status: string
  round: number
}

/** Returns the cases by their ids, as they are after `events`. */
export function replayCases(events: Iterable<CaseEvent>): ReadonlyMap<string, ReplayedCase> {
  const cases = new Map<string, ReplayedCase>()
  for (const event of events) {
    if (event.kind === 'imported') applyImport(cases, event.cases)
    else applyEvent(caseOf(cases, event.caseId), event)
  }
  return cases
}

function caseOf(cases: Map<string, ReplayedCase>, caseId: string): ReplayedCase {
  const known = cases.get(caseId)
  if (known !== undefined) return known
  const fresh = { entries: new Map(), facts: [], signatures: new Map(), status: 'open', round: 1 }
  cases.set(caseId, fresh)
  return fresh
}

function applyEvent(replayed: ReplayedCase, event: Exclude<CaseEvent, { kind: 'imported' }>): void {
  if (event.kind === 'written') applyWritten(replayed, event)
  else if (event.kind === 'opened') applyOpened(replayed, event)
  else applyMoved(replayed, event)
}

function applyMoved(replayed: ReplayedCase, event: Extract<CaseEvent, { kind: 'moved' }>): void {
  replayed.status = event.status
  replayed.round = event.round ?? replayed.round
  if (!event.signs) return
  const { contentHash } = event
  replayed.signatures.set(replayed.round, { contentHash, entries: currentVersions(replayed) })
}

/** Choosing the value that is already current does not make a version. */
function applyWritten(replayed: ReplayedCase, event: Extract<CaseEvent, { kind: 'written' }>): void {
  const { ref, value, detail, author, version } = event
  const versions = versionsOf(replayed, entryName(ref))
  if (version === versions.length && sameValueAs(versions.at(-1), event)) return
  versions.push({ written: { value, detail }, author })
}

function sameValueAs(last: ExpectedVersion | undefined, value: EntryValue): boolean {
  return last !== undefined && (last.written === null || sameValue(last.written, value))
}

function applyOpened(replayed: ReplayedCase, event: Extract<CaseEvent, { kind: 'opened' }>): void {
  if (replayed.status === 'withdrawn') replayed.status = 'open'
  const added = event.facts.filter((item) => versionsOf(replayed, `fact ${item}`).length === 0)
  for (const item of added) versionsOf(replayed, `fact ${item}`).push({ written: null, author: null })
  if (added.length > 0) replayed.facts.push({ items: added, hash: event.factsHash })
}

function applyImport(
  cases: Map<string, ReplayedCase>,
  imported: ReadonlyMap<string, ReadonlyMap<string, string>>,
): void {
  for (const [caseId, replayed] of cases) {
    if (!imported.has(caseId)) replayed.status = 'withdrawn'
    for (const [name, versions] of replayed.entries) {
      if (name.startsWith('answer '))
        addImported(versions, imported.get(caseId)?.get(name.slice('answer '.length)) ?? null)
    }
  }
  for (const [caseId, answers] of imported) {
    const replayed = caseOf(cases, caseId)
    if (replayed.status === 'withdrawn') replayed.status = 'open'
    for (const [question, value] of answers) addImported(versionsOf(replayed, `answer ${question}`), value)
  }
}

function addImported(versions: ExpectedVersion[], value: string | null): void {
  if ((versions.at(-1)?.written?.value ?? null) !== value) {
    versions.push({ written: { value, detail: null }, author: null })
  }
}

function versionsOf({ entries }: ReplayedCase, name: string): ExpectedVersion[] {
  const known = entries.get(name)
  if (known !== undefined) return known
  const none: ExpectedVersion[] = []
  entries.set(name, none)
  return none
}

/** The entries that have a value now. A fact from a case list always has one. */
function currentVersions({ entries }: ReplayedCase): readonly ExpectedEntry[] {
  return [...entries].flatMap(([name, versions]) => {
    const last = versions.at(-1)
    const isThere = last !== undefined && (last.written === null || last.written.value !== null)
    return isThere ? [{ name, version: versions.length, written: last.written }] : []
  })
}
