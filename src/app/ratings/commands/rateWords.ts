import { parseArgs } from 'node:util'
import { optionFault } from '../../../platform/optionFault.ts'

const formats = ['json', 'table'] as const
type Format = (typeof formats)[number]

/** What `assay rate` was asked to do; `format` is null where none was named. */
export type RateRequest = { readonly file: string; readonly format: Format | null } & (
  | { readonly kind: 'results' }
  | { readonly kind: 'answers'; readonly edition: string; readonly judgements: string | null }
)

type WrongUsage = { readonly wrong: string }

/** The request in the words after `rate`, or a sentence that says what is wrong with them. */
export function parseRateWords(words: readonly string[]): RateRequest | WrongUsage {
  const parsed = parseOptions(words)
  if ('wrong' in parsed) return parsed
  const { edition, judgements = null, format: named } = parsed.values
  const [file, ...others] = parsed.positionals
  if (file === undefined || others.length > 0) return { wrong: 'Name one file to rate.' }
  const format = named === undefined ? null : formats.find((each) => each === named)
  if (format === undefined) return { wrong: `There is no format “${named}”; use ${formats.join(' or ')}.` }
  if (!isResults(file)) {
    if (edition === undefined) return { wrong: 'Name the edition of the answers with --edition.' }
    return { kind: 'answers', file, format, edition, judgements }
  }
  if (edition !== undefined) return { wrong: 'Results name their edition themselves; leave --edition out.' }
  if (judgements !== null) return { wrong: 'Results hold their judgements; leave --judgements out.' }
  return { kind: 'results', file, format }
}

/** Results are JSON; anything else is read as a table of answers. */
function isResults(file: string): boolean {
  return file.toLowerCase().endsWith('.json')
}

function parseOptions(words: readonly string[]) {
  const options = {
    edition: { type: 'string' },
    judgements: { type: 'string' },
    format: { type: 'string' },
  } as const
  const wrong = optionFault(words, options)
  return wrong === undefined ? parseArgs({ args: [...words], allowPositionals: true, options }) : { wrong }
}
