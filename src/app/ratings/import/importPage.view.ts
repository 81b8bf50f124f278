/** Everything that is wrong with an import, as its form shows it. */
import { printableText } from '../../../core/kernel/printableText.ts'
import type { Place, Problem } from '../../../core/kernel/problem.ts'
import { type FormErrors, fieldOf, formErrors } from '../../layout/form/formErrors.ts'

export type ImportProblems = {
  /** One for each field of the form, and one for all problems of the files together. */
  readonly errors: FormErrors
  /** What is wrong in the files, a row each. */
  readonly rows: readonly ProblemRow[]
  /** How many more there are than are shown; null if all are. */
  readonly more: string | null
}

export type ProblemRow = {
  readonly file: string
  readonly place: string
  readonly field: string
  readonly text: string
  readonly action: string
}

/** A page with more problems than this helps no one and is slow to open. */
const mostRows = 500

/** Returns the problems of the form at its fields, and those of its files with file, row and field. */
export function importProblems(problems: readonly Problem[]): ImportProblems {
  const inForm = problems.filter((each) => fieldOf(each) !== undefined)
  const inFiles = problems.filter((each) => fieldOf(each) === undefined)
  const left = inFiles.length - mostRows
  const { list, fields } = formErrors(inForm)
  const ofFiles = { text: countSentence(inFiles.length), href: '#problems' }
  return {
    errors: { list: inFiles.length === 0 ? list : [...list, ofFiles], fields },
    rows: inFiles.slice(0, mostRows).map(problemRow),
    more: moreText(left),
  }
}

function moreText(left: number): string | null {
  if (left <= 0) return null
  const hidden = left === 1 ? '1 more problem is not shown.' : `${left} more problems are not shown.`
  return `${hidden} Fix these first and import the file again.`
}

function countSentence(count: number): string {
  return count === 1 ? 'Nothing was imported: fix 1 problem' : `Nothing was imported: fix ${count} problems`
}

function problemRow({ text, action, place }: Problem): ProblemRow {
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
