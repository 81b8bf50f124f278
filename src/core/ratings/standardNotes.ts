/** What must be shown next to the rating of a standard: what is missing, left out or decided by judgement. */
import type { Edition } from '../framework/edition.ts'
import { ratingTitle } from '../framework/scale.ts'
import type { KeyQuestion, Standard } from '../framework/standards.ts'
import { countOf } from '../kernel/countOf.ts'
import type { CountedPrompt, RatedKeyQuestion, RatedStandard, RatingNote } from './ratedInspection.ts'

/** Returns the notes on the rating of one standard. */
export function standardNotes(
  edition: Edition,
  standard: Standard,
  rated: RatedStandard | null,
): RatingNote[] {
  if (rated === null) return [absentNote(edition, standard)]
  return [
    ...unratedNotes(edition, standard, rated),
    ...absentKeyQuestionNotes(standard, rated),
    ...notApplicableNotes(standard, rated),
    ...missingAnswerNotes(standard, rated),
    ...professionalJudgementNotes(edition, standard, rated),
  ]
}

function absentNote(edition: Edition, standard: Standard): RatingNote {
  if (standard.id === edition.rules.resettlement) {
    return note('resettlement-not-rated', standard, `Standard ${standard.id} is not rated.`)
  }
  const absent = `Standard ${standard.id} is not rated, because it has no figures or judgement.`
  const consequence = edition.rules.scoredStandards.includes(standard.id)
    ? 'Without it there is no overall rating.'
    : 'It does not count towards the score.'
  return note('standard-absent', standard, `${absent} ${consequence}`)
}

function unratedNotes(edition: Edition, standard: Standard, rated: RatedStandard): RatingNote[] {
  if (rated.unratedReason === null) return []
  const text = `Standard ${standard.id} is not rated: ${sentence(rated.unratedReason)}`
  const isResettlement = standard.id === edition.rules.resettlement
  return [note(isResettlement ? 'resettlement-not-rated' : 'standard-unrated', standard, text)]
}

function absentKeyQuestionNotes(standard: Standard, rated: RatedStandard): RatingNote[] {
  if (standard.judgedFrom === 'evidence' || rated.unratedReason !== null) return []
  const absent = standard.keyQuestions.filter(
    ({ id }) => !rated.keyQuestions.some((question) => question.id === id),
  )
  return absent.map(({ id }) =>
    note(
      'key-question-absent',
      standard,
      `Key question ${id} has no figure, so standard ${standard.id} is not rated yet.`,
    ),
  )
}

function notApplicableNotes(standard: Standard, rated: RatedStandard): RatingNote[] {
  const notApplicable = rated.keyQuestions.filter(({ percentYes }) => percentYes === null)
  const notes = notApplicable.map(({ id }) =>
    note(
      'key-question-not-applicable',
      standard,
      `Key question ${id} applies to no cases and does not count.`,
    ),
  )
  if (
    notApplicable.length === 0 ||
    notApplicable.length < standard.keyQuestions.length ||
    rated.unratedReason !== null
  )
    return notes
  const text = `No key question of standard ${standard.id} applies to a case, so it is not rated. Declare it unrated with the reason.`
  return [...notes, note('standard-absent', standard, text)]
}

function missingAnswerNotes(standard: Standard, rated: RatedStandard): RatingNote[] {
  const keyQuestions = rated.keyQuestions.filter(isPartlyAnswered)
  const prompts = rated.prompts.filter(isPartlyAnswered)
  if (keyQuestions.length === 0 && prompts.length === 0) return []
  return standard.keyQuestions.flatMap((question) => [
    ...missingOf(standard, keyQuestions, question),
    ...missingPrompts(standard, prompts, question),
  ])
}

function isPartlyAnswered({ unanswered }: { readonly unanswered: number | null }): boolean {
  return unanswered !== null && unanswered > 0
}

function missingOf(
  standard: Standard,
  missing: readonly RatedKeyQuestion[],
  { id }: KeyQuestion,
): RatingNote[] {
  return missing
    .filter((question) => question.id === id)
    .map(({ unanswered }) => {
      const text = `Key question ${id} has no answer for ${countOf(unanswered ?? 0, 'inspected case')}. Cases without an answer are not in its base.`
      return note('answers-missing', standard, text)
    })
}

function missingPrompts(
  standard: Standard,
  missing: readonly CountedPrompt[],
  question: KeyQuestion,
): RatingNote[] {
  const counts = question.prompts.flatMap(({ id, letter }) =>
    missing
      .filter((prompt) => prompt.id === id)
      .map(({ unanswered }) => `${letter} for ${countOf(unanswered, 'inspected case')}`),
  )
  if (counts.length === 0) return []
  const text = `Some prompts of ${question.id} have no answer for some cases, which are not in their bases: ${counts.join(', ')}.`
  return [note('answers-missing', standard, text)]
}

function professionalJudgementNotes(
  edition: Edition,
  standard: Standard,
  rated: RatedStandard,
): RatingNote[] {
  const { professionalJudgement, calculated } = rated
  if (professionalJudgement === null || calculated === null) return []
  const reason = sentence(professionalJudgement.reason)
  const text =
    calculated === professionalJudgement.rating
      ? `A professional judgement on standard ${standard.id} agrees with its figures: ${reason}`
      : `Standard ${standard.id} is rated ${ratingTitle(edition, professionalJudgement.rating)} by professional judgement. Its figures give ${ratingTitle(edition, calculated)}. Reason: ${reason}`
  return [note('professional-judgement', standard, text)]
}

function note(code: RatingNote['code'], standard: Standard, text: string): RatingNote {
  return { code, standard: standard.id, text }
}

/** A reason as it was written, ended as a sentence. */
function sentence(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`
}
