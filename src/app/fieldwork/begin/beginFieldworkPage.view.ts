import type { FieldworkPlan, PlannedCase, StayingCase } from '../../../core/fieldwork/planFieldwork.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import type { Result } from '../../../core/kernel/result.ts'
import { figureStatusOf } from '../../inspections/figureStatus.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import type { Allocation } from '../../sampling/allocation/loadAllocation.ts'
import { allocationPath } from '../../sampling/allocation/paths.ts'
import { casePath, casesPath } from '../paths.ts'

/** What beginning would do to each case, or what has to be put right before. */
export function beginFieldworkView(
  allocation: Allocation,
  plan: Result<FieldworkPlan>,
  sent: { readonly problems: readonly Problem[]; readonly isDone: boolean },
) {
  const { inspection } = allocation
  const rows = plan.ok ? rowsOf(allocation, plan.value) : []
  const summary = sent.problems.map(({ text, action }) => ({
    text: `${text} ${action}`,
    href: '#main-content',
  }))
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    allocationHref: allocationPath(inspection.id),
    casesHref: casesPath(inspection.id),
    figureStatus: figureStatusOf(inspection),
    summary,
    success: sent.isDone && sent.problems.length === 0 && rows.length === 0,
    missing: plan.ok ? [] : plan.problems.map(({ text, action }) => `${text} ${action}`),
    sentence: plan.ok ? sentenceOf(allocation.cases.length, rows.length, plan.value.stay.length) : null,
    rows,
    staying: plan.ok ? stayingRows(allocation, plan.value.stay) : [],
  }
}

function sentenceOf(sampled: number, changes: number, staying: number): string {
  if (changes > 0) return `The sample has ${sampled} cases. This is what beginning does now:`
  if (staying > 0) return `All ${sampled} cases of the sample are open.`
  return `All ${sampled} cases of the sample are open, each for the person who has it in the allocation.`
}

function stayingRows(allocation: Allocation, staying: readonly StayingCase[]) {
  const names = accountNames(allocation)
  const { id } = allocation.inspection
  return staying.map(({ caseId, personId, withPersonIds }) => ({
    caseId,
    href: casePath({ inspectionId: id, caseId }),
    people:
      withPersonIds.map((each) => names.get(each) ?? 'Somebody without a role here').join(', ') || 'Nobody',
    allocated: names.get(personId) ?? '',
  }))
}

function accountNames({ accounts }: Allocation): ReadonlyMap<string, string> {
  return new Map(accounts.map(({ personId, name }) => [personId, name]))
}

function rowsOf(allocation: Allocation, { open, give, withdraw }: FieldworkPlan) {
  const names = accountNames(allocation)
  const line = (what: string) => (one: PlannedCase) => ({
    caseId: one.caseId,
    what,
    person: names.get(one.personId) ?? '',
  })
  return [
    ...open.map(line('Opened')),
    ...give.map(line('Given to another person')),
    ...withdraw.map((caseId) => ({ caseId, what: 'Withdrawn: it left the sample', person: 'Nobody' })),
  ]
}
