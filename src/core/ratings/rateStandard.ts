import type { Edition } from '../framework/edition.ts'
import type { Rating } from '../framework/scale.ts'
import type { KeyQuestionId, PromptId, Standard } from '../framework/standards.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { AppliedRule } from './appliedRule.ts'
import { countedPrompt } from './countedPrompt.ts'
import type { Figure, Judgement, ProfessionalJudgement, PromptCounts, Unrated } from './inspectionFigures.ts'
import type { CountedPrompt, RatedKeyQuestion, RatedStandard } from './ratedInspection.ts'
import { rateKeyQuestion } from './rateKeyQuestion.ts'
import { lowestRating, pointsOf } from './scale.ts'

/** What is known about one standard; the figures may be those of the whole inspection. */
export type StandardFigures = {
  readonly keyQuestions: ReadonlyMap<KeyQuestionId, Figure>
  readonly prompts: ReadonlyMap<PromptId, PromptCounts>
  readonly judgement: Judgement | undefined
  readonly professionalJudgement: ProfessionalJudgement | undefined
  readonly unrated: Unrated | undefined
}

/** Returns the rating of one standard with its working, or null if nothing is known about it. */
export function rateStandard(
  edition: Edition,
  standard: Standard,
  figures: StandardFigures,
): RatedStandard | null {
  switch (standard.judgedFrom) {
    case 'cases':
      return rateFromCases(edition, standard, figures)
    case 'evidence':
      return rateFromEvidence(edition, standard, figures)
    default:
      return unreachable(standard.judgedFrom)
  }
}

function rateFromCases(edition: Edition, standard: Standard, figures: StandardFigures): RatedStandard | null {
  const keyQuestions = ratedKeyQuestions(edition, standard, figures)
  const prompts = countedPrompts(standard, figures)
  const nothing = keyQuestions.length === 0 && prompts.length === 0
  if (nothing && figures.unrated === undefined) return null
  const lowest = lowestBand(edition, standard, keyQuestions)
  const professional = figures.professionalJudgement
  const awarded = figures.unrated === undefined ? (professional?.rating ?? lowest?.rating ?? null) : null
  return {
    ...unratedStandard(standard),
    calculated: lowest?.rating ?? null,
    ...award(edition, standard, awarded),
    decidedBy: lowest?.keyQuestion ?? null,
    keyQuestions,
    prompts,
    professionalJudgement:
      professional === undefined ? null : { rating: professional.rating, reason: professional.reason },
    unratedReason: figures.unrated?.reason ?? null,
    rules: [
      ...lowestRule(edition, lowest),
      ...professionalRule(edition, lowest?.rating, awarded),
      ...endRules(edition, standard, awarded, figures.unrated),
    ],
  }
}

function rateFromEvidence(
  edition: Edition,
  standard: Standard,
  figures: StandardFigures,
): RatedStandard | null {
  if (figures.judgement === undefined && figures.unrated === undefined) return null
  const awarded = figures.unrated === undefined ? (figures.judgement?.rating ?? null) : null
  const judged: AppliedRule[] =
    awarded === null ? [] : [{ edition: edition.id, rule: 'judged-from-evidence', rating: awarded }]
  return {
    ...unratedStandard(standard),
    ...award(edition, standard, awarded),
    unratedReason: figures.unrated?.reason ?? null,
    rules: [...judged, ...endRules(edition, standard, awarded, figures.unrated)],
  }
}

/** Key questions with a figure; one that no case has answered yet has none. */
function ratedKeyQuestions(
  edition: Edition,
  standard: Standard,
  figures: StandardFigures,
): RatedKeyQuestion[] {
  return standard.keyQuestions.flatMap((question) => {
    const figure = figures.keyQuestions.get(question.id)
    return figure === undefined || isUnanswered(figure) ? [] : rateKeyQuestion(edition, question, figure)
  })
}

function isUnanswered(figure: Figure): boolean {
  return figure.kind === 'counts' && figure.yes + figure.no + figure.na === 0
}

function countedPrompts(standard: Standard, figures: StandardFigures): CountedPrompt[] {
  return standard.keyQuestions.flatMap(({ prompts }) =>
    prompts.flatMap((prompt) => {
      const counts = figures.prompts.get(prompt.id)
      return counts === undefined ? [] : countedPrompt(prompt, counts)
    }),
  )
}

type Lowest = { readonly keyQuestion: KeyQuestionId; readonly rating: Rating }

/**
 * A standard is in the lowest band of its key questions. While one of them has no figure there is no rating, because it
 * could be lower. A key question that applied to no case does not count.
 */
function lowestBand(
  edition: Edition,
  standard: Standard,
  keyQuestions: readonly RatedKeyQuestion[],
): Lowest | undefined {
  if (keyQuestions.length < standard.keyQuestions.length) return undefined
  const rating = lowestRating(
    edition,
    keyQuestions.flatMap(({ band }) => band ?? []),
  )
  const deciding = keyQuestions.find(({ band }) => band !== null && band === rating)
  if (rating === undefined || deciding === undefined) return undefined
  return { keyQuestion: deciding.id, rating }
}

function unratedStandard(standard: Standard): RatedStandard {
  return {
    standard: standard.id,
    judgedFrom: standard.judgedFrom,
    calculated: null,
    awarded: null,
    points: null,
    decidedBy: null,
    keyQuestions: [],
    prompts: [],
    professionalJudgement: null,
    unratedReason: null,
    rules: [],
  }
}

function award(
  edition: Edition,
  standard: Standard,
  awarded: Rating | null,
): Pick<RatedStandard, 'awarded' | 'points'> {
  const scored = edition.rules.scoredStandards.includes(standard.id)
  return { awarded, points: awarded === null || !scored ? null : pointsOf(edition, awarded) }
}

function lowestRule(edition: Edition, lowest: Lowest | undefined): AppliedRule[] {
  return lowest === undefined ? [] : [{ edition: edition.id, rule: edition.rules.standardRating, ...lowest }]
}

function professionalRule(
  edition: Edition,
  calculated: Rating | undefined,
  awarded: Rating | null,
): AppliedRule[] {
  if (calculated === undefined || awarded === null || calculated === awarded) return []
  return [{ edition: edition.id, rule: 'professional-judgement', calculated, awarded }]
}

function endRules(
  edition: Edition,
  standard: Standard,
  awarded: Rating | null,
  unrated: Unrated | undefined,
): AppliedRule[] {
  if (unrated !== undefined)
    return [{ edition: edition.id, rule: 'declared-unrated', reason: unrated.reason }]
  const { points } = award(edition, standard, awarded)
  if (awarded === null || points === null) return []
  return [{ edition: edition.id, rule: 'points', rating: awarded, points }]
}
