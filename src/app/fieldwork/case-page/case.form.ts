/** What the forms of the page of a case send: the comment of a step, and the assessors. */
import type { CaseStep } from '../../../core/fieldwork/caseProgress.ts'
import type { FormValues } from '../../layout/form/formPage.ts'
import type { CaseAllocation } from '../steps/allocateCase.ts'

/** Tells the form of the assessors from those of the steps, which have the names of the steps. */
export const assessorsFormName = 'people'

/** Returns the id that the comment of a step has on the page. */
export function commentId(step: CaseStep): string {
  return `comment-${step}`
}

/** Returns the comment of a step; null if its form has none. */
export function commentOf({ comment }: FormValues): string | null {
  return comment ?? null
}

/** Returns the people who are selected, and the assessors that the writer saw. Each person is a field, `person-ID`. */
export function assessorsForm({ seen = '', ...fields }: FormValues): CaseAllocation {
  const selected = Object.entries(fields).filter(([name]) => name.startsWith('person-'))
  return { personIds: selected.map(([, personId]) => personId), seen }
}
