/** Parts of an inspection's figures for rule tests, with ids as plain text. */
import type {
  Figure,
  InspectionFigures,
  Judgement,
  KeyQuestionFigure,
  ProfessionalJudgement,
  PromptCounts,
  Unrated,
} from '../../src/core/ratings/inspectionFigures.ts'
import { named } from './editionBuilder.ts'

/** Figures of key questions as yes of a base, and nothing else unless it is given. */
export function someFigures(
  yesOf: Readonly<Record<string, readonly [yes: number, of: number]>>,
  others: Partial<InspectionFigures> = {},
): InspectionFigures {
  return {
    keyQuestions: Object.entries(yesOf).map(([id, [yes, of]]) => figureOf(id, { kind: 'yes-of', yes, of })),
    prompts: [],
    judgements: [],
    professionalJudgements: [],
    unrated: [],
    published: null,
    ...others,
  }
}

export function figureOf(id: string, figure: Figure): KeyQuestionFigure {
  return { id: named(id), figure }
}

/** A prompt with one yes answer and so many cases without one. */
export function promptOf(id: string, unanswered: number): PromptCounts {
  return { id: named(id), yes: 1, no: 0, na: 0, unanswered }
}

export function judged(standard: string, rating: string): Judgement {
  return { standard: named(standard), rating: named(rating), reason: null }
}

export function professionallyJudged(
  standard: string,
  rating: string,
  reason: string,
): ProfessionalJudgement {
  return { standard: named(standard), rating: named(rating), reason }
}

export function declaredUnrated(standard: string, reason: string): Unrated {
  return { standard: named(standard), reason }
}
