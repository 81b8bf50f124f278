/** The arguments of `assay import results` and `assay import answers`. */
import { parseArgs } from 'node:util'
import { optionFault } from '../../../platform/optionFault.ts'

export type ResultsArguments = {
  readonly file: string
  readonly source: string | null
  readonly madeUp: boolean
  readonly replaceReason: string | null
}

export type AnswersArguments = Omit<ResultsArguments, 'source'> & {
  readonly edition: string
  readonly service: string
  readonly fieldwork: string
  readonly judgements: string | null
  readonly resettlementCases: number | null
}

export type WrongArguments = { readonly wrong: string }

const common = { 'made-up': { type: 'boolean', default: false }, replace: { type: 'string' } } as const
const resultsOptions = { ...common, source: { type: 'string' } } as const
const answersOptions = {
  ...common,
  edition: { type: 'string' },
  service: { type: 'string' },
  fieldwork: { type: 'string' },
  judgements: { type: 'string' },
  'resettlement-cases': { type: 'string' },
} as const

/** Returns the arguments of an import of results, or a sentence that says what is wrong with them. */
export function parseResultsArguments(
  commandArguments: readonly string[],
): ResultsArguments | WrongArguments {
  const wrong = optionFault(commandArguments, resultsOptions)
  if (wrong !== undefined) return { wrong }
  const { values, positionals } = parseArgs({
    args: [...commandArguments],
    allowPositionals: true,
    options: resultsOptions,
  })
  const file = onlyFile(positionals)
  return typeof file === 'string' ? { ...sharedOptions(values), file, source: values.source ?? null } : file
}

/** Returns the arguments of an import of answers, or a sentence that says what is wrong with them. */
export function parseAnswersArguments(
  commandArguments: readonly string[],
): AnswersArguments | WrongArguments {
  const wrong = optionFault(commandArguments, answersOptions)
  if (wrong !== undefined) return { wrong }
  const { values, positionals } = parseArgs({
    args: [...commandArguments],
    allowPositionals: true,
    options: answersOptions,
  })
  const file = onlyFile(positionals)
  if (typeof file !== 'string') return file
  const { edition, service, fieldwork, judgements = null, 'resettlement-cases': count = null } = values
  if (edition === undefined || !service?.trim() || fieldwork === undefined) {
    return { wrong: 'Give --edition, --service and --fieldwork.' }
  }
  if (count !== null && !/^\d{1,4}$/.test(count)) {
    return { wrong: 'Give --resettlement-cases as a whole number.' }
  }
  const resettlementCases = count === null ? null : Number(count)
  return { ...sharedOptions(values), file, edition, service, fieldwork, judgements, resettlementCases }
}

function sharedOptions(values: { readonly 'made-up': boolean; readonly replace?: string | undefined }) {
  return { madeUp: values['made-up'], replaceReason: values.replace ?? null }
}

function onlyFile(positionals: readonly string[]): string | WrongArguments {
  const [file, ...others] = positionals
  return file === undefined || others.length > 0 ? { wrong: 'Name one file to import.' } : file
}
