import { classes } from '../../../../core/intake/valueCodes.ts'
import type { AllocatableCase } from '../../../../core/sampling/allocation/allocation.ts'
import { capacityOf } from '../../../../core/sampling/allocation/allocation.ts'
import {
  barringFromCase,
  barringFromService,
  barringText,
} from '../../../../core/sampling/allocation/conflicts.ts'
import { difficultyOf } from '../../../../core/sampling/allocation/difficulty.ts'
import type { Allocation } from '../loadAllocation.ts'
import { casePath, personPath } from '../paths.ts'
import { oneDecimal, originWords, roleWords } from '../titles.ts'

/**
 * The cases with their people, what each person has beside their share, and what has to be put right. Of the `barred`
 * cases nothing is shown but the name and who has them.
 */
export function overview(allocation: Allocation, barred: ReadonlySet<string>) {
  const { cases, assignments, inspection } = allocation
  const names = new Map(allocation.assessors.map(({ id, name }) => [id, name]))
  return {
    hasCases: cases.length > 0,
    sentence: sentenceOf(allocation),
    warnings: warningsOf(allocation),
    people: peopleRows(allocation),
    past: allocation.past.map(
      ({ pseudonym, assessor }) => `Case ${pseudonym} was with ${names.get(assessor) ?? assessor}.`,
    ),
    cases: cases.map((one) => {
      const held = assignments.find(({ pseudonym }) => pseudonym === one.pseudonym)
      const holder = {
        pseudonym: one.pseudonym,
        assessor: held === undefined ? null : (names.get(held.assessor) ?? held.assessor),
        origin: held === undefined ? null : originWords[held.origin],
      }
      if (barred.has(one.pseudonym)) return { ...holder, href: null }
      return {
        ...holder,
        href: casePath(inspection.id, one.pseudonym),
        disposal: disposalTitle(allocation, one),
        custody: one.custody,
        rosh: classTitle(one.rosh),
        safetyWellbeing: classTitle(one.safetyWellbeing),
        points: difficultyOf(one, allocation.settings.weights),
      }
    }),
  }
}

function sentenceOf({ cases, assignments }: Allocation): string {
  if (cases.length === 0) return 'There is no sample yet, so there is nothing to allocate.'
  const left = cases.length - assignments.length
  if (left === 0) return `All ${cases.length} cases of the sample are with somebody.`
  return left === 1
    ? `1 of ${cases.length} cases of the sample is with nobody yet.`
    : `${left} of ${cases.length} cases of the sample are with nobody yet.`
}

/** Cases that are with someone who may not have them any more, and people with more cases than room. */
function warningsOf(allocation: Allocation): readonly string[] {
  const { assessors, assignments, cases, conflicts, inspectedServiceId } = allocation
  const barred = assignments.flatMap(({ pseudonym, assessor: id }) => {
    const one = cases.find((its) => its.pseudonym === pseudonym)
    const assessor = assessors.find((its) => its.id === id)
    if (one === undefined || assessor === undefined) return []
    const barring = barringFromCase(assessor, one, conflicts, inspectedServiceId)
    return barring === null
      ? []
      : [
          `${assessor.name} has case ${pseudonym} and may not assess or open it: ${barringText(barring)}. Give it to somebody else.`,
        ]
  })
  const full = assessors.flatMap((assessor) => {
    const held = assignments.filter((one) => one.assessor === assessor.id).length
    const room = capacityOf(assessor)
    return held > room ? [`${assessor.name} has ${held} cases and room for ${room}.`] : []
  })
  return [...barred, ...full]
}

function peopleRows({
  assessors,
  assignments,
  cases,
  conflicts,
  inspectedServiceId,
  settings,
  inspection,
}: Allocation) {
  const free = assessors.filter((one) => barringFromService(one, conflicts, inspectedServiceId) === null)
  const room = free.reduce((sum, one) => sum + capacityOf(one), 0)
  const points = new Map(cases.map((one) => [one.pseudonym, difficultyOf(one, settings.weights)]))
  const allPoints = [...points.values()].reduce((sum, one) => sum + one, 0)
  return assessors.map((assessor) => {
    const own = assignments.filter((one) => one.assessor === assessor.id)
    const capacity = free.includes(assessor) ? capacityOf(assessor) : 0
    const share = room === 0 ? 0 : capacity / room
    return {
      name: assessor.name,
      href: personPath(inspection.id, assessor.id),
      role: roleWords[assessor.role],
      capacity,
      cases: own.length,
      share: oneDecimal(cases.length * share),
      points: own.reduce((sum, { pseudonym }) => sum + (points.get(pseudonym) ?? 0), 0),
      pointsShare: oneDecimal(allPoints * share),
    }
  })
}

export function disposalTitle(
  { edition }: Pick<Allocation, 'edition'>,
  { disposal }: Pick<AllocatableCase, 'disposal'>,
): string {
  return edition.sample.disposals.find(({ code }) => code === disposal)?.title ?? disposal
}

export function classTitle(classification: string): string {
  return classes.find(({ code }) => code === classification)?.title ?? classification
}
