import type { FormValues } from '../../../layout/form/formPage.ts'
import type { Allocation } from '../loadAllocation.ts'
import { managerField } from './caseManagersPage.form.ts'

/** Returns what the page prints; of the `barred` cases it has nothing. */
export function caseManagersView(
  { cases, assignments, assessors }: Allocation,
  barred: ReadonlySet<string>,
  typed: FormValues,
) {
  const names = new Map(assessors.map(({ id, name }) => [id, name]))
  const assigned = new Map(assignments.map(({ pseudonym, assessor }) => [pseudonym, names.get(assessor)]))
  return {
    heading: 'Case managers',
    cases: cases
      .filter(({ pseudonym }) => !barred.has(pseudonym))
      .map(({ pseudonym, caseManager }) => ({
        pseudonym,
        field: managerField(pseudonym),
        caseManager: typed[managerField(pseudonym)] ?? caseManager ?? '',
        assessor: assigned.get(pseudonym) ?? null,
      })),
  }
}
