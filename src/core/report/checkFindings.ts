import type { Edition } from '../framework/edition.ts'
import { findStandard } from '../framework/findInEdition.ts'
import type { Problem } from '../kernel/problem.ts'
import { type Result, unlessProblems } from '../kernel/result.ts'
import { lengthProblems } from '../kernel/textLimits.ts'
import { problem } from './problems.ts'
import type { Recommendation, StandardFindings } from './reportSources.ts'

/** Findings from a file: the standards may be of any edition, or of none. */
export type FindingsInput = {
  readonly inspection: string
  readonly findings: readonly (Omit<StandardFindings, 'standard'> & { readonly standard: string })[]
  readonly recommendations: readonly Recommendation[]
}

export type CheckedFindings = {
  readonly findings: readonly StandardFindings[]
  readonly recommendations: readonly Recommendation[]
}

/**
 * Returns the findings of one inspection. Refuses a standard that is not in its edition or is there twice, and texts
 * that are too long.
 */
export function checkFindings(
  edition: Edition,
  inspection: string,
  input: FindingsInput,
): Result<CheckedFindings> {
  const problems = [
    ...inspectionProblems(inspection, input),
    ...standardProblems(edition, input),
    ...tooLong(input),
  ]
  return unlessProblems(problems, () => ({
    findings: input.findings.flatMap((written) => {
      const standard = findStandard(edition, written.standard)
      return standard === undefined ? [] : [{ ...written, standard: standard.id }]
    }),
    recommendations: input.recommendations,
  }))
}

/** Texts of a standard's findings, or of a recommendation, that are longer than a page allows. */
function tooLong({ findings, recommendations }: FindingsInput): readonly Problem[] {
  const texts = findings.flatMap(({ strengths, areasForImprovement }, index) =>
    [strengths, areasForImprovement].flatMap((list) =>
      lengthProblems(list.join('\n\n'), 'note', { path: `findings[${index}]` }),
    ),
  )
  const recommended = recommendations.flatMap(({ owner, text }, index) => [
    ...lengthProblems(owner, 'name', { path: `recommendations[${index}].owner` }),
    ...lengthProblems(text, 'reason', { path: `recommendations[${index}].text` }),
  ])
  return [...texts, ...recommended]
}

function inspectionProblems(inspection: string, input: FindingsInput): readonly Problem[] {
  if (input.inspection === inspection) return []
  const details = { found: input.inspection, inspection }
  return [problem('findings.other-inspection', details, { path: 'inspection' })]
}

function standardProblems(edition: Edition, { findings }: FindingsInput): readonly Problem[] {
  return findings.flatMap(({ standard }, index) => {
    const place = { path: `findings[${index}].standard` }
    if (findStandard(edition, standard) === undefined)
      return [problem('findings.standard-not-found', { edition: edition.id, standard }, place)]
    const first = findings.findIndex((finding) => finding.standard === standard)
    return first < index ? [problem('findings.standard-twice', { standard }, place)] : []
  })
}
