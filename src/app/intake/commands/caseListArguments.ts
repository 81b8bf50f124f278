/** The words after `assay case-list check` and `assay case-list add`. */
import { parseArgs } from 'node:util'
import { type CaseListField, caseListFields, fieldDescriptions } from '../../../core/intake/caseListFields.ts'
import type { ColumnMapping } from '../../../core/intake/recogniseColumns.ts'
import { optionFault } from '../../../platform/optionFault.ts'

export type WrongWords = { readonly wrong: string }
export type CheckWords = { readonly file: string; readonly edition: string; readonly mapping: ColumnMapping }
export type AddWords = {
  readonly inspection: string
  readonly file: string
  readonly leaveOut: readonly string[]
  readonly places: readonly string[]
  /** Reasons by the key of their warning. */
  readonly reasons: Readonly<Record<string, string>>
}

const checkOptions = {
  edition: { type: 'string' },
  column: { type: 'string', multiple: true },
  'leave-out': { type: 'string', multiple: true },
  places: { type: 'string', multiple: true },
} as const
const addOptions = {
  'leave-out': { type: 'string', multiple: true },
  places: { type: 'string', multiple: true },
  reason: { type: 'string', multiple: true },
} as const

export function parseCheckWords(words: readonly string[]): CheckWords | WrongWords {
  const wrong = optionFault(words, checkOptions)
  if (wrong !== undefined) return { wrong }
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: checkOptions,
  })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) return { wrong: 'Give one file.' }
  if (values.edition === undefined) return { wrong: 'Give the edition.' }
  const columns = parsePairs(values.column ?? [], fieldNamed)
  if (!Array.isArray(columns)) return columns
  const mapping = {
    columns: Object.fromEntries(columns),
    leaveOut: values['leave-out'] ?? [],
    places: values.places ?? [],
  }
  return { file, edition: values.edition, mapping }
}

export function parseAddWords(words: readonly string[]): AddWords | WrongWords {
  const wrong = optionFault(words, addOptions)
  if (wrong !== undefined) return { wrong }
  const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options: addOptions })
  const [inspection, file, ...others] = positionals
  if (inspection === undefined || file === undefined || others.length > 0) {
    return { wrong: 'Give the inspection and one file.' }
  }
  const reasons = parsePairs(values.reason ?? [], (key) => key)
  if (!Array.isArray(reasons)) return reasons
  const headings = { leaveOut: values['leave-out'] ?? [], places: values.places ?? [] }
  return { inspection, file, ...headings, reasons: Object.fromEntries(reasons) }
}

function parsePairs(
  pairs: readonly string[],
  nameOf: (name: string) => string | undefined,
): [string, string][] | WrongWords {
  const read: [string, string][] = []
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    const name = at < 1 ? undefined : nameOf(pair.slice(0, at))
    if (name === undefined) return { wrong: `“${pair}” is not NAME=VALUE with a name that is known.` }
    if (read.some(([other]) => other === name)) return { wrong: `“${pair.slice(0, at)}” is given twice.` }
    read.push([name, pair.slice(at + 1)])
  }
  return read
}

function fieldNamed(name: string): CaseListField | undefined {
  return caseListFields.find((field) => field === name || fieldDescriptions[field].heading === name)
}
