/**
 * An edition as it is written in its file: of the right shape, but it may be nonsense. `checkEdition` makes an
 * `Edition` of it or refuses it.
 */
import type {
  Answer,
  Denominator,
  directions,
  FieldworkRules,
  judgedFrom,
  NotPublished,
  RuleSource,
  roundings,
  Source,
  standardRatings,
  windowUnits,
} from './edition.ts'
import type { sampleRoundings } from './sampleSizeRule.ts'
import type { SecondPersonRule } from './secondPersonRules.ts'

export type WrittenEdition = {
  readonly id: string
  readonly title: string
  readonly inForceFrom: string
  readonly wording: { readonly holder: string; readonly licence: string; readonly url: string }
  readonly sources: readonly Source[]
  readonly scale: readonly { readonly rating: string; readonly title: string; readonly points: number }[]
  readonly strands: readonly { readonly id: string; readonly title: string }[]
  readonly domains: readonly WrittenDomain[]
  readonly questions: WrittenQuestionRules
  readonly fieldwork: FieldworkRules
  readonly rules: WrittenRatingRules
  readonly sample: WrittenSampleRules
  readonly secondPersons: readonly SecondPersonRule[]
  readonly ruleSources: readonly RuleSource[]
  readonly notPublished: readonly NotPublished[]
}

export type WrittenDomain = {
  readonly id: string
  readonly title: string
  readonly cases: string | null
  readonly standards: readonly WrittenStandard[]
}

export type WrittenStandard = {
  readonly id: string
  readonly title: string
  readonly statement: string
  readonly judgedFrom: (typeof judgedFrom)[number]
  readonly keyQuestions: readonly WrittenKeyQuestion[]
  readonly keyData: readonly string[]
  readonly sections: readonly string[]
}

export type WrittenKeyQuestion = {
  readonly id: string
  readonly strand: string | null
  readonly text: string
  readonly guidance: string | null
  readonly prompts: readonly { readonly letter: string; readonly text: string }[]
}

/** What may be answered and what a percentage divides by: for each kind of question, then for single ones. */
export type WrittenQuestionRules = {
  readonly keyQuestions: { readonly answers: readonly Answer[]; readonly denominator: Denominator }
  readonly prompts: { readonly answers: readonly Answer[]; readonly denominator: Denominator }
  readonly exceptions: readonly WrittenException[]
  readonly notApplicableWhen: readonly {
    readonly fact: string
    readonly is: string
    readonly reason: string
    readonly questions: readonly string[]
  }[]
}

/** Where a part is null the rule of the question's kind holds. */
type WrittenException = {
  readonly question: string
  readonly answers: readonly Answer[] | null
  readonly denominator: Denominator | null
}

export type WrittenRange = { readonly rating: string; readonly from: number; readonly to: number }

export type WrittenRatingRules = {
  readonly rounding: (typeof roundings)[number]
  readonly bands: readonly (WrittenRange & { readonly word: string | null })[]
  readonly standardRating: (typeof standardRatings)[number]
  readonly scoredStandards: readonly string[]
  readonly resettlement: string | null
  readonly overall: readonly { readonly maximum: number; readonly bands: readonly WrittenRange[] }[]
  readonly limitingJudgements: readonly {
    readonly standard: string
    readonly rated: string
    readonly overallAtMost: string
  }[]
  readonly mayBeUnrated: readonly { readonly standards: readonly string[]; readonly when: string }[]
  readonly professionalJudgement: {
    readonly steps: number | null
    readonly withinPoints: number | null
    readonly directions: readonly (typeof directions)[number][]
  }
}

export type WrittenSampleRules = {
  readonly windows: readonly {
    readonly cases: string
    readonly unit: (typeof windowUnits)[number]
    readonly earliest: number
    readonly latest: number
  }[]
  readonly shares: readonly { readonly cases: string; readonly percent: number }[]
  readonly size: {
    readonly confidencePercent: number
    readonly z: number
    readonly marginPoints: number
    readonly proportion: number
    readonly rounding: (typeof sampleRoundings)[number]
    readonly minimum: number | null
    readonly maximum: number | null
  }
  readonly balancedBy: readonly string[]
  readonly subgroups: { readonly fewestCases: number; readonly widestMarginPoints: number }
  readonly replacementReasons: readonly { readonly code: string; readonly title: string }[]
  readonly disposals: readonly {
    readonly code: string
    readonly title: string
    readonly cases: readonly string[]
    readonly custody: boolean
    readonly spellings: readonly string[]
  }[]
}
