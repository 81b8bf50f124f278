/** Figures while they are being read: what was understood so far, and every problem met. */
import type { Edition } from '../framework/edition.ts'
import { findStandard } from '../framework/findInEdition.ts'
import type { Rating } from '../framework/scale.ts'
import type { Standard, StandardId } from '../framework/standards.ts'
import { type Place, type Problem, problem } from '../kernel/problem.ts'
import { type Result, unlessProblems } from '../kernel/result.ts'
import type {
  InspectionFigures,
  Judgement,
  KeyQuestionFigure,
  ProfessionalJudgement,
  PromptCounts,
  Published,
  Unrated,
} from './inspectionFigures.ts'

/** It lives no longer than the reading of one inspection. */
export type FiguresDraft = {
  readonly edition: Edition
  readonly problems: Problem[]
  readonly keyQuestions: KeyQuestionFigure[]
  readonly prompts: PromptCounts[]
  readonly judgements: Judgement[]
  readonly professionalJudgements: ProfessionalJudgement[]
  readonly unrated: Unrated[]
  readonly publishedRatings: Published['ratings'][number][]
  readonly publishedPercentages: Published['percentages'][number][]
}

export function startDraft(edition: Edition): FiguresDraft {
  return {
    edition,
    problems: [],
    keyQuestions: [],
    prompts: [],
    judgements: [],
    professionalJudgements: [],
    unrated: [],
    publishedRatings: [],
    publishedPercentages: [],
  }
}

/** The figures that were read, or every problem. */
export function finishDraft(draft: FiguresDraft, published: Published | null): Result<InspectionFigures> {
  return unlessProblems(draft.problems, () => ({
    keyQuestions: draft.keyQuestions,
    prompts: draft.prompts,
    judgements: draft.judgements,
    professionalJudgements: draft.professionalJudgements,
    unrated: draft.unrated,
    published,
  }))
}

/** The standard an input names; where the edition has none it is a problem. */
export function readStandard(draft: FiguresDraft, standard: string, place: Place): Standard | undefined {
  const { edition } = draft
  const found = findStandard(edition, standard)
  if (found === undefined) {
    draft.problems.push(problem('ratings.standard-not-found', { edition: edition.id, standard }, place))
  }
  return found
}

/** The rating an input names; where the edition's scale has none it is a problem. */
export function readRating(draft: FiguresDraft, rating: string, place: Place): Rating | undefined {
  const { id, scale } = draft.edition
  const found = scale.find((point) => point.rating === rating)?.rating
  if (found === undefined) {
    const known = scale.map((point) => point.rating).join(', ')
    draft.problems.push(problem('ratings.rating-not-found', { edition: id, rating, known }, place))
  }
  return found
}

/** Whether a standard is rated or set apart by a judgement already. */
export function isJudged({ judgements, professionalJudgements }: FiguresDraft, id: StandardId): boolean {
  return [...judgements, ...professionalJudgements].some(({ standard }) => standard === id)
}

/** A reason in words, or null where there is none. */
export function reasonIn(text: string | null): string | null {
  const reason = text?.trim() ?? ''
  return reason === '' ? null : reason
}
