/** Heads of the audit log that are stored elsewhere: they reveal a chain that was cut short or written again. */

import { type Result, unlessProblems } from '../core/kernel/result.ts'
import type { ChainFault, ChainHead } from './auditChain.ts'
import { problem } from './problems.ts'

export type KeptHead = ChainHead & {
  /** When it was stored, as an ISO instant. */
  readonly storedAt: string
}

/** For the chain outside inspections, which has no name. No inspection has this id. */
const noInspection = '-'

/** The line to keep: when, which chain, how many events it has, and the hash of the last. */
export function headLine({ chain, position, hash }: ChainHead, now: Date): string {
  return [now.toISOString(), chain === '' ? noInspection : chain, position, hash].join(' ')
}

const line =
  /^(?<storedAt>\d{4}-\d\d-\d\dT\S+Z) (?<chain>\S+) (?<position>[1-9]\d{0,14}) (?<hash>[0-9a-f]{64})$/

/**
 * Reads what `headLine` wrote, one line each. Refuses a file with any other line, since a head that is not compared
 * hides, and a file without any: a copy that failed must not look like a log that is as it was written.
 */
export function readHeads(text: string, file: string): Result<readonly KeptHead[]> {
  const read = text.split(/\r?\n/).map((written, index) => ({ head: headOf(written.trim()), at: index + 1 }))
  const wrong = read.filter(({ head }) => head === undefined)
  const heads = read.flatMap(({ head }) => head ?? [])
  const problems = wrong.map(({ at }) => problem('audit.head-malformed', {}, { file, line: at }))
  const isEmpty = heads.length === 0 && problems.length === 0
  return unlessProblems(isEmpty ? [problem('audit.no-heads', { file }, { file })] : problems, () => heads)
}

/** Null for an empty line, undefined for one that is no head. */
function headOf(written: string): KeptHead | null | undefined {
  if (written === '') return null
  const { storedAt, chain, position, hash } = line.exec(written)?.groups ?? {}
  if (storedAt === undefined || chain === undefined || hash === undefined) return undefined
  return { storedAt, chain: chain === noInspection ? '' : chain, position: Number(position), hash }
}

/** What the log has at the place of a stored head; null if it has no such event. */
export type ComparedHead = { readonly kept: KeptHead; readonly hash: string | null }

/** Of each chain the first event that is not what it was when its head was stored. */
export function headFaults(compared: readonly ComparedHead[]): readonly ChainFault[] {
  const faulty = compared
    .filter(({ kept, hash }) => kept.hash !== hash)
    .toSorted((one, other) => one.kept.position - other.kept.position)
  return [...Map.groupBy(faulty, ({ kept }) => kept.chain).values()].flatMap(([first]) =>
    first === undefined ? [] : [headFault(first)],
  )
}

function headFault({ kept: { chain, position, storedAt }, hash }: ComparedHead): ChainFault {
  const fault =
    hash === null
      ? `is missing, and was there when its head was stored at ${storedAt}`
      : `is not the one whose head was stored at ${storedAt}`
  return { chain, position, fault }
}
