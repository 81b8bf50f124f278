import { momentText } from '../../../../core/kernel/londonTime.ts'
import { done, type Result, refuse } from '../../../../core/kernel/result.ts'
import { type AllocatableCase, capacityOf } from '../../../../core/sampling/allocation/allocation.ts'
import { barringFromCase, barringText } from '../../../../core/sampling/allocation/conflicts.ts'
import { difficultyOf } from '../../../../core/sampling/allocation/difficulty.ts'
import type { RouteRequest } from '../../../../platform/http/route.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { allocationPage, type Sent } from '../allocationPage.ts'
import { assignmentHistory, type StoredAssignment } from '../assignments.queries.ts'
import { seenVersion } from '../forms.ts'
import type { Allocation, AllocationSources } from '../loadAllocation.ts'
import { classTitle, disposalTitle } from '../overview-page/overviewPage.view.ts'
import { problem } from '../problems.ts'
import { originWords } from '../titles.ts'
import { changeCaseByHand } from './changeCase.ts'

/** One case: who has it, who had it, and the form that gives it to another. */
export function casePage(sources: AllocationSources) {
  return allocationPage(sources, {
    template: 'sampling/allocation/allocated-case-page/allocatedCasePage.njk',
    section: '',
    view: async (allocation, sent, { params }, shell) => {
      const { inspection = '', case: pseudonym = '' } = params
      const one = allocation.cases.find((its) => its.pseudonym === pseudonym)
      if (one === undefined) return refuse(problem('allocation.case-not-found', { case: pseudonym }))
      const history = await assignmentHistory(shell.database, inspection, pseudonym)
      return done(caseView(allocation, one, history, sent))
    },
  })
}

export function changeCaseOf(sources: AllocationSources) {
  return ({ params, body }: RouteRequest, shell: Shell): Promise<Result<unknown>> => {
    const { inspection = '', case: pseudonym = '' } = params
    const { assessor = '', reason = '' } = body
    const version = seenVersion(body)
    return changeCaseByHand(shell, sources, inspection, { pseudonym, assessor, reason, version })
  }
}

/** Pure: what the page prints. `history` has the latest first. */
function caseView(
  allocation: Allocation,
  one: AllocatableCase,
  history: readonly StoredAssignment[],
  sent: Sent,
) {
  const { assessor: chosen = '', reason = '' } = sent.body
  const names = new Map(allocation.assessors.map(({ id, name }) => [id, name]))
  const [current] = history
  return {
    pseudonym: one.pseudonym,
    facts: [
      [
        'Disposal',
        one.custody ? `${disposalTitle(allocation, one)} (custody)` : disposalTitle(allocation, one),
      ],
      ['Risk of serious harm', classTitle(one.rosh)],
      ['Safety and wellbeing', classTitle(one.safetyWellbeing)],
      ['Points of difficulty', String(difficultyOf(one, allocation.settings.weights))],
      ['Case manager', one.caseManager ?? 'Not named: a manager stands in'],
      ['Assessor', current === undefined ? 'Nobody yet' : (names.get(current.assessor) ?? current.assessor)],
    ].map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
    version: current?.version ?? 0,
    reason,
    ...peopleFor(allocation, one, current, chosen),
    history: history.map((its, index) => ({
      from: index === history.length - 1 ? 'Nobody' : nameOf(names, history[index + 1]),
      to: nameOf(names, its),
      how: originWords[its.origin],
      reason: its.reason ?? '',
      when: momentText(its.assignedAt),
      who: its.assignedBy,
    })),
  }
}

function nameOf(names: ReadonlyMap<string, string>, assignment: StoredAssignment | undefined): string {
  return assignment === undefined ? 'Nobody' : (names.get(assignment.assessor) ?? assignment.assessor)
}

/** Everybody but who has it: those who may have it with the room they have left, the others with the reason. */
function peopleFor(
  { assessors, assignments, conflicts, inspectedServiceId }: Allocation,
  one: AllocatableCase,
  current: StoredAssignment | undefined,
  chosen: string,
) {
  const others = assessors
    .filter(({ id }) => id !== current?.assessor)
    .map((assessor) => ({ assessor, barring: barringFromCase(assessor, one, conflicts, inspectedServiceId) }))
  const permitted = others.flatMap(({ assessor, barring }) => {
    if (barring !== null) return []
    const { id, name } = assessor
    const left = capacityOf(assessor) - assignments.filter((its) => its.assessor === id).length
    return [{ value: id, text: name, checked: id === chosen, hint: { text: roomWords(left) } }]
  })
  const barred = others.flatMap(({ assessor: { name }, barring }) =>
    barring === null ? [] : [`${name} may not have it: ${barringText(barring)}.`],
  )
  return { people: permitted, barred }
}

function roomWords(room: number): string {
  if (room <= 0) return 'No room left'
  return room === 1 ? 'Room for 1 more case' : `Room for ${room} more cases`
}
