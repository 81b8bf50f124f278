/** Everything that is wrong with a case list, as its pages show it. */
import { countOf } from '../../core/kernel/countOf.ts'
import type { Problem } from '../../core/kernel/problem.ts'
import { type FormErrors, fieldOf, formErrors } from '../layout/form/formErrors.ts'

export type CaseListErrors = {
  /** For the form: one for each problem of its own fields, and one for everything that is wrong in the file. */
  readonly errors: FormErrors
  /** What is wrong in the file; null if nothing is. */
  readonly fileErrors: FileErrors | null
}

export type FileErrors = {
  readonly heading: string
  readonly rows: readonly FileErrorRow[]
  /** Which of them are shown; null if all are. */
  readonly shown: string | null
  readonly previous: PageLink | null
  readonly next: PageLink | null
}

export type FileErrorRow = {
  readonly row: string
  readonly column: string
  readonly text: string
  readonly action: string
}

type PageLink = { readonly href: string; readonly text: string }

/** Which page of a long table is shown, and how many errors the list has, of which only the first may be known. */
export type ErrorsPart = { readonly page: number; readonly count: number; readonly href: string }

/** More would take long to show. */
const rowsOfPage = 100

/** Returns the number of a page in an address; 1 for anything else. */
export function pageNumber(written: string | undefined): number {
  return /^[1-9]\d{0,5}$/.test(written ?? '') ? Number(written) : 1
}

/**
 * Returns the problems of the form at its fields, and those of the file by row and column. The table has pages only if
 * `part` says which is shown.
 */
export function caseListErrors(problems: readonly Problem[], part?: ErrorsPart): CaseListErrors {
  const inForm = problems.filter((each) => fieldOf(each) !== undefined)
  const inFile = problems.filter((each) => fieldOf(each) === undefined)
  const { list, fields } = formErrors(inForm)
  if (inFile.length === 0) return { errors: { list, fields }, fileErrors: null }
  const fileErrors = tableOf(inFile, part ?? { page: 1, count: inFile.length, href: '' })
  return {
    errors: { list: [...list, { text: fileErrors.heading, href: '#file-errors' }], fields },
    fileErrors,
  }
}

function tableOf(problems: readonly Problem[], { page: wanted, count, href }: ErrorsPart): FileErrors {
  const last = Math.max(1, Math.ceil(problems.length / rowsOfPage))
  const page = Math.min(wanted, last)
  const from = (page - 1) * rowsOfPage
  const rows = problems.slice(from, from + rowsOfPage)
  const link = (to: number, text: string) =>
    href === '' || to < 1 || to > last ? null : { href: `${href}?page=${to}#file-errors`, text }
  return {
    heading: headingFor(count),
    rows: rows.map(rowOf),
    shown: rows.length < count ? shownSentence(from, rows.length, { known: problems.length, count }) : null,
    previous: link(page - 1, 'Previous errors'),
    next: link(page + 1, 'Next errors'),
  }
}

function shownSentence(
  from: number,
  shown: number,
  { known, count }: { readonly known: number; readonly count: number },
): string {
  const sentence = `Errors ${from + 1} to ${from + shown} of ${count} are shown.`
  return known < count
    ? `${sentence} Only the first ${known} can be shown. Fix these, then upload the list again to see the others.`
    : sentence
}

function headingFor(count: number): string {
  return count === 1
    ? '1 error was found. No cases were accepted'
    : `${countOf(count, 'error')} were found. No cases were accepted`
}

function rowOf({ text, action, place: { row, field } }: Problem): FileErrorRow {
  return { row: row === undefined ? 'Whole file' : String(row), column: field ?? '–', text, action }
}
