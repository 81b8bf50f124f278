import { countOf } from '../../../../core/kernel/countOf.ts'
import { capacityOf } from '../../../../core/sampling/allocation/allocation.ts'
import {
  barringFromCase,
  barringFromService,
  barringText,
} from '../../../../core/sampling/allocation/conflicts.ts'
import { difficultyOf } from '../../../../core/sampling/allocation/difficulty.ts'
import { inspectionPagePath } from '../../../layout/inspectionPath.ts'
import type { Allocation } from '../loadAllocation.ts'
import { allocatedCasePath, assessorPath, assessorsPath, proposePath } from '../paths.ts'
import { classTitle, disposalTitle, originTitles, roleTitles } from '../titles.ts'

/**
 * Returns what the page prints: who has which case, how much each person has compared with their share, and what has to
 * be put right. Of the `barred` cases it has only the name and the person.
 */
export function overview(allocation: Allocation, barred: ReadonlySet<string>) {
  const { assignments, inspection } = allocation
  const names = new Map(allocation.assessors.map(({ id, name }) => [id, name]))
  return {
    heading: 'Allocation',
    proposeHref: proposePath(inspection.id),
    assessorsHref: assessorsPath(inspection.id),
    beginHref: inspectionPagePath(inspection.id, 'begin-fieldwork'),
    stageHref: inspectionPagePath(inspection.id, 'stage'),
    hasCases: allocation.cases.length > 0,
    sentence: sentenceOf(allocation),
    warnings: warningsOf(allocation),
    people: peopleRows(allocation),
    past: allocation.past.map(
      ({ pseudonym, assessor }) => `Case ${pseudonym} was allocated to ${names.get(assessor) ?? assessor}.`,
    ),
    cases: allocation.cases.map((sampledCase) => {
      const { pseudonym } = sampledCase
      const assignment = assignments.find((each) => each.pseudonym === pseudonym)
      const assigned = {
        pseudonym,
        assessor: assignment === undefined ? null : (names.get(assignment.assessor) ?? assignment.assessor),
        origin: assignment === undefined ? null : originTitles[assignment.origin],
      }
      if (barred.has(pseudonym)) return { ...assigned, href: null }
      return {
        ...assigned,
        href: allocatedCasePath(inspection.id, pseudonym),
        disposal: disposalTitle(allocation, sampledCase),
        custody: sampledCase.custody,
        rosh: classTitle(sampledCase.rosh),
        safetyWellbeing: classTitle(sampledCase.safetyWellbeing),
        points: difficultyOf(sampledCase, allocation.settings.weights),
      }
    }),
  }
}

function sentenceOf({ cases, assignments }: Allocation): string {
  const count = cases.length
  const left = count - assignments.length
  if (count === 0) return 'No sample has been drawn yet, so there are no cases to allocate.'
  if (count === 1) return `The only sampled case has ${left === 0 ? 'been allocated' : 'not been allocated'}.`
  if (left === 0) return `All ${count} sampled cases have been allocated.`
  return left === 1
    ? `1 of ${count} sampled cases has not been allocated.`
    : `${left} of ${count} sampled cases have not been allocated.`
}

/** Cases of people who can no longer assess them, and people with more cases than their capacity. */
function warningsOf(allocation: Allocation): readonly string[] {
  const { assessors, assignments, cases, conflicts, inspectedServiceId } = allocation
  const barred = assignments.flatMap(({ pseudonym, assessor: id }) => {
    const sampledCase = cases.find((each) => each.pseudonym === pseudonym)
    const assessor = assessors.find((each) => each.id === id)
    if (sampledCase === undefined || assessor === undefined) return []
    const barring = barringFromCase(assessor, sampledCase, conflicts, inspectedServiceId)
    return barring === null
      ? []
      : [
          `${assessor.name} has case ${pseudonym} but cannot assess or open it: ${barringText(barring)}. Reallocate it.`,
        ]
  })
  const full = assessors.flatMap((assessor) => {
    const count = assignments.filter((each) => each.assessor === assessor.id).length
    const capacity = capacityOf(assessor)
    return count > capacity
      ? [`${assessor.name} has ${countOf(count, 'case')} but a capacity of ${capacity}.`]
      : []
  })
  return [...barred, ...full]
}

function peopleRows(allocation: Allocation) {
  const { assessors, assignments, cases, conflicts, inspectedServiceId, settings, inspection } = allocation
  const free = assessors.filter((each) => barringFromService(each, conflicts, inspectedServiceId) === null)
  const wholeCapacity = free.reduce((sum, each) => sum + capacityOf(each), 0)
  const points = new Map(cases.map((each) => [each.pseudonym, difficultyOf(each, settings.weights)]))
  const allPoints = [...points.values()].reduce((sum, each) => sum + each, 0)
  return assessors.map((assessor) => {
    const assigned = assignments.filter((each) => each.assessor === assessor.id)
    const capacity = free.includes(assessor) ? capacityOf(assessor) : 0
    const share = wholeCapacity === 0 ? 0 : capacity / wholeCapacity
    return {
      name: assessor.name,
      href: assessorPath(inspection.id, assessor.id),
      role: roleTitles[assessor.role],
      capacity,
      cases: assigned.length,
      share: oneDecimal(cases.length * share),
      points: assigned.reduce((sum, { pseudonym }) => sum + (points.get(pseudonym) ?? 0), 0),
      pointsShare: oneDecimal(allPoints * share),
    }
  })
}

/** `2`, `2.5`: at most one decimal. */
function oneDecimal(number: number): string {
  return String(Math.round(number * 10) / 10)
}
