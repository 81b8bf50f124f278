/** The words after `assay sample` and `assay sample verify`. */

import { parseArgs } from 'node:util'
import { normalReference } from '../../../core/kernel/reference.ts'
import type { HandExclusion } from '../../../core/sampling/eligibility.ts'
import type { SizeOverride } from '../../../core/sampling/sampleSize.ts'
import { optionFault } from '../../../platform/optionFault.ts'

export const sampleFormats = ['json', 'table'] as const
export type SampleFormat = (typeof sampleFormats)[number]

export type WrongWords = { readonly wrong: string }

export type SampleWords = {
  readonly file: string
  readonly edition: string
  readonly fieldwork: string
  readonly seed: string
  /** Null where none was named. */
  readonly format: SampleFormat | null
  readonly proof: string | null
  readonly overrides: readonly SizeOverride[]
  readonly exclusions: readonly HandExclusion[]
}

export type VerifyWords = { readonly proof: string; readonly file: string }

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

/** The request, or a sentence that says what is wrong with the words. */
export function parseSampleWords(words: readonly string[]): SampleWords | WrongWords {
  const parsed = parsedWords(words)
  if ('wrong' in parsed) return parsed
  const { edition, fieldwork, seed, format: named, proof = null, reason = '', by = '' } = parsed.values
  const [file, ...others] = parsed.positionals
  if (file === undefined || others.length > 0) return { wrong: 'Name one case list.' }
  if (edition === undefined) return { wrong: 'Name the edition with --edition.' }
  if (fieldwork === undefined) return { wrong: 'Give the Monday of the fieldwork with --fieldwork.' }
  if (seed === undefined) return { wrong: 'Give the text that was agreed with --seed.' }
  const format = named === undefined ? null : sampleFormats.find((each) => each === named)
  if (format === undefined) {
    return { wrong: `There is no format “${named}”; use ${sampleFormats.join(' or ')}.` }
  }
  const sizes = (parsed.values.size ?? []).map((pair) => pairOf(pair))
  if (sizes.some((pair) => pair === undefined)) return { wrong: 'Write a size as --size court=20.' }
  const domains = sizes.map((pair) => pair?.[0])
  if (new Set(domains).size < domains.length) return { wrong: 'Give one --size for each domain.' }
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

export function parseVerifyWords(words: readonly string[]): VerifyWords | WrongWords {
  const [proof, file, ...others] = words
  if (proof === undefined || file === undefined || others.length > 0) {
    return { wrong: 'Name the proof and the case list.' }
  }
  return { proof, file }
}

function parsedWords(words: readonly string[]) {
  const wrong = optionFault(words, options)
  return wrong === undefined ? parseArgs({ args: [...words], allowPositionals: true, options }) : { wrong }
}

function pairOf(text: string): readonly [string, string] | undefined {
  const [, name, value] = /^([^=]+)=(.*)$/.exec(text) ?? []
  return name === undefined || value === undefined ? undefined : [name, value]
}

/** Anything that is no whole number becomes one that no sample can have, and is refused with the others. */
function wholeNumber(text: string): number {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : -1
}
