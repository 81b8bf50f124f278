/** The rules that name standards and ratings. */
import type { Problem } from '../kernel/problem.ts'
import { checkKnown, checkUnique, type NameAt, namesAt } from './checkNames.ts'
import { problem } from './problems.ts'
import type { WrittenEdition } from './writtenEdition.ts'

export function checkRules(written: WrittenEdition): readonly Problem[] {
  const standards = written.domains.flatMap((domain) => domain.standards).map(({ id }) => id)
  const ratings = written.scale.map(({ rating }) => rating)
  const { scoredStandards, resettlement, mayBeUnrated, professionalJudgement } = written.rules
  const scored = namesAt(scoredStandards, 'rules.scoredStandards')
  const unrated = mayBeUnrated.flatMap((rule, index) =>
    namesAt(rule.standards, `rules.mayBeUnrated[${index}].standards`),
  )
  const apart = resettlement === null ? [] : [{ name: resettlement, path: 'rules.resettlement' }]
  return [
    ...checkKnown([...scored, ...apart, ...unrated], standards),
    ...checkUnique(scored),
    ...checkUnique(unrated),
    ...(scored.length === 0 ? [problem('edition.list-empty', {}, { path: 'rules.scoredStandards' })] : []),
    ...checkPart(standards, scoredStandards, resettlement),
    ...checkLimits(written, standards, ratings),
    ...checkUnique(namesAt(professionalJudgement.directions, 'rules.professionalJudgement.directions')),
    ...checkJudgementLimits(written),
  ]
}

/** Every standard is either scored or the one that is rated apart. */
function checkPart(
  standards: readonly string[],
  scored: readonly string[],
  resettlement: string | null,
): readonly Problem[] {
  const without = standards.filter((standard) => !scored.includes(standard) && standard !== resettlement)
  const isBoth = resettlement !== null && scored.includes(resettlement)
  return [
    ...without.map((standard) =>
      problem('edition.standard-without-part', { standard }, { path: 'rules.scoredStandards' }),
    ),
    ...(isBoth
      ? [problem('edition.standard-in-both', { standard: resettlement }, { path: 'rules.resettlement' })]
      : []),
  ]
}

function checkLimits(
  { rules }: WrittenEdition,
  standards: readonly string[],
  ratings: readonly string[],
): readonly Problem[] {
  return rules.limitingJudgements.flatMap(({ standard, rated, overallAtMost }, index) => {
    const path = `rules.limitingJudgements[${index}]`
    const named: readonly NameAt[] = [
      { name: rated, path: `${path}.rated` },
      { name: overallAtMost, path: `${path}.overallAtMost` },
    ]
    return [
      ...checkKnown([{ name: standard, path: `${path}.standard` }], standards),
      ...checkKnown(named, ratings),
    ]
  })
}

function checkJudgementLimits({ rules, scale }: WrittenEdition): readonly Problem[] {
  const { steps, withinPoints } = rules.professionalJudgement
  const most = Math.max(1, scale.length - 1)
  return [
    ...checkLimit(steps, 1, most, 'rules.professionalJudgement.steps'),
    ...checkLimit(withinPoints, 1, 100, 'rules.professionalJudgement.withinPoints'),
  ]
}

function checkLimit(value: number | null, from: number, to: number, path: string): readonly Problem[] {
  if (value === null || (Number.isInteger(value) && value >= from && value <= to)) return []
  const wanted = `a whole number from ${from} to ${to}, or null where no limit is published`
  return [problem('edition.number-unfit', { value, wanted }, { path })]
}
