import { parseArgs } from 'node:util'
import { optionFault } from '../../../platform/optionFault.ts'

const formats = ['json', 'table'] as const
type Format = (typeof formats)[number]

/** What `assay rate` is asked to do; `format` is null if none is named. */
export type RateRequest = { readonly file: string; readonly format: Format | null } & (
  | { readonly kind: 'results' }
  | { readonly kind: 'answers'; readonly edition: string; readonly judgements: string | null }
)

type WrongArguments = { readonly wrong: string }

/** Returns the request in the arguments of `assay rate`, or a sentence that says what is wrong with them. */
export function parseRateArguments(commandArguments: readonly string[]): RateRequest | WrongArguments {
  const parsed = parseOptions(commandArguments)
  if ('wrong' in parsed) return parsed
  const { edition, judgements = null, format: named } = parsed.values
  const [file, ...others] = parsed.positionals
  if (file === undefined || others.length > 0) return { wrong: 'Name one file to rate.' }
  const format = named === undefined ? null : formats.find((each) => each === named)
  if (format === undefined) return { wrong: `There is no format “${named}”. Use ${formats.join(' or ')}.` }
  if (!isResults(file)) {
    if (edition === undefined) return { wrong: 'Give the edition of the answers with --edition.' }
    return { kind: 'answers', file, format, edition, judgements }
  }
  if (edition !== undefined) return { wrong: 'Leave out --edition: a results file names its edition.' }
  if (judgements !== null) return { wrong: 'Leave out --judgements: a results file has its judgements.' }
  return { kind: 'results', file, format }
}

/** Results are JSON; anything else is read as a table of answers. */
function isResults(file: string): boolean {
  return file.toLowerCase().endsWith('.json')
}

function parseOptions(commandArguments: readonly string[]) {
  const options = {
    edition: { type: 'string' },
    judgements: { type: 'string' },
    format: { type: 'string' },
  } as const
  const wrong = optionFault(commandArguments, options)
  return wrong === undefined
    ? parseArgs({ args: [...commandArguments], allowPositionals: true, options })
    : { wrong }
}
