/** The order of a history. Clocks can be set back; the order of versions never changes. */
import { type EntryRef, entryName } from './entry.ts'

type Written = EntryRef & {
  /** Null for a value that was saved as a conflict. */
  readonly version: number | null
  /** The version that its author saw, or that came before it. */
  readonly after: number
  /** ISO instant. */
  readonly at: string
}

/**
 * Returns the lines with the newest first, by their times. Within an entry no version is above a later version, and no
 * value is above what its author saw, whatever the clock said: each counts as written no earlier than what came before
 * it.
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

/** What follows an earlier version comes first, and a version comes before the values that conflict with it. */
function byPlace(one: Written, other: Written): number {
  return one.after - other.after || Number(one.version === null) - Number(other.version === null)
}
