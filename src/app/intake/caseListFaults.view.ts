/** Everything that is wrong with a list, as a page shows it. */
import type { Problem } from '../../core/kernel/problem.ts'

export type FaultRow = {
  readonly row: string
  readonly column: string
  readonly text: string
  readonly mend: string
}

export type CaseListFaults = {
  /** For the box at the top: one line for the form's own fields, one for each kind of fault of the file. */
  readonly summary: readonly { readonly text: string; readonly href: string }[]
  /** Faults of the form's own fields. */
  readonly fields: Readonly<Record<string, { readonly text: string }>>
  readonly rows: readonly FaultRow[]
  readonly heading: string
  /** Said where not all are shown. */
  readonly more: string | null
}

/** More would take long to show; the download has them all. */
const mostRows = 300

/** Faults of the form (a field and no file) and those of the list (a file, and row and column where known). */
export function caseListFaults(problems: readonly Problem[]): CaseListFaults | null {
  if (problems.length === 0) return null
  const ofForm = problems.filter(({ place }) => place.file === undefined && place.field !== undefined)
  const ofList = problems.filter((one) => !ofForm.includes(one))
  const heading = faultCount(ofList.length)
  return {
    summary: [
      ...ofForm.map(({ text, place }) => ({ text, href: `#${place.field}` })),
      ...(ofList.length === 0 ? [] : [{ text: heading, href: '#faults' }]),
    ],
    fields: Object.fromEntries(
      ofForm.map(({ text, mend, place }) => [place.field, { text: `${text} ${mend}` }]),
    ),
    rows: ofList.slice(0, mostRows).map(faultRow),
    heading,
    more: ofList.length > mostRows ? `The first ${mostRows} of ${ofList.length} are shown.` : null,
  }
}

function faultCount(count: number): string {
  return count === 1
    ? '1 fault was found; nothing was taken'
    : `${count} faults were found; nothing was taken`
}

function faultRow({ text, mend, place }: Problem): FaultRow {
  return {
    row: place.row === undefined ? 'Whole file' : String(place.row),
    column: place.field ?? '–',
    text,
    mend,
  }
}
