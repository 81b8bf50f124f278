import { momentText } from '../../../../core/kernel/londonTime.ts'
import { type AllocatableCase, capacityOf } from '../../../../core/sampling/allocation/allocation.ts'
import { barringFromCase, barringText } from '../../../../core/sampling/allocation/conflicts.ts'
import { difficultyOf } from '../../../../core/sampling/allocation/difficulty.ts'
import type { FormValues } from '../../../layout/form/formPage.ts'
import type { StoredAssignment } from '../assignments.queries.ts'
import type { Allocation } from '../loadAllocation.ts'
import { classTitle, disposalTitle, originTitles } from '../titles.ts'

type ShownCase = {
  readonly allocation: Allocation
  readonly sampledCase: AllocatableCase
  /** Every assignment of the case, the latest first. */
  readonly history: readonly StoredAssignment[]
  /** What was typed into a form that was refused. */
  readonly typed: FormValues
}

/** Returns what the page prints. */
export function allocatedCaseView({ allocation, sampledCase, history, typed }: ShownCase) {
  const { reason = '' } = typed
  const names = new Map(allocation.assessors.map(({ id, name }) => [id, name]))
  const [current] = history
  return {
    heading: `Case ${sampledCase.pseudonym}`,
    facts: factsOf(allocation, sampledCase, nameOf(names, current) ?? 'Not allocated'),
    isAllocated: current !== undefined,
    version: current?.version ?? 0,
    values: { reason },
    ...peopleFor({ allocation, sampledCase, history, typed }),
    history: history.map((assignment, index) => ({
      from: nameOf(names, history[index + 1]) ?? 'Nobody',
      to: nameOf(names, assignment) ?? 'Nobody',
      origin: originTitles[assignment.origin],
      reason: assignment.reason ?? '',
      when: momentText(assignment.assignedAt),
      who: assignment.assignedBy,
    })),
  }
}

function factsOf(allocation: Allocation, sampledCase: AllocatableCase, assessor: string) {
  const disposal = disposalTitle(allocation, sampledCase)
  const facts = [
    ['Disposal', sampledCase.custody ? `${disposal} (custody)` : disposal],
    ['Risk of serious harm', classTitle(sampledCase.rosh)],
    ['Safety and wellbeing', classTitle(sampledCase.safetyWellbeing)],
    ['Points of difficulty', String(difficultyOf(sampledCase, allocation.settings.weights))],
    ['Case manager', sampledCase.caseManager ?? 'Not named. Another manager is interviewed instead.'],
    ['Assessor', assessor],
  ]
  return facts.map(([key, value]) => ({ key: { text: key }, value: { text: value } }))
}

function nameOf(names: ReadonlyMap<string, string>, assignment: StoredAssignment | undefined): string | null {
  return assignment === undefined ? null : (names.get(assignment.assessor) ?? assignment.assessor)
}

/** Everyone else: those who can have the case with the capacity that they have left, the others with the reason. */
function peopleFor({ allocation, sampledCase, history, typed }: ShownCase) {
  const { assessors, assignments, conflicts, inspectedServiceId } = allocation
  const { assessor: chosen = '' } = typed
  const others = assessors
    .filter(({ id }) => id !== history[0]?.assessor)
    .map((assessor) => ({
      assessor,
      barring: barringFromCase(assessor, sampledCase, conflicts, inspectedServiceId),
    }))
  const permitted = others.flatMap(({ assessor, barring }) => {
    if (barring !== null) return []
    const { id, name } = assessor
    const left = capacityOf(assessor) - assignments.filter((each) => each.assessor === id).length
    return [{ value: id, text: name, checked: id === chosen, hint: { text: capacityText(left) } }]
  })
  const barred = others.flatMap(({ assessor: { name }, barring }) =>
    barring === null ? [] : [`You cannot allocate this case to ${name}: ${barringText(barring)}.`],
  )
  return { people: permitted, barred }
}

function capacityText(left: number): string {
  if (left <= 0) return 'No capacity left'
  return left === 1 ? 'Capacity for 1 more case' : `Capacity for ${left} more cases`
}
