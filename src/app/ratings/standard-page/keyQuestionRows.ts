/** Key questions and prompts of a rated standard, as texts for a table. */
import { denominatorTitle } from '../../../core/framework/answers.ts'
import type { Edition } from '../../../core/framework/edition.ts'
import type { KeyQuestion, Standard } from '../../../core/framework/standards.ts'
import type { CountedPrompt, RatedKeyQuestion, RatedStandard } from '../../../core/ratings/ratedInspection.ts'
import { countsText, percentText, type RatingText, ratingText } from '../../../core/ratings/ratingText.ts'
import { distanceText } from './distanceText.ts'

export type KeyQuestionRow = {
  readonly id: string
  readonly strand: string | null
  readonly text: string
  /** What this key question decided, if it is the lowest; null for the others. */
  readonly decided: string | null
  readonly counted: boolean
  /** Counts as they are printed; empty if only a percentage is known. */
  readonly counts: readonly { readonly key: string; readonly value: string }[]
  readonly yesOfBase: string
  readonly percent: string
  readonly percentYes: number | null
  readonly band: RatingText
  /** The edition's word for the share, such as `Reasonable majority`. */
  readonly bandWord: string | null
  readonly distance: readonly string[]
  readonly prompts: readonly PromptRow[]
  /** What all prompts are divided by; null if they differ, and each row then has its own. */
  readonly promptBase: string | null
  /** How the judgement and its prompts compare; null without prompts. */
  readonly promptsSentence: string | null
  readonly judgementDiffersFromPrompts: boolean
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

/** Returns each key question that has a figure, in the order of the edition. */
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
    decided: rated.decidedBy === question.id ? decidedText(rated) : null,
    counted: figure.yes !== null,
    counts: counts(figure),
    yesOfBase: countsText(figure.yes, figure.of),
    percent: percentText(figure.percentYes),
    percentYes: figure.percentYes,
    band: ratingText(edition, figure.band),
    bandWord: band?.word ?? null,
    distance: distanceText(edition, figure),
    prompts: counted.map((prompt) => promptRow(question, prompt)),
    promptBase: promptBase(counted),
    ...promptComparison(figure, counted),
  }
}

/** Next to a professional judgement, what the figures give is also shown. */
function decidedText({ calculated, awarded }: RatedStandard): string {
  return calculated === awarded ? 'Decided the rating' : 'Decided the rating from the figures'
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
 * A key question is judged separately and is not the sum of its prompts. If it is outside the range of its prompts, the
 * page says so, so that someone checks it; nothing is changed.
 */
function promptComparison(
  figure: RatedKeyQuestion,
  prompts: readonly CountedPrompt[],
): Pick<KeyQuestionRow, 'promptsSentence' | 'judgementDiffersFromPrompts'> {
  const percents = prompts.flatMap(({ percentYes }) => percentYes ?? [])
  if (percents.length === 0 || figure.percentYes === null)
    return { promptsSentence: null, judgementDiffersFromPrompts: false }
  const [least, most] = [Math.min(...percents), Math.max(...percents)]
  if (figure.percentYes < least || figure.percentYes > most) {
    return {
      promptsSentence: differenceText(figure.percentYes, least, most),
      judgementDiffersFromPrompts: true,
    }
  }
  const range =
    least === most ? `The prompts are all at ${least}%.` : `The prompts range from ${least}% to ${most}%.`
  const promptsSentence = `${range} The key question is judged separately. It is not the sum of its prompts.`
  return { promptsSentence, judgementDiffersFromPrompts: false }
}

function differenceText(percentYes: number, least: number, most: number): string {
  const difference =
    percentYes < least
      ? `At ${percentYes}%, the key question is lower than all of its prompts. The lowest is at ${least}%.`
      : `At ${percentYes}%, the key question is higher than all of its prompts. The highest is at ${most}%.`
  return `The judgement does not match the prompts. ${difference} The judgement still counts. Check that its reasons are recorded.`
}
