import { type CaseStatus, progressTitle } from '../../../core/fieldwork/caseProgress.ts'
import { domainOfCases } from '../../../core/framework/findInEdition.ts'
import { countOf } from '../../../core/kernel/countOf.ts'
import { localDateTimeText } from '../../../core/kernel/localDateTime.ts'
import { figureStatusOf } from '../../inspections/figureStatus.ts'
import { statusClass } from '../case/statusClass.ts'
import { casePath } from '../paths.ts'
import type { CaseAssessor, CaseRow, ListedCases } from './listCaseRows.ts'

type Cell = { readonly text: string; readonly isNumeric: boolean; readonly tagClasses: string | null }

/** A table of cases as the template prints it. */
export type CaseTable = {
  /** Of the caption. */
  readonly id: string
  readonly title: string
  readonly headings: readonly { readonly text: string; readonly isNumeric: boolean }[]
  readonly lines: readonly {
    readonly caseId: string
    readonly href: string
    readonly cells: readonly Cell[]
  }[]
}

type Column = {
  readonly heading: string
  readonly text: (row: CaseRow, listed: ListedCases) => string
  readonly isNumeric?: boolean
  /** The column shows a tag with these classes. */
  readonly tagClasses?: (text: string) => string
}

/** The columns of the list of cases after that of the case itself. A column that is added here is shown. */
const columns: readonly Column[] = [
  {
    heading: 'Kind',
    text: ({ caseDomain }, { edition }) => domainOfCases(edition, caseDomain)?.title ?? caseDomain,
  },
  {
    heading: 'Status',
    text: ({ progress, entryCount }) => progressTitle(progress, entryCount),
    tagClasses: statusClass,
  },
  {
    heading: 'Interview',
    text: ({ interviewAt }) => (interviewAt === null ? '–' : localDateTimeText(interviewAt)),
  },
  { heading: 'Missing', text: ({ missing }) => missingText(missing), isNumeric: true },
]

const assessors: Column = {
  heading: 'Assessed by',
  text: ({ assigned }) => assigned.map(assessorText).join(', ') || 'Nobody yet',
}

/** Cases that wait for their assessor come first, finished ones last. */
const workFirst: Readonly<Record<CaseStatus, number>> = {
  returned: 0,
  open: 1,
  ready: 2,
  checked: 3,
  signed: 4,
  withdrawn: 5,
}

/** Returns the model of the page: first your own cases, the most urgent work first, then all other cases. */
export function casesPage(listed: ListedCases, personId: string | null) {
  const { inspection, rows, withheld } = listed
  const isOwn = (row: CaseRow): boolean => row.assigned.some((person) => person.personId === personId)
  const ownRows = rows.filter(isOwn).toSorted((row, other) => placeOf(row) - placeOf(other))
  const others = rows.filter((row) => !isOwn(row))
  // Who assesses your own cases is shown only if someone else does too.
  const isShared = ownRows.some(({ assigned }) => assigned.length > 1)
  return {
    inspectionId: inspection.id,
    serviceName: inspection.serviceName,
    figureStatus: figureStatusOf(inspection),
    tables: [
      table('My cases', listed, ownRows, isShared ? [...columns, assessors] : columns),
      table(ownRows.length > 0 ? 'Other cases' : 'All cases', listed, others, [...columns, assessors]),
    ].flatMap((cases) => cases ?? []),
    summary: summaryOf(rows, ownRows),
    withheld: withheldText(withheld),
    toReassign: rows.flatMap(({ caseId, assigned }) =>
      assigned
        .filter(({ isBarred }) => isBarred)
        .map(({ name }) => ({ caseId, name, href: casePath({ inspectionId: inspection.id, caseId }) })),
    ),
    total: rows.length,
    hasAnswers: rows.some(({ hasAnswer, progress }) => hasAnswer && progress.status !== 'withdrawn'),
  }
}

function withheldText(withheld: number): string | null {
  if (withheld === 0) return null
  return withheld === 1
    ? '1 case is not listed here: you have a conflict of interest with it. The lead inspector must assign it to someone else.'
    : `${withheld} cases are not listed here: you have a conflict of interest with them. The lead inspector must assign them to someone else.`
}

/** Among open cases, those with conflicts and those in progress come before those not started. */
function placeOf({ progress, entryCount, missing }: CaseRow): number {
  const within = conflictsOf(missing) > 0 ? 0 : entryCount > 0 ? 1 : 2
  return 3 * workFirst[progress.status] + within
}

function signedOf(rows: readonly CaseRow[]): number {
  return rows.filter(({ progress }) => progress.status === 'signed').length
}

/** Returns how many cases are signed, and how many of your own have each status, in the order of the list. */
function summaryOf(rows: readonly CaseRow[], ownRows: readonly CaseRow[]): string {
  const signed = `${signedOf(rows)} of ${countOf(rows.length, 'case')} signed.`
  if (ownRows.length === 0) return signed
  const byStatus = Map.groupBy(ownRows, ({ progress, entryCount }) => progressTitle(progress, entryCount))
  const counts = [...byStatus].map(([status, cases]) => `${cases.length} ${status.toLowerCase()}`)
  return `${signed} Your cases: ${counts.join(', ')}.`
}

function conflictsOf(missing: CaseRow['missing']): number {
  return missing.filter((item) => item.missing === 'decision').length
}

function table(
  title: string,
  listed: ListedCases,
  rows: readonly CaseRow[],
  shown: readonly Column[],
): CaseTable | null {
  if (rows.length === 0) return null
  return {
    id: `${title.toLowerCase().replaceAll(' ', '-')}-caption`,
    title,
    headings: shown.map(({ heading, isNumeric = false }) => ({ text: heading, isNumeric })),
    lines: rows.map((row) => ({
      caseId: row.caseId,
      href: casePath({ inspectionId: listed.inspection.id, caseId: row.caseId }),
      cells: shown.map((column) => cell(column, row, listed)),
    })),
  }
}

function cell({ text, isNumeric = false, tagClasses }: Column, row: CaseRow, listed: ListedCases): Cell {
  const shown = text(row, listed)
  return { text: shown, isNumeric, tagClasses: tagClasses === undefined ? null : tagClasses(shown) }
}

function assessorText({ name, isBarred }: CaseAssessor): string {
  return isBarred ? `${name} (conflict of interest)` : name
}

function missingText(missing: CaseRow['missing']): string {
  const [conflicts, total] = [conflictsOf(missing), missing.length]
  if (total === 0) return 'Nothing'
  return conflicts === 0 ? String(total) : `${total}, including ${countOf(conflicts, 'conflict')}`
}
