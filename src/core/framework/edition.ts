/**
 * An edition of the standards as it is used: parsed, checked and complete. Everything that differs
 * between editions is here as data; no other code knows a year, a threshold or a standard's number.
 */
import type { Brand } from '../kernel/brand.ts'
import type { SampleSizeRule } from './sampleSizeRule.ts'
import type { SecondPersonRule } from './secondPersonRules.ts'

export type EditionId = Brand<string, 'EditionId'>
type DomainId = Brand<string, 'DomainId'>
export type StandardId = Brand<string, 'StandardId'>
/** A key question (`2.1.1`). */
export type KeyQuestionId = Brand<string, 'KeyQuestionId'>
/** A prompt with its key question (`2.1.1.a`). */
export type PromptId = Brand<string, 'PromptId'>
/** A rating on the edition's own scale (`requires-improvement`). */
export type Rating = Brand<string, 'Rating'>
/** The kind of cases a domain inspects (`court`, `out-of-court`, `resettlement`). */
export type CaseDomain = Brand<string, 'CaseDomain'>

export const answers = ['yes', 'no', 'na'] as const
export type Answer = (typeof answers)[number]

/** What a percentage divides by: every answered case, or those to which the question applies. */
export const denominators = ['all-inspected-cases', 'applicable-cases'] as const
export type Denominator = (typeof denominators)[number]

export type Edition = {
  readonly id: EditionId
  readonly title: string
  /** Year and month (`2021-07`), or the year alone where no more is known. */
  readonly inForceFrom: string
  readonly wording: { readonly holder: string; readonly licence: string; readonly url: string }
  readonly sources: readonly Source[]
  /** Lowest first. */
  readonly scale: readonly ScalePoint[]
  readonly strands: readonly Strand[]
  readonly domains: readonly Domain[]
  /** The questions that a fact of a case makes pointless; a key question stands for its prompts too. */
  readonly notApplicableWhen: readonly NotApplicableRule[]
  readonly fieldwork: FieldworkRules
  readonly rules: RatingRules
  readonly sample: SampleRules
  /** The steps that need a second person; any other is taken by whoever has the right to it. */
  readonly secondPersons: readonly SecondPersonRule[]
  /** Where each rule comes from: every rule of `ruleNames`, once, in that order. */
  readonly ruleSources: readonly RuleSource[]
  /** What the published material does not say, each with what the product does about it. */
  readonly notPublished: readonly NotPublished[]
}

export type Source = { readonly id: string; readonly title: string; readonly place: string }
export type ScalePoint = { readonly rating: Rating; readonly title: string; readonly points: number }
type Strand = { readonly id: string; readonly title: string }

/** Everything an edition decides, named so that each can say where it comes from. */
export const ruleNames = [
  'answers',
  'denominators',
  'rounding',
  'bands',
  'standardRating',
  'points',
  'scoredStandards',
  'resettlement',
  'overall',
  'limitingJudgements',
  'mayBeUnrated',
  'professionalJudgement',
  'sampleWindows',
  'sampleShares',
  'sampleSize',
  'sampleBalance',
  'sampleSubgroups',
  'sampleReplacement',
  'caseFacts',
  'notApplicable',
  'pullApart',
  'secondPersons',
] as const
export type RuleName = (typeof ruleNames)[number]

/** How sure a rule is: printed in a source, worked out from printed figures, or a setting because nothing is published. */
export const sureness = ['printed', 'worked-out', 'setting'] as const
export type Sureness = (typeof sureness)[number]

export type RuleSource = {
  readonly rule: RuleName
  readonly sure: Sureness
  /** Ids of the edition's sources. */
  readonly sources: readonly string[]
  /** The working, or what the sources leave open. */
  readonly note: string | null
}

export type NotPublished = { readonly what: string; readonly consequence: string }

export type Domain = {
  readonly id: DomainId
  readonly title: string
  /** The cases inspected for this domain, or null where there are none. */
  readonly cases: CaseDomain | null
  readonly standards: readonly Standard[]
}

export const judgedFrom = ['cases', 'evidence'] as const

export type Standard = {
  readonly id: StandardId
  readonly title: string
  readonly statement: string
  /** `cases`: rated from the answers of inspected cases. `evidence`: judged from documents, meetings, surveys. */
  readonly judgedFrom: (typeof judgedFrom)[number]
  readonly keyQuestions: readonly KeyQuestion[]
  readonly keyData: readonly string[]
  /** Further sections the report has under this standard. */
  readonly sections: readonly string[]
}

export type KeyQuestion = {
  readonly id: KeyQuestionId
  readonly strand: string | null
  readonly text: string
  /** What inspectors are told about it: plain text, paragraphs apart by an empty line; null where nothing is. */
  readonly guidance: string | null
  /** The answers a case may give; none where the standard is judged from evidence. */
  readonly answers: readonly Answer[]
  readonly denominator: Denominator
  readonly prompts: readonly Prompt[]
}

export type Prompt = {
  readonly id: PromptId
  readonly letter: string
  readonly text: string
  readonly answers: readonly Answer[]
  readonly denominator: Denominator
}

export type NotApplicableRule = {
  /** The fact, and the value of it that makes the questions pointless. */
  readonly fact: string
  readonly is: string
  /** What is proposed as the reason: a whole sentence. */
  readonly reason: string
  readonly questions: readonly (KeyQuestionId | PromptId)[]
}

/**
 * What a fact holds. `choice`: one of its values. `words`: anything. The others are kept by methods of their own, and an
 * edition has each at most once: `gender`, `age` (whole years, or `not-known`), `ethnicity` (the harmonised categories)
 * and `disposal` are filled in from the case list until confirmed; `interview-time` is in the list of cases.
 */
export const factForms = [
  'choice',
  'words',
  'gender',
  'age',
  'ethnicity',
  'disposal',
  'interview-time',
] as const
export type FactForm = (typeof factForms)[number]

/** What is recorded of every inspected case besides its questions, and when its inspector is warned. */
export type FieldworkRules = {
  /**
   * A judgement on a key question and its prompts pull apart where more than this share of the prompts that are
   * answered yes or no, in per cent, go the other way.
   */
  readonly pullApartAbovePercent: number
  /** The words of the values of facts. */
  readonly values: readonly { readonly code: string; readonly title: string }[]
  /** In the order of the form. */
  readonly factGroups: readonly FactGroup[]
}

export type FactGroup = { readonly id: string; readonly title: string; readonly facts: readonly CaseFact[] }

export type CaseFact = {
  readonly id: string
  readonly form: FactForm
  readonly title: string
  readonly hint: string | null
  /** The class of the case list that fills it in until somebody confirms it, or null. */
  readonly fromList: 'rosh' | 'safety-wellbeing' | null
  /** Codes of the edition's values; none unless it is a choice. */
  readonly values: readonly string[]
  /** What may be written beside the value; null where nothing may. */
  readonly detailTitle: string | null
  /** The value that is incomplete without those words, or null. */
  readonly needsDetailFor: string | null
  /** Whether a case is incomplete without it. */
  readonly required: boolean
}

/** The methods that code knows by name; an edition chooses among them. */
export const roundings = ['half-up'] as const
export const standardRatings = ['lowest-key-question'] as const

export type RatingRules = {
  /** The named method that turns a share into the whole per cent that is banded and printed. */
  readonly rounding: (typeof roundings)[number]
  /** Lowest first, covering 0 to 100 without gap or overlap. */
  readonly bands: readonly Band[]
  /** The named method by which a standard follows from its key questions. */
  readonly standardRating: (typeof standardRatings)[number]
  readonly scoredStandards: readonly StandardId[]
  /** The standard rated apart, outside the score, or null where the edition has none. */
  readonly resettlement: StandardId | null
  /** Overall bands, one table per maximum; where a maximum has no table there is no overall rating. */
  readonly overall: readonly OverallBands[]
  readonly limitingJudgements: readonly LimitingJudgement[]
  /** The standards that may be left unrated, and when; any other is refused. Empty means any may, with a reason. */
  readonly mayBeUnrated: readonly { readonly standard: StandardId; readonly when: string }[]
  readonly professionalJudgement: ProfessionalJudgementRule
}

export type Band = {
  readonly rating: Rating
  /** Whole per cent, both ends inside the band. */
  readonly from: number
  readonly to: number
  /** The edition's word for the share ("Reasonable majority"), or null where none is published. */
  readonly word: string | null
}

export type OverallBands = {
  readonly maximum: number
  readonly bands: readonly { readonly rating: Rating; readonly from: number; readonly to: number }[]
}

export type LimitingJudgement = {
  readonly standard: StandardId
  readonly rated: Rating
  readonly overallAtMost: Rating
}

export const directions = ['up', 'down'] as const

export type ProfessionalJudgementRule = {
  /** How many steps of the scale a rating may be moved, or null where no limit is published. */
  readonly steps: number | null
  /** How near the next band the deciding percentage must stand, in points, or null where no limit is published. */
  readonly withinPoints: number | null
  readonly directions: readonly (typeof directions)[number][]
}

export type SampleRules = {
  readonly windows: readonly SampleWindow[]
  /** The share of the sample that each kind of cases takes, in per cent; empty where the edition fixes none. */
  readonly shares: readonly { readonly cases: CaseDomain; readonly percent: number }[]
  readonly size: SampleSizeRule
  readonly balancedBy: readonly string[]
  readonly subgroups: SubgroupRule
  /** Why a sampled case may be replaced; at least one. */
  readonly replacementReasons: readonly ReplacementReason[]
  /** The disposals a case list may name; where there are none, any is taken as it is written. */
  readonly disposals: readonly DisposalType[]
}

/** What a group within a sample needs before anything is said of it; one that falls short is marked as too small. */
export type SubgroupRule = {
  readonly fewestCases: number
  /** The widest margin of error, in points either way. */
  readonly widestMarginPoints: number
}

export type ReplacementReason = { readonly code: string; readonly title: string }

/** An order or outcome by which a case came to the service. */
export type DisposalType = {
  readonly code: string
  readonly title: string
  /** The kinds of cases it may belong to. */
  readonly cases: readonly CaseDomain[]
  /** True where some or all of it is served in custody. */
  readonly custody: boolean
  /** Other ways in which case management systems write it. */
  readonly spellings: readonly string[]
}

export const windowUnits = ['days', 'months'] as const

/** When a case must have begun to be eligible, counted back from the Monday on which fieldwork starts. */
export type SampleWindow = {
  readonly cases: CaseDomain
  readonly unit: (typeof windowUnits)[number]
  readonly earliest: number
  readonly latest: number
}
