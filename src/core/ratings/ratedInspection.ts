/** What the rating rules return: every rating with its working. */
import type { Denominator } from '../framework/answers.ts'
import type { EditionId } from '../framework/edition.ts'
import type { Rating } from '../framework/scale.ts'
import type { KeyQuestionId, PromptId, StandardId } from '../framework/standards.ts'
import type { WholePercent } from '../kernel/percent.ts'
import type { AppliedRule } from './appliedRule.ts'

export type RatedInspection = {
  readonly edition: EditionId
  /** In the edition's order; a standard about which nothing is known is not here but named in a note. */
  readonly standards: readonly RatedStandard[]
  /** Points of the scored standards that are rated so far. */
  readonly score: number
  /** Most points possible over the scored standards that are not declared unrated. */
  readonly maximum: number
  /** Null if a scored standard is not rated yet, or if the edition has no bands for this maximum. */
  readonly overall: Rating | null
  /** What the score gives, before limiting judgements. */
  readonly overallCalculated: Rating | null
  /** The standard whose limiting judgement lowered the overall rating. */
  readonly limitedBy: StandardId | null
  readonly resettlement: Rating | null
  readonly notes: readonly RatingNote[]
  /** The rules by which score and overall rating were reached. */
  readonly rules: readonly AppliedRule[]
}

export type RatedStandard = {
  readonly standard: StandardId
  readonly judgedFrom: 'cases' | 'evidence'
  /** What the figures give; null if the standard is judged from evidence or its figures are not complete. */
  readonly calculated: Rating | null
  /** What counts; null if the standard is declared unrated or not rated yet. */
  readonly awarded: Rating | null
  /** Points towards the score; null if the standard does not count towards it. */
  readonly points: number | null
  /** The first key question, in the edition's order, that is in the lowest band. */
  readonly decidedBy: KeyQuestionId | null
  readonly keyQuestions: readonly RatedKeyQuestion[]
  readonly prompts: readonly CountedPrompt[]
  readonly professionalJudgement: { readonly rating: Rating; readonly reason: string } | null
  readonly unratedReason: string | null
  /** The rules by which the awarded rating was reached, in the order of their use. */
  readonly rules: readonly AppliedRule[]
}

export type RatedKeyQuestion = {
  readonly id: KeyQuestionId
  /** Counts are null if they are not known. */
  readonly yes: number | null
  readonly no: number | null
  readonly na: number | null
  /** Inspected cases without an answer; they are not part of the base. */
  readonly unanswered: number | null
  /** The base that `yes` is divided by. */
  readonly of: number | null
  readonly denominator: Denominator
  /** Null if the question applied to no case. */
  readonly percentYes: WholePercent | null
  readonly band: Rating | null
  /** How many more yes answers, of the same base, reach the next band; null at the top or without counts. */
  readonly yesToNextBand: number | null
  /** How many fewer yes answers, of the same base, fall to the band below; null at the bottom or without counts. */
  readonly yesToBandBelow: number | null
  readonly rules: readonly AppliedRule[]
}

export type CountedPrompt = {
  readonly id: PromptId
  readonly yes: number
  readonly no: number
  readonly na: number
  readonly unanswered: number
  readonly of: number
  readonly denominator: Denominator
  /** Null if the prompt applied to no case. */
  readonly percentYes: WholePercent | null
}

export const ratingNoteCodes = [
  'published-differs',
  'standard-absent',
  'standard-unrated',
  'key-question-absent',
  'key-question-not-applicable',
  'answers-missing',
  'resettlement-not-rated',
  'overall-limited',
  'overall-bands-not-published',
  'professional-judgement',
  'cases-alike',
  'cases-look-changed',
] as const

export type RatingNote = {
  readonly code: (typeof ratingNoteCodes)[number]
  readonly standard: StandardId | null
  /** A whole sentence in plain English. */
  readonly text: string
}
