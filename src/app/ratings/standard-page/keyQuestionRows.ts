/** Key questions and prompts of a rated standard, worded for a table. */

import { denominatorTitle } from '../../../core/framework/answers.ts'
import type { Edition } from '../../../core/framework/edition.ts'
import type { KeyQuestion, Standard } from '../../../core/framework/standards.ts'
import type { CountedPrompt, RatedKeyQuestion, RatedStandard } from '../../../core/ratings/ratedInspection.ts'
import { countsText, percentText, type RatingText, ratingText } from '../../../core/ratings/ratingText.ts'
import { distanceWords } from '../ratings-page/distanceWords.ts'

export type KeyQuestionRow = {
  readonly id: string
  readonly strand: string | null
  readonly text: string
  /** What this key question decided, where it is the lowest; null for the others. */
  readonly decided: string | null
  readonly counted: boolean
  /** Counts as they are printed; empty where only a percentage is known. */
  readonly counts: readonly { readonly key: string; readonly value: string }[]
  readonly yesOfBase: string
  readonly percent: string
  readonly percentYes: number | null
  readonly band: RatingText
  /** The edition's word for the share, such as `Reasonable majority`. */
  readonly bandWord: string | null
  readonly distance: readonly string[]
  readonly prompts: readonly PromptRow[]
  /** What all prompts are divided by; null where they differ, and each row says its own. */
  readonly promptBase: string | null
  /** That the judgement and its prompts point different ways, or how they compare; null without prompts. */
  readonly promptsSentence: string | null
  readonly pullsApart: boolean
}

export type PromptRow = {
  readonly letter: string
  readonly text: string
  readonly yes: string
  readonly no: string
  readonly na: string
  readonly base: string
  readonly dividedBy: string
  readonly percent: string
}

/** Each key question that has a figure, in the edition's order. */
export function keyQuestionRows(
  edition: Edition,
  standard: Standard,
  rated: RatedStandard,
): readonly KeyQuestionRow[] {
  return standard.keyQuestions.flatMap((question) => {
    const figure = rated.keyQuestions.find(({ id }) => id === question.id)
    return figure === undefined ? [] : [keyQuestionRow(edition, question, figure, rated)]
  })
}

function keyQuestionRow(
  edition: Edition,
  question: KeyQuestion,
  figure: RatedKeyQuestion,
  rated: RatedStandard,
): KeyQuestionRow {
  const counted = rated.prompts.filter(({ id }) => question.prompts.some((prompt) => prompt.id === id))
  const band = edition.rules.bands.find(({ rating }) => rating === figure.band)
  return {
    id: question.id,
    strand: edition.strands.find(({ id }) => id === question.strand)?.title ?? null,
    text: question.text,
    decided: rated.decidedBy === question.id ? decidedWords(rated) : null,
    counted: figure.yes !== null,
    counts: counts(figure),
    yesOfBase: countsText(figure.yes, figure.of),
    percent: percentText(figure.percentYes),
    percentYes: figure.percentYes,
    band: ratingText(edition, figure.band),
    bandWord: band?.word ?? null,
    distance: distanceWords(edition, figure),
    prompts: counted.map((prompt) => promptRow(question, prompt)),
    promptBase: promptBase(counted),
    ...promptComparison(figure, counted),
  }
}

/** A professional judgement leaves what the figures say standing beside it. */
function decidedWords({ calculated, awarded }: RatedStandard): string {
  return calculated === awarded ? 'Decided the rating' : 'Decided what the figures give'
}

function promptBase(prompts: readonly CountedPrompt[]): string | null {
  const [first, ...others] = new Set(prompts.map(({ denominator }) => denominator))
  return first === undefined || others.length > 0 ? null : denominatorTitle(first)
}

function counts(figure: RatedKeyQuestion): KeyQuestionRow['counts'] {
  if (figure.yes === null) return []
  const row = (key: string, value: number | null) =>
    value === null || (value === 0 && key !== 'No') ? [] : [{ key, value: String(value) }]
  return [
    { key: 'Yes, of base', value: countsText(figure.yes, figure.of) },
    ...row('No', figure.no),
    ...row('Not applicable', figure.na),
    ...row('Not answered yet', figure.unanswered),
    { key: 'Base', value: denominatorTitle(figure.denominator) },
  ]
}

function promptRow(question: KeyQuestion, counted: CountedPrompt): PromptRow {
  const prompt = question.prompts.find(({ id }) => id === counted.id)
  return {
    letter: prompt?.letter ?? '',
    text: prompt?.text ?? '',
    yes: String(counted.yes),
    no: String(counted.no),
    na: String(counted.na),
    base: String(counted.of),
    dividedBy: denominatorTitle(counted.denominator),
    percent: percentText(counted.percentYes),
  }
}

/**
 * A key question is a judgement of its own and no sum of its prompts. Where it lies outside everything its
 * prompts say, that is pointed out, so that somebody looks; nothing is changed.
 */
function promptComparison(
  figure: RatedKeyQuestion,
  prompts: readonly CountedPrompt[],
): Pick<KeyQuestionRow, 'promptsSentence' | 'pullsApart'> {
  const percents = prompts.flatMap(({ percentYes }) => percentYes ?? [])
  if (percents.length === 0 || figure.percentYes === null) return { promptsSentence: null, pullsApart: false }
  const [least, most] = [Math.min(...percents), Math.max(...percents)]
  const range = least === most ? `stand at ${least}%` : `run from ${least}% to ${most}%`
  if (figure.percentYes < least) return apart(figure, range, 'lower than every one of its prompts')
  if (figure.percentYes > most) return apart(figure, range, 'higher than every one of its prompts')
  const promptsSentence = `The prompts ${range}. The key question is a judgement of its own, not their sum.`
  return { promptsSentence, pullsApart: false }
}

function apart({ percentYes }: RatedKeyQuestion, range: string, how: string) {
  return {
    promptsSentence: `The key question and its prompts pull apart: at ${percentYes}% it is ${how}, which ${range}. It is a judgement of its own, so it stands; check that the reasons are on record.`,
    pullsApart: true,
  }
}
