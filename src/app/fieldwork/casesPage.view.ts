import { progressTitle } from '../../core/fieldwork/caseProgress.ts'
import { dateTimeWords } from '../../core/kernel/localDateTime.ts'
import type { CaseRow } from './listCaseRows.ts'
import { casePath } from './paths.ts'

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

const statusClasses: Readonly<Record<string, string>> = {
  'Not started': 'govuk-tag--grey',
  'In progress': 'govuk-tag--light-blue',
  Ready: 'govuk-tag--purple',
  'Returned with comments': 'govuk-tag--orange',
  Signed: 'govuk-tag--green',
}

/** The cases of one's own first, the returned ones at their head; then everybody's. */
export function casesPage(inspectionId: string, rows: readonly CaseRow[], personId: string | null) {
  const isOwn = (row: CaseRow): boolean => row.assigned.some((person) => person.personId === personId)
  const own = rows.filter(isOwn)
  const returned = own.filter(({ progress }) => progress.status === 'returned')
  const others = own.filter(({ progress }) => progress.status !== 'returned')
  return {
    inspectionId,
    own: [...returned, ...others].map((row) => line(inspectionId, row)),
    rest: rows.filter((row) => !isOwn(row)).map((row) => line(inspectionId, row)),
    signed: rows.filter(({ progress }) => progress.status === 'signed').length,
    total: rows.length,
  }
}

function line(inspectionId: string, row: CaseRow): CaseLine {
  const status = progressTitle(row.progress, row.entryCount)
  return {
    caseId: row.caseId,
    href: casePath({ inspectionId, caseId: row.caseId }),
    kind: row.caseDomain,
    status,
    statusClass: statusClasses[status] ?? '',
    interview: row.interviewAt === null ? '–' : dateTimeWords(row.interviewAt),
    missing: row.missing.length === 0 ? 'Nothing' : String(row.missing.length),
    assessors: row.assigned.map(({ name }) => name).join(', ') || 'Nobody yet',
  }
}
