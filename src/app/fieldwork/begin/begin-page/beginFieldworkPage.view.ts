import type { FieldworkPlan, PlannedCase, StayingCase } from '../../../../core/fieldwork/planFieldwork.ts'
import { countOf } from '../../../../core/kernel/countOf.ts'
import type { Result } from '../../../../core/kernel/result.ts'
import { figureStatusOf } from '../../../inspections/figureStatus.ts'
import { inspectionPagePath, inspectionPath } from '../../../layout/inspectionPath.ts'
import type { Allocation } from '../../../sampling/allocation/loadAllocation.ts'
import { allocationPath } from '../../../sampling/allocation/paths.ts'
import { casePath, casesPath } from '../../paths.ts'

/** Returns what beginning would do to each case, or what has to be done before. */
export function beginFieldworkView(allocation: Allocation, plan: Result<FieldworkPlan>) {
  const { inspection } = allocation
  const rows = plan.ok ? rowsOf(allocation, plan.value) : []
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    stageHref: inspectionPagePath(inspection.id, 'stage'),
    allocationHref: allocationPath(inspection.id),
    casesHref: casesPath(inspection.id),
    figureStatus: figureStatusOf(inspection),
    missing: plan.ok ? [] : plan.problems.map(({ text, action }) => `${text} ${action}`),
    sentence: plan.ok ? sentenceOf(allocation.cases.length, rows.length, plan.value.stay.length) : null,
    rows,
    staying: plan.ok ? stayingRows(allocation, plan.value.stay) : [],
  }
}

function sentenceOf(sampled: number, changes: number, staying: number): string {
  if (changes > 0) return `The sample has ${countOf(sampled, 'case')}. If you begin fieldwork now:`
  if (staying > 0) return 'All sampled cases are open.'
  return 'All sampled cases are open, each for the person it is allocated to.'
}

function stayingRows(allocation: Allocation, staying: readonly StayingCase[]) {
  const names = accountNames(allocation)
  const { id } = allocation.inspection
  return staying.map(({ caseId, personId, withPersonIds }) => ({
    caseId,
    href: casePath({ inspectionId: id, caseId }),
    people:
      withPersonIds.map((person) => names.get(person) ?? 'Someone without a role').join(', ') || 'Nobody',
    allocated: names.get(personId) ?? '',
  }))
}

function accountNames({ accounts }: Allocation): ReadonlyMap<string, string> {
  return new Map(accounts.map(({ personId, name }) => [personId, name]))
}

function rowsOf(allocation: Allocation, { open, give, withdraw }: FieldworkPlan) {
  const names = accountNames(allocation)
  const row =
    (change: string) =>
    ({ caseId, personId }: PlannedCase) => ({ caseId, change, person: names.get(personId) ?? '' })
  return [
    ...open.map(row('Opened')),
    ...give.map(row('Reassigned')),
    ...withdraw.map((caseId) => ({
      caseId,
      change: 'Withdrawn, because it is no longer in the sample',
      person: 'Nobody',
    })),
  ]
}
