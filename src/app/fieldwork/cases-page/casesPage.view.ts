import { type CaseStatus, progressTitle } from '../../../core/fieldwork/caseProgress.ts'
import { domainOfCases } from '../../../core/framework/findInEdition.ts'
import { localDateTimeText } from '../../../core/kernel/londonTime.ts'
import { standingOf } from '../../inspections/standing.ts'
import { statusClass } from '../case/statusClass.ts'
import { casePath } from '../paths.ts'
import type { CaseAssessor, CaseRow, ListedCases } from './listCaseRows.ts'

export type CaseLine = {
  readonly caseId: string
  readonly href: string
  readonly kind: string
  readonly status: string
  readonly statusClass: string
  readonly interview: string
  readonly missing: string
  readonly assessors: string
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

/** The cases of one's own first, in the order in which they want work; then everybody's. */
export function casesPage(listed: ListedCases, personId: string | null) {
  const { inspection, rows, withheld } = listed
  const isOwn = (row: CaseRow): boolean => row.assigned.some((person) => person.personId === personId)
  const own = rows.filter(isOwn).toSorted((one, other) => placeOf(one) - placeOf(other))
  return {
    inspectionId: inspection.id,
    serviceName: inspection.serviceName,
    standing: standingOf(inspection),
    own: own.map((row) => line(listed, row)),
    /** Whether somebody else assesses one of one's own as well: only then is it said who does. */
    ownShared: own.some(({ assigned }) => assigned.length > 1),
    rest: rows.filter((row) => !isOwn(row)).map((row) => line(listed, row)),
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

function line({ inspection, edition }: ListedCases, row: CaseRow): CaseLine {
  const status = progressTitle(row.progress, row.entryCount)
  return {
    caseId: row.caseId,
    href: casePath({ inspectionId: inspection.id, caseId: row.caseId }),
    kind: domainOfCases(edition, row.caseDomain)?.title ?? row.caseDomain,
    status,
    statusClass: statusClass(status),
    interview: row.interviewAt === null ? '–' : localDateTimeText(row.interviewAt),
    missing: missingWords(row.missing),
    assessors: row.assigned.map(assessorWords).join(', ') || 'Nobody yet',
  }
}

function assessorWords({ name, isBarred }: CaseAssessor): string {
  return isBarred ? `${name} (conflict of interest)` : name
}

function missingWords(missing: CaseRow['missing']): string {
  const [decisions, total] = [toDecide(missing), missing.length]
  if (total === 0) return 'Nothing'
  return decisions === 0 ? String(total) : `${total}, of these ${decisions} to decide`
}
