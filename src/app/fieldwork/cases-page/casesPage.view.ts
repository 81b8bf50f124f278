import { type CaseStatus, progressTitle } from '../../../core/fieldwork/caseProgress.ts'
import { domainOfCases } from '../../../core/framework/findInEdition.ts'
import { localDateTimeText } from '../../../core/kernel/localDateTime.ts'
import { figureStatusOf } from '../../inspections/figureStatus.ts'
import { statusClass } from '../case/statusClass.ts'
import { casePath } from '../paths.ts'
import type { CaseAssessor, CaseRow, ListedCases } from './listCaseRows.ts'

type Cell = { readonly text: string; readonly isNumeric: boolean; readonly tagClasses: string | null }

/** A table of cases as the template prints it. */
export type CaseTable = {
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
    heading: 'State',
    text: ({ progress, entryCount }) => progressTitle(progress, entryCount),
    tagClasses: statusClass,
  },
  {
    heading: 'Interview',
    text: ({ interviewAt }) => (interviewAt === null ? '–' : localDateTimeText(interviewAt)),
  },
  { heading: 'Missing', text: ({ missing }) => missingWords(missing), isNumeric: true },
]

const assessors: Column = {
  heading: 'Assessed by',
  text: ({ assigned }) => assigned.map(assessorWords).join(', ') || 'Nobody yet',
}

/** What waits for its assessor stands first, what is done last. */
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
  const own = rows.filter(isOwn).toSorted((one, other) => placeOf(one) - placeOf(other))
  const others = rows.filter((row) => !isOwn(row))
  // Who assesses your own cases is shown only if someone else does too.
  const isShared = own.some(({ assigned }) => assigned.length > 1)
  return {
    inspectionId: inspection.id,
    serviceName: inspection.serviceName,
    figureStatus: figureStatusOf(inspection),
    tables: [
      table('My cases', listed, own, isShared ? [...columns, assessors] : columns),
      table(own.length > 0 ? 'Other cases' : 'All cases', listed, others, [...columns, assessors]),
    ].flatMap((cases) => cases ?? []),
    summary: `${signedOf(rows)} of ${rows.length} cases are signed.${ownWords(own)}`,
    withheld: withheldWords(withheld),
    toGiveAway: rows.flatMap(({ caseId, assigned }) =>
      assigned
        .filter(({ isBarred }) => isBarred)
        .map(({ name }) => ({ caseId, name, href: casePath({ inspectionId: inspection.id, caseId }) })),
    ),
    total: rows.length,
    hasAnswers: rows.some(({ hasAnswer, progress }) => hasAnswer && progress.status !== 'withdrawn'),
  }
}

function withheldWords(withheld: number): string | null {
  if (withheld === 0) return null
  return withheld === 1
    ? '1 case is not listed here: you have a conflict of interest with it. The lead inspector gives it to somebody else.'
    : `${withheld} cases are not listed here: you have a conflict of interest with them. The lead inspector gives them to somebody else.`
}

/** Among open cases, those with values to decide and those in progress come before those not started. */
function placeOf({ progress, entryCount, missing }: CaseRow): number {
  const within = toDecide(missing) > 0 ? 0 : entryCount > 0 ? 1 : 2
  return 3 * workFirst[progress.status] + within
}

function signedOf(rows: readonly CaseRow[]): number {
  return rows.filter(({ progress }) => progress.status === 'signed').length
}

/** How one's own cases stand, in the order in which they are listed. */
function ownWords(own: readonly CaseRow[]): string {
  if (own.length === 0) return ''
  const byStatus = Map.groupBy(own, ({ progress, entryCount }) => progressTitle(progress, entryCount))
  const counts = [...byStatus].map(([status, rows]) => `${rows.length} ${status.toLowerCase()}`)
  return ` Of your ${own.length}: ${counts.join(', ')}.`
}

function toDecide(missing: CaseRow['missing']): number {
  return missing.filter(({ lacks }) => lacks === 'decision').length
}

function table(
  title: string,
  listed: ListedCases,
  rows: readonly CaseRow[],
  shown: readonly Column[],
): CaseTable | null {
  if (rows.length === 0) return null
  return {
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

function assessorWords({ name, isBarred }: CaseAssessor): string {
  return isBarred ? `${name} (conflict of interest)` : name
}

function missingWords(missing: CaseRow['missing']): string {
  const [decisions, total] = [toDecide(missing), missing.length]
  if (total === 0) return 'Nothing'
  return decisions === 0 ? String(total) : `${total}, of these ${decisions} to decide`
}
