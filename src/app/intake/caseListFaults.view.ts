/** Everything that is wrong with a list, as a page shows it. */
import type { Problem } from '../../core/kernel/problem.ts'

export type FaultRow = {
  readonly row: string
  readonly column: string
  readonly text: string
  readonly action: string
}

export type CaseListFaults = {
  /** For the box at the top: one line for the form's own fields, one for each kind of fault of the file. */
  readonly summary: readonly { readonly text: string; readonly href: string }[]
  /** Faults of the form's own fields. */
  readonly fields: Readonly<Record<string, { readonly text: string }>>
  readonly rows: readonly FaultRow[]
  readonly heading: string
  /** Which of them are shown; null if all are. */
  readonly shown: string | null
  readonly previous: PageLink | null
  readonly next: PageLink | null
}

type PageLink = { readonly href: string; readonly text: string }

/** Which part of a long list of faults is shown, and how many faults there are, of which the first may be told. */
export type FaultsPart = { readonly page: number; readonly faults: number; readonly href: string }

/** More would take long to show. */
const rowsOfPage = 100

/** The number of a page in an address; the first for anything else. */
export function pageNumber(written: string | undefined): number {
  return /^[1-9]\d{0,5}$/.test(written ?? '') ? Number(written) : 1
}

/** Faults of the form (a field and no file) and those of the list (a file, and row and column where known). */
export function caseListFaults(problems: readonly Problem[], part?: FaultsPart): CaseListFaults | null {
  if (problems.length === 0) return null
  const ofForm = problems.filter(({ place }) => place.file === undefined && place.field !== undefined)
  const ofList = problems.filter((one) => !ofForm.includes(one))
  const heading = faultCount(part?.faults ?? ofList.length)
  const last = Math.max(1, Math.ceil(ofList.length / rowsOfPage))
  const page = Math.min(part?.page ?? 1, last)
  const from = (page - 1) * rowsOfPage
  const rows = ofList.slice(from, from + rowsOfPage)
  const link = (to: number, text: string) =>
    part === undefined || to < 1 || to > last ? null : { href: `${part.href}?page=${to}#faults`, text }
  return {
    summary: [
      ...ofForm.map(({ text, place }) => ({ text, href: `#${place.field}` })),
      ...(ofList.length === 0 ? [] : [{ text: heading, href: '#faults' }]),
    ],
    fields: Object.fromEntries(
      ofForm.map(({ text, action, place }) => [place.field, { text: `${text} ${action}` }]),
    ),
    rows: rows.map(faultRow),
    heading,
    shown:
      rows.length < ofList.length || ofList.length < (part?.faults ?? 0)
        ? shownSentence(from, rows.length, { told: ofList.length, all: part?.faults ?? ofList.length })
        : null,
    previous: link(page - 1, 'Previous faults'),
    next: link(page + 1, 'Next faults'),
  }
}

function shownSentence(
  from: number,
  count: number,
  { told, all }: { readonly told: number; readonly all: number },
): string {
  const shown = `Faults ${from + 1} to ${from + count} of ${all} are shown.`
  return told < all
    ? `${shown} Only the first ${told} can be shown. Fix these, then upload the list again to see the others.`
    : shown
}

function faultCount(count: number): string {
  return count === 1
    ? '1 fault was found. No cases were accepted'
    : `${count} faults were found. No cases were accepted`
}

function faultRow({ text, action, place }: Problem): FaultRow {
  return {
    row: place.row === undefined ? 'Whole file' : String(place.row),
    column: place.field ?? '–',
    text,
    action,
  }
}
