/**
 * Writes down what is refused, in proportion: the first of its kind at once, the same again within five minutes as one
 * more row with its count, and no more than so many rows an hour, for each network and for all. Beyond that refusals are
 * counted only by their codes, so that a flood fills no disk, slows nobody, and still shows.
 */
import type { ProblemCode } from '../../core/kernel/problem.ts'

export type Refusal = {
  readonly code: ProblemCode
  /** Whether it was sent with a token for programs. */
  readonly byToken: boolean
  /** Who was refused, or whose account was tried; null if that is not known. */
  readonly personId: string | null
  readonly network: string | null
  /** Such as `POST /sign-in`. */
  readonly route: string | null
}

/** One row of the record: a refusal, when first and last, and how often. */
export type CountedRefusal = Refusal & {
  readonly firstAt: Date
  readonly lastAt: Date
  readonly times: number
}

export type RefusalLog = {
  /** Notes a refusal. Resolves when it is counted and, if it is the first of its kind, written. */
  readonly note: (refusal: Refusal) => Promise<void>
  /** Writes what was counted and is not written yet. */
  readonly flush: () => Promise<void>
}

const countedForMs = 5 * 60_000
const hourMs = 60 * 60_000
export const mostRowsOfNetwork = 60
export const mostRows = 500

/** What came again after its first row was written; `times` is 0 until it did. */
type Repeated = { readonly since: Date; row: CountedRefusal }

type Hour = { readonly hour: number; rows: number; readonly ofNetworks: Map<string, number> }

/** A log that writes rows by `write`. `now` is the clock; tests give their own. */
export function refusalLog(write: (row: CountedRefusal) => Promise<void>, now: () => Date): RefusalLog {
  const repeated = new Map<string, Repeated>()
  let hour: Hour = hourOf(now())

  const writeRepeated = async (isDue: (each: Repeated) => boolean): Promise<void> => {
    const due = [...repeated].filter(([, each]) => isDue(each))
    for (const [key] of due) repeated.delete(key)
    for (const [, { row }] of due) if (row.times > 0) await write(row)
  }

  const note = async (refusal: Refusal): Promise<void> => {
    const at = now()
    if (hourOf(at).hour !== hour.hour) hour = hourOf(at)
    // A clock that was set back ends the count as well.
    await writeRepeated(({ since }) => Math.abs(at.getTime() - since.getTime()) >= countedForMs)
    const kept = repeated.has(keyOf(refusal)) || hasRoom(hour, refusal) ? refusal : codeAlone(refusal)
    const known = repeated.get(keyOf(kept))
    if (known !== undefined) return count(known, at)
    spend(hour, kept)
    repeated.set(keyOf(kept), { since: at, row: { ...kept, firstAt: at, lastAt: at, times: 0 } })
    await write({ ...kept, firstAt: at, lastAt: at, times: 1 })
  }

  return { note, flush: () => writeRepeated(() => true) }
}

function count(known: Repeated, at: Date): void {
  const { row } = known
  const firstAt = row.times === 0 ? at : row.firstAt
  known.row = { ...row, firstAt, lastAt: at, times: row.times + 1 }
}

function keyOf({ code, byToken, personId, network, route }: Refusal): string {
  return JSON.stringify([code, byToken, personId, network, route])
}

/** What is counted of a refusal when there is no room for more: there are only so many codes. */
function codeAlone({ code }: Refusal): Refusal {
  return { code, byToken: false, personId: null, network: null, route: null }
}

function hourOf(at: Date): Hour {
  return { hour: Math.floor(at.getTime() / hourMs), rows: 0, ofNetworks: new Map() }
}

function hasRoom({ rows, ofNetworks }: Hour, { network }: Refusal): boolean {
  return rows < mostRows && (ofNetworks.get(network ?? '') ?? 0) < mostRowsOfNetwork
}

function spend(hour: Hour, { network }: Refusal): void {
  if (network === null) return
  hour.rows += 1
  hour.ofNetworks.set(network, (hour.ofNetworks.get(network) ?? 0) + 1)
}
