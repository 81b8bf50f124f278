import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { whichInspection } from '../../inspections/whichInspection.form.ts'
import { problem } from '../problems.ts'
import { both } from './importedInspection.ts'
import { isMadeUp, optionalFile, replacementOf, requiredFile, type SentForm } from './importForm.ts'
import type { AnswersImport } from './importRequests.ts'

/** Returns what the form asks to import. Refuses every field that is empty or cannot be used. */
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
  const read = both(whichInspection(sent.body), resettlementCases(sent))
  if (!read.ok) return read
  const [which, count] = read.value
  return done({ ...which, resettlementCases: count })
}

function resettlementCases({ body: { resettlementCases: typed = '' } }: SentForm): Result<number | null> {
  const value = typed.trim()
  if (value === '') return done(null)
  if (/^\d{1,4}$/.test(value)) return done(Number(value))
  return refuse(problem('inspection.cases-not-whole', { value }, { field: 'resettlementCases' }))
}
