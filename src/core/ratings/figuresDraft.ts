/** Figures while they are being read: what was understood so far, and every problem. */
import type { Edition } from '../framework/edition.ts'
import { findStandard } from '../framework/findInEdition.ts'
import type { Rating } from '../framework/scale.ts'
import type { Standard, StandardId } from '../framework/standards.ts'
import type { Place, Problem } from '../kernel/problem.ts'
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
import { problem } from './problems.ts'

/** It exists only while one inspection is read. */
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

/** Returns an empty draft of the figures of an inspection under `edition`. */
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

/** Returns the figures that were read. Refuses with every problem. */
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

/** Returns the standard that an input names, or adds a problem if the edition has none. */
export function readStandard(draft: FiguresDraft, standard: string, place: Place): Standard | undefined {
  const { edition } = draft
  const match = findStandard(edition, standard)
  if (match === undefined) {
    draft.problems.push(problem('ratings.standard-not-found', { edition: edition.id, standard }, place))
  }
  return match
}

/** Returns the rating that an input names, or adds a problem if the edition's scale has none. */
export function readRating(draft: FiguresDraft, rating: string, place: Place): Rating | undefined {
  const { id, scale } = draft.edition
  const match = scale.find((point) => point.rating === rating)?.rating
  if (match === undefined) {
    const known = scale.map((point) => point.rating).join(', ')
    draft.problems.push(problem('ratings.rating-not-found', { edition: id, rating, known }, place))
  }
  return match
}

/** Returns whether a standard already has a rating or a professional judgement. */
export function isJudged({ judgements, professionalJudgements }: FiguresDraft, id: StandardId): boolean {
  return [...judgements, ...professionalJudgements].some(({ standard }) => standard === id)
}

/** Returns a reason without spaces at its ends, or null if it is empty. */
export function reasonIn(text: string | null): string | null {
  const reason = text?.trim() ?? ''
  return reason === '' ? null : reason
}
