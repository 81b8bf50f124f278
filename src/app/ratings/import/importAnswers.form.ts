import { type Problem, problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse, unlessProblems } from '../../../core/kernel/result.ts'
import { isFieldworkDate } from './fieldworkDate.ts'
import type { AnswersImport } from './importAnswers.ts'
import { both } from './importedInspection.ts'
import { isMadeUp, optionalFile, replacementOf, requiredFile, type SentForm } from './importForm.ts'

/** What the form asks to be imported, or every field that is not filled in or cannot be used. */
export function importAnswersForm(sent: SentForm): Result<AnswersImport> {
  const read = both(
    both(inspectionFields(sent), requiredFile(sent, 'answers', 'answers')),
    replacementOf(sent),
  )
  if (!read.ok) return read
  const [[fields, answers], replacement] = read.value
  const judgements = optionalFile(sent, 'judgements')
  return done({ ...fields, answers, judgements, madeUp: isMadeUp(sent), replacement })
}

function inspectionFields(sent: SentForm) {
  const serviceName = text(sent, 'service')
  const editionId = text(sent, 'edition')
  const named: readonly Problem[] = [
    ...(serviceName === '' ? [problem('inspection.service-missing', {}, { field: 'service' })] : []),
    ...(editionId === '' ? [problem('inspection.edition-not-chosen', {}, { field: 'edition' })] : []),
  ]
  const names = unlessProblems(named, () => ({ serviceName, editionId }))
  const read = both(both(names, fieldworkDate(sent)), resettlementCases(sent))
  if (!read.ok) return read
  const [[{ serviceName: service, editionId: edition }, fieldworkStarted], count] = read.value
  return done({ serviceName: service, editionId: edition, fieldworkStarted, resettlementCases: count })
}

/** Month and year, and the day where it is given, as an ISO date. */
function fieldworkDate(sent: SentForm): Result<string> {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => text(sent, `fieldwork-${part}`))
  const parts = [year, month, ...(day === '' ? [] : [day])].map((part) => part ?? '')
  const iso = parts.map((part) => part.padStart(2, '0')).join('-')
  if (isFieldworkDate(iso)) return done(iso)
  const value = [day, month, year].filter((part) => part !== '').join(' ')
  const form = 'a month and a year, and the day where it is known, such as 9 2022 or 12 9 2022'
  return refuse(problem('inspection.date-malformed', { value, form }, { field: 'fieldwork-month' }))
}

function resettlementCases(sent: SentForm): Result<number | null> {
  const value = text(sent, 'resettlementCases')
  if (value === '') return done(null)
  if (/^\d{1,4}$/.test(value)) return done(Number(value))
  return refuse(problem('inspection.cases-not-whole', { value }, { field: 'resettlementCases' }))
}

function text({ body }: SentForm, field: string): string {
  return body[field]?.trim() ?? ''
}
