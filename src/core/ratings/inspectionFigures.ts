/** What an inspection is rated from: figures of its key questions and judgements, checked against its edition. */
import type { Rating } from '../framework/scale.ts'
import type { KeyQuestionId, PromptId, StandardId } from '../framework/standards.ts'
import type { WholePercent } from '../kernel/percent.ts'

export type InspectionFigures = {
  readonly keyQuestions: readonly KeyQuestionFigure[]
  readonly prompts: readonly PromptCounts[]
  /** Ratings of the standards that are judged from evidence. */
  readonly judgements: readonly Judgement[]
  readonly professionalJudgements: readonly ProfessionalJudgement[]
  readonly unrated: readonly Unrated[]
  /** What was published, or null if nothing was: compared with the result, never used in it. */
  readonly published: Published | null
}

export type KeyQuestionFigure = { readonly id: KeyQuestionId; readonly figure: Figure }

/** How a key question's answers are known: only as a share, as yes of a base, or counted. */
export type Figure =
  | { readonly kind: 'percent'; readonly percentYes: WholePercent }
  | { readonly kind: 'yes-of'; readonly yes: number; readonly of: number }
  | CountedFigure

/** Cases by their answer; `unanswered` are the inspected cases without one. */
export type CountedFigure = {
  readonly kind: 'counts'
  readonly yes: number
  readonly no: number
  readonly na: number
  readonly unanswered: number
}

export type PromptCounts = {
  readonly id: PromptId
  readonly yes: number
  readonly no: number
  readonly na: number
  readonly unanswered: number
}

export type Judgement = {
  readonly standard: StandardId
  readonly rating: Rating
  readonly reason: string | null
}

/** A rating that differs from what the figures give. */
export type ProfessionalJudgement = {
  readonly standard: StandardId
  readonly rating: Rating
  readonly reason: string
}

/** A standard that is declared unrated; for a domain declared unrated, each of its standards. */
export type Unrated = { readonly standard: StandardId; readonly reason: string }

export type Published = {
  readonly ratings: readonly { readonly standard: StandardId; readonly rating: Rating }[]
  /** Percentages printed next to counts; a percentage without counts is a figure. */
  readonly percentages: readonly { readonly id: KeyQuestionId; readonly percentYes: WholePercent }[]
  readonly score: number | null
  readonly overall: Rating | null
}
