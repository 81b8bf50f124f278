import type { Edition } from '../framework/edition.ts'
import type { Standard } from '../framework/standards.ts'
import type { Result } from '../kernel/result.ts'
import { caseSpellingProblems } from './caseSpellings.ts'
import { type AnswerRow, countAnswers } from './countAnswers.ts'
import {
  type FiguresDraft,
  finishDraft,
  isJudged,
  readRating,
  readStandard,
  reasonIn,
  startDraft,
} from './figuresDraft.ts'
import type { InspectionFigures } from './inspectionFigures.ts'
import { problem } from './problems.ts'
import { readUnrated } from './readUnrated.ts'
import { type JudgementInput, type JudgementsInput, partOf } from './resultsInput.ts'

/**
 * Returns the figures of counted answers and of the judgements on the other standards, both checked against their
 * edition. Refuses with every problem of both.
 */
export function figuresFromAnswers(
  edition: Edition,
  rows: readonly AnswerRow[],
  { judgements, unrated }: JudgementsInput,
  file?: string,
): Result<InspectionFigures> {
  const counted = countAnswers(edition, rows, file)
  const problems = [...caseSpellingProblems(rows, file), ...(counted.ok ? [] : counted.problems)]
  const draft = { ...startDraft(edition), problems }
  if (counted.ok) {
    draft.keyQuestions.push(...counted.value.keyQuestions)
    draft.prompts.push(...counted.value.prompts)
  }
  for (const judgement of judgements) readJudgement(draft, judgement)
  for (const declaration of unrated) readUnrated(draft, declaration)
  return finishDraft(draft, null)
}

function readJudgement(draft: FiguresDraft, judgement: JudgementInput): void {
  const standard = readStandard(draft, judgement.standard, partOf(judgement.place, 'standard'))
  const rating = readRating(draft, judgement.rating, partOf(judgement.place, 'rating'))
  if (standard === undefined) return
  if (isJudged(draft, standard.id)) {
    const place = partOf(judgement.place, 'standard')
    draft.problems.push(problem('ratings.standard-twice', { standard: standard.id }, place))
    return
  }
  const reason = readReason(draft, standard, judgement)
  if (rating === undefined) return
  if (standard.judgedFrom === 'evidence') draft.judgements.push({ standard: standard.id, rating, reason })
  else draft.professionalJudgements.push({ standard: standard.id, rating, reason: reason ?? '' })
}

/** A judgement from evidence may have a reason; a professional judgement must have one. */
function readReason(draft: FiguresDraft, standard: Standard, judgement: JudgementInput): string | null {
  const reason = reasonIn(judgement.reason)
  if (reason === null && standard.judgedFrom === 'cases') {
    const details = { standard: standard.id }
    const place = partOf(judgement.place, 'reason')
    draft.problems.push(problem('ratings.professional-judgement-without-reason', details, place))
  }
  return reason
}
