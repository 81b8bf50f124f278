/** Compares the stored cases of an inspection with what the recorded events say they must be. */
import { type EntryRef, type EntryVersion, entryName, sameValue } from './entry.ts'
import type { ExpectedEntry, ExpectedSignature, ExpectedVersion, ReplayedCase } from './replayCases.ts'

export type StoredVersions = EntryRef & EntryVersion

export type StoredSignature = {
  readonly round: number
  readonly contentHash: string
  /** The entries that were signed. */
  readonly entries: readonly StoredVersions[]
}

export type StoredCaseRecord = {
  readonly status: string
  readonly round: number
  /** Every version of every entry. */
  readonly versions: readonly StoredVersions[]
  readonly signatures: readonly StoredSignature[]
}

/** What differs, and how; `what` is the entry, the signature or the state of the case. */
export type CaseDifference = { readonly what: string; readonly fault: string }

const differs = 'is not what the audit log says'
const unrecorded = 'has no event in the audit log'
const missing = 'is in the audit log and is not stored'

/**
 * Returns the differences between a case and its events; none if they agree. `hashOf` returns the hash that events have
 * for the facts from a case list.
 */
export function compareCase(
  stored: StoredCaseRecord,
  replayed: ReplayedCase,
  hashOf: (facts: unknown) => string,
): readonly CaseDifference[] {
  const byName = Map.groupBy(stored.versions, entryName)
  const names = new Set([...byName.keys(), ...replayed.entries.keys()])
  const state = stored.status === replayed.status && stored.round === replayed.round
  return [
    ...(state ? [] : [{ what: 'the state of the case', fault: differs }]),
    ...[...names].flatMap((name) =>
      compareEntry(name, byName.get(name) ?? [], replayed.entries.get(name) ?? []),
    ),
    ...compareFacts(byName, replayed, hashOf),
    ...compareSignatures(stored.signatures, replayed),
  ]
}

/** The first version of an entry that is different. */
function compareEntry(
  name: string,
  stored: readonly StoredVersions[],
  expected: readonly ExpectedVersion[],
): readonly CaseDifference[] {
  const inOrder = stored.toSorted((one, other) => one.version - other.version)
  const length = Math.max(inOrder.length, expected.length)
  for (let index = 0; index < length; index += 1) {
    const fault = versionFault(inOrder[index], expected[index], index + 1)
    if (fault !== undefined) return [{ what: `${name}, version ${index + 1},`, fault }]
  }
  return []
}

function versionFault(
  stored: StoredVersions | undefined,
  expected: ExpectedVersion | undefined,
  version: number,
): string | undefined {
  if (expected === undefined) return unrecorded
  if (stored === undefined) return missing
  const { written, author } = expected
  const sameAuthor =
    author === null || (author.name === stored.author.name && author.personId === stored.author.personId)
  const same = written === null || sameValue(written, stored)
  return stored.version === version && same && sameAuthor ? undefined : differs
}

/** The event has one hash for the values from the case list, and not the values. */
function compareFacts(
  byName: ReadonlyMap<string, readonly StoredVersions[]>,
  { facts }: ReplayedCase,
  hashOf: (facts: unknown) => string,
): readonly CaseDifference[] {
  return facts.flatMap(({ items, hash }) => {
    const given = items.map((item) => {
      const first = byName.get(`fact ${item}`)?.find(({ version }) => version === 1)
      return [item, first?.value ?? null, first?.detail ?? null, first?.author.name ?? null]
    })
    const same = hash === null || hashOf(given) === hash
    return same ? [] : [{ what: 'what the case list or the timetable gave', fault: differs }]
  })
}

function compareSignatures(
  stored: readonly StoredSignature[],
  { signatures }: ReplayedCase,
): readonly CaseDifference[] {
  const rounds = new Set([...stored.map(({ round }) => round), ...signatures.keys()])
  return [...rounds].flatMap((round) => {
    const fault = signatureFault(
      stored.find((one) => one.round === round),
      signatures.get(round),
    )
    return fault === undefined ? [] : [{ what: `what was signed in round ${round}`, fault }]
  })
}

function signatureFault(
  stored: StoredSignature | undefined,
  expected: ExpectedSignature | undefined,
): string | undefined {
  if (expected === undefined) return unrecorded
  if (stored === undefined) return missing
  const sameContent = expected.contentHash === null || expected.contentHash === stored.contentHash
  return sameContent && sameEntries(stored.entries, expected.entries) ? undefined : differs
}

function sameEntries(stored: readonly StoredVersions[], expected: readonly ExpectedEntry[]): boolean {
  const byName = new Map(stored.map((entry) => [entryName(entry), entry]))
  return (
    stored.length === expected.length &&
    expected.every(({ name, version, written }) => {
      const signed = byName.get(name)
      return signed?.version === version && (written === null || sameValue(written, signed))
    })
  )
}
