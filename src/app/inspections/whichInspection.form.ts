/** The fields that say which inspection a form is about: the service, the edition and when fieldwork starts. */
import type { Problem } from '../../core/kernel/problem.ts'
import { type Result, unlessProblems } from '../../core/kernel/result.ts'
import { textProblems } from '../../core/kernel/textLimits.ts'
import { isFieldworkDate } from './fieldworkDate.ts'
import { problem } from './problems.ts'

type Body = Readonly<Record<string, string>>

export type WhichInspection = {
  readonly serviceName: string
  readonly editionId: string
  /** ISO month or day. */
  readonly fieldworkStarted: string
}

/** Returns which inspection the form is about, or a problem for each field that is missing or cannot be used. */
export function whichInspection(body: Body): Result<WhichInspection> {
  const { service = '', edition = '' } = body
  const [serviceName, editionId] = [service.trim(), edition.trim()]
  const fieldworkStarted = sentDate(body)
  const problems: readonly Problem[] = [
    ...textProblems(serviceName, 'name', problem('inspection.service-missing', {}, { field: 'service' })),
    ...(editionId === '' ? [problem('inspection.edition-not-chosen', {}, { field: 'edition' })] : []),
    ...(isFieldworkDate(fieldworkStarted) ? [] : [dateMalformed(body)]),
  ]
  return unlessProblems(problems, () => ({ serviceName, editionId, fieldworkStarted }))
}

/** Year and month, and the day if there is one, as in an ISO date. */
function sentDate(body: Body): string {
  const [day, month, year] = dateParts(body)
  const parts = [year, month, ...(day === '' ? [] : [day])].map((part) => part ?? '')
  return parts.map((part) => part.padStart(2, '0')).join('-')
}

function dateMalformed(body: Body): Problem {
  const value = dateParts(body)
    .filter((part) => part !== '')
    .join(' ')
  const form = 'a month and a year, with the day if it is known, such as 9 2022 or 12 9 2022'
  return problem('inspection.date-malformed', { value, form }, { field: 'fieldwork-month' })
}

function dateParts(body: Body): readonly string[] {
  return ['day', 'month', 'year'].map((part) => body[`fieldwork-${part}`]?.trim() ?? '')
}
