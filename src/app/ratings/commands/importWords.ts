/** The words after `assay import results` and `assay import answers`. */
import { parseArgs } from 'node:util'
import { optionFault } from '../../../platform/optionFault.ts'

export type ResultsWords = {
  readonly file: string
  readonly source: string | null
  readonly madeUp: boolean
  readonly replaceReason: string | null
}

export type AnswersWords = Omit<ResultsWords, 'source'> & {
  readonly edition: string
  readonly service: string
  readonly fieldwork: string
  readonly judgements: string | null
  readonly resettlementCases: number | null
}

export type WrongWords = { readonly wrong: string }

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

export function parseResultsWords(words: readonly string[]): ResultsWords | WrongWords {
  const wrong = optionFault(words, resultsOptions)
  if (wrong !== undefined) return { wrong }
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: resultsOptions,
  })
  const file = oneFile(positionals)
  return typeof file === 'string' ? { ...marks(values), file, source: values.source ?? null } : file
}

export function parseAnswersWords(words: readonly string[]): AnswersWords | WrongWords {
  const wrong = optionFault(words, answersOptions)
  if (wrong !== undefined) return { wrong }
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: answersOptions,
  })
  const file = oneFile(positionals)
  if (typeof file !== 'string') return file
  const { edition, service, fieldwork, judgements = null, 'resettlement-cases': count = null } = values
  if (edition === undefined || !service?.trim() || fieldwork === undefined) {
    return { wrong: 'An import of answers needs --edition, --service and --fieldwork.' }
  }
  if (count !== null && !/^\d{1,4}$/.test(count)) {
    return { wrong: '--resettlement-cases is a whole number.' }
  }
  const resettlementCases = count === null ? null : Number(count)
  return { ...marks(values), file, edition, service, fieldwork, judgements, resettlementCases }
}

function marks(values: { readonly 'made-up': boolean; readonly replace?: string | undefined }) {
  return { madeUp: values['made-up'], replaceReason: values.replace ?? null }
}

function oneFile(positionals: readonly string[]): string | WrongWords {
  const [file, ...others] = positionals
  return file === undefined || others.length > 0 ? { wrong: 'An import takes one file.' } : file
}
