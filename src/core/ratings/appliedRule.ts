import type { Denominator } from '../framework/answers.ts'
import type { EditionId } from '../framework/edition.ts'
import type { Rating } from '../framework/scale.ts'
import type { KeyQuestionId, StandardId } from '../framework/standards.ts'

/** A rule of an edition as it was applied: its name and the values it was applied to. */
export type AppliedRule = { readonly edition: EditionId } & (KeyQuestionRule | StandardRule | InspectionRule)

type KeyQuestionRule =
  | {
      readonly rule: 'percent-half-up'
      readonly denominator: Denominator
      readonly yes: number
      readonly of: number
      readonly percentYes: number
    }
  | {
      readonly rule: 'band'
      readonly percentYes: number
      readonly from: number
      readonly to: number
      readonly rating: Rating
    }

type StandardRule =
  | { readonly rule: 'lowest-key-question'; readonly keyQuestion: KeyQuestionId; readonly rating: Rating }
  | { readonly rule: 'judged-from-evidence'; readonly rating: Rating }
  | { readonly rule: 'professional-judgement'; readonly calculated: Rating; readonly awarded: Rating }
  | { readonly rule: 'declared-unrated'; readonly reason: string }
  | { readonly rule: 'points'; readonly rating: Rating; readonly points: number }

type InspectionRule =
  | {
      readonly rule: 'sum-of-points'
      readonly standards: number
      readonly score: number
      readonly maximum: number
    }
  | {
      readonly rule: 'overall-bands'
      readonly score: number
      readonly maximum: number
      readonly from: number
      readonly to: number
      readonly rating: Rating
    }
  | {
      readonly rule: 'limiting-judgement'
      readonly standard: StandardId
      readonly rated: Rating
      readonly overallAtMost: Rating
    }
