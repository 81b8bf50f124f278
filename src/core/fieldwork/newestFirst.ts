/** The order of a history. Clocks are set back; versions are not. */
import { type EntryRef, entryName } from './entry.ts'

type Written = EntryRef & {
  /** Null for a value that was kept beside the current one. */
  readonly version: number | null
  /** The version that its writer saw, or that it followed. */
  readonly after: number
  /** ISO instant. */
  readonly at: string
}

/**
 * The newest first, over all entries by their times. Within an entry no version stands above a later one, nor a value
 * above what its writer saw, whatever the clock said: each counts as written no earlier than what it followed.
 */
export function newestFirst<Line extends Written>(lines: readonly Line[]): readonly Line[] {
  const moments = new Map<Line, number>()
  for (const ofEntry of Map.groupBy(lines, entryName).values()) {
    const latest = new Map<number, number>()
    for (const line of ofEntry.toSorted(byPlace)) {
      const before = latest.get(line.after) ?? 0
      const moment = Math.max(Date.parse(line.at), before)
      moments.set(line, moment)
      if (line.version !== null) latest.set(line.version, moment)
    }
  }
  const momentOf = (line: Line): number => moments.get(line) ?? 0
  return lines.toSorted((one, other) => momentOf(other) - momentOf(one) || byPlace(other, one))
}

/** What follows an earlier version first; a version before the values kept beside it. */
function byPlace(one: Written, other: Written): number {
  return one.after - other.after || Number(one.version === null) - Number(other.version === null)
}
