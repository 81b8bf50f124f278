/** The arguments of `assay sample` and `assay sample verify`. */

import { parseArgs } from 'node:util'
import { normalReference } from '../../../core/kernel/reference.ts'
import type { HandExclusion } from '../../../core/sampling/eligibility.ts'
import type { SizeOverride } from '../../../core/sampling/sampleSize.ts'
import { optionFault } from '../../../platform/optionFault.ts'

export const sampleFormats = ['json', 'table'] as const
export type SampleFormat = (typeof sampleFormats)[number]

export type WrongArguments = { readonly wrong: string }

export type SampleArguments = {
  readonly file: string
  readonly edition: string
  readonly fieldwork: string
  readonly seed: string
  /** Null if none was named. */
  readonly format: SampleFormat | null
  readonly proof: string | null
  readonly overrides: readonly SizeOverride[]
  readonly exclusions: readonly HandExclusion[]
}

export type VerifyArguments = { readonly proof: string; readonly file: string }

const options = {
  edition: { type: 'string' },
  fieldwork: { type: 'string' },
  seed: { type: 'string' },
  format: { type: 'string' },
  proof: { type: 'string' },
  size: { type: 'string', multiple: true },
  exclude: { type: 'string', multiple: true },
  reason: { type: 'string' },
  by: { type: 'string' },
} as const

/** Returns the arguments of `assay sample`, or a sentence that says what is wrong with them. */
export function parseSampleArguments(words: readonly string[]): SampleArguments | WrongArguments {
  const parsed = parsedArguments(words)
  if ('wrong' in parsed) return parsed
  const { edition, fieldwork, seed, format: named, proof = null, reason = '', by = '' } = parsed.values
  const [file, ...others] = parsed.positionals
  if (file === undefined || others.length > 0) return { wrong: 'Name one case list.' }
  if (edition === undefined) return { wrong: 'Name the edition with --edition.' }
  if (fieldwork === undefined) return { wrong: 'Enter the Monday when fieldwork starts with --fieldwork.' }
  if (seed === undefined) return { wrong: 'Enter the agreed seed with --seed.' }
  const format = named === undefined ? null : sampleFormats.find((each) => each === named)
  if (format === undefined) {
    return { wrong: `There is no format “${named}”. Use ${sampleFormats.join(' or ')}.` }
  }
  const sizes = (parsed.values.size ?? []).map((pair) => pairOf(pair))
  if (sizes.some((pair) => pair === undefined)) return { wrong: 'Enter a size as --size court=20.' }
  const domains = sizes.map((pair) => pair?.[0])
  if (new Set(domains).size < domains.length) return { wrong: 'Use --size once for each kind of case.' }
  const overrides = sizes.flatMap((pair) =>
    pair === undefined ? [] : [{ domain: pair[0], size: wholeNumber(pair[1]), reason, by }],
  )
  const exclusions = (parsed.values.exclude ?? []).map((typed) => ({
    caseId: normalReference(typed),
    reason,
    by,
  }))
  return { file, edition, fieldwork, seed, format, proof, overrides, exclusions }
}

/** Returns the arguments of `assay sample verify`, or a sentence that says what is wrong with them. */
export function parseVerifyArguments(words: readonly string[]): VerifyArguments | WrongArguments {
  const [proof, file, ...others] = words
  if (proof === undefined || file === undefined || others.length > 0) {
    return { wrong: 'Name the proof and the case list.' }
  }
  return { proof, file }
}

function parsedArguments(words: readonly string[]) {
  const wrong = optionFault(words, options)
  return wrong === undefined ? parseArgs({ args: [...words], allowPositionals: true, options }) : { wrong }
}

function pairOf(text: string): readonly [string, string] | undefined {
  const [, name, value] = /^([^=]+)=(.*)$/.exec(text) ?? []
  return name === undefined || value === undefined ? undefined : [name, value]
}

/** A text that is not a whole number becomes a number that no sample can have, so it is refused with the others. */
function wholeNumber(text: string): number {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : -1
}
