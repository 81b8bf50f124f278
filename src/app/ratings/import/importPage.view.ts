/** An import form with what was typed and everything that was found wrong. */
import { printableText } from '../../../core/kernel/printableText.ts'
import type { Place, Problem } from '../../../core/kernel/problem.ts'

export type ImportFaults = {
  /** One for each field of the form, and one for all faults of the files together. */
  readonly summary: readonly { readonly text: string; readonly href: string }[]
  readonly fields: Readonly<Record<string, { readonly text: string }>>
  readonly rows: readonly FaultRow[]
  /** How many more there are than are shown; null where all are. */
  readonly more: string | null
}

export type FaultRow = {
  readonly file: string
  readonly place: string
  readonly field: string
  readonly text: string
  readonly action: string
}

/** A page of more faults than this helps nobody, and would take long to show. */
const mostRows = 500

/** Faults of the form's own fields, and those of the files with file, row and field. */
export function importFaults(problems: readonly Problem[]): ImportFaults | null {
  if (problems.length === 0) return null
  const inForm = problems.filter(({ place }) => place.file === undefined && place.field !== undefined)
  const elsewhere = problems.filter((problem) => !inForm.includes(problem))
  const left = elsewhere.length - mostRows
  return {
    summary: [
      ...inForm.map(({ text, place }) => ({ text, href: `#${place.field}` })),
      ...(elsewhere.length === 0 ? [] : [{ text: countSentence(elsewhere.length), href: '#faults' }]),
    ],
    fields: Object.fromEntries(
      inForm.map(({ text, action, place }) => [place.field, { text: `${text} ${action}` }]),
    ),
    rows: elsewhere.slice(0, mostRows).map(faultRow),
    more: left > 0 ? `There are ${left} more. Fix these first and import the file again.` : null,
  }
}

function countSentence(count: number): string {
  return count === 1
    ? 'Nothing was imported: 1 fault was found'
    : `Nothing was imported: ${count} faults were found`
}

function faultRow({ text, action, place }: Problem): FaultRow {
  return {
    file: printableText(place.file ?? '–'),
    place: whereInFile(place),
    field: printableText(place.field ?? '–'),
    text,
    action,
  }
}

/** The row of a table; of a structured file the line, its path, or both. */
function whereInFile({ row, line, column, path }: Place): string {
  if (row !== undefined) return `Row ${row}`
  const inLine = column === undefined ? `Line ${line}` : `Line ${line}, column ${column}`
  const parts = [
    ...(line === undefined ? [] : [inLine]),
    ...(path === undefined ? [] : [printableText(path)]),
  ]
  return parts.length === 0 ? '–' : parts.join(': ')
}
