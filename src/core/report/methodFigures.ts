/** What is known about the figures: whether there are counts, and what each percentage was divided by. */

import { type Denominator, denominators } from '../framework/answers.ts'
import { listText } from '../kernel/listText.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { RatedInspection } from '../ratings/ratedInspection.ts'
import type { InspectionFacts } from './reportSources.ts'

/** Returns whether the base of each percentage is known, as a sentence; null if the inspection has no percentages. */
export function basesSentence(rated: RatedInspection, facts: InspectionFacts): string | null {
  const figures = rated.standards.flatMap(({ keyQuestions }) => keyQuestions)
  if (figures.length === 0) return null
  const without = figures.filter(({ of }) => of === null).map(({ id }) => id)
  if (without.length === 0)
    return 'Each percentage is calculated from counts of answers. Its base, the number of cases that it is divided by, is printed next to it.'
  if (without.length < figures.length)
    return `Only whole percentages are known for questions ${listText(without)}, and their bases are not known. The other percentages are calculated from counts of answers, and their base is printed next to them.`
  return facts.source === null
    ? 'Only whole percentages are known. The base of each question, the number of cases that its percentage is divided by, is not known.'
    : 'Only whole percentages were published. The base of each question, the number of cases that its percentage is divided by, is not known.'
}

type Divided = { readonly id: string; readonly denominator: Denominator }

/** Returns what key questions and prompts are divided by, naming the questions that differ from the others. */
export function denominatorSentences(rated: RatedInspection): readonly string[] {
  const questions = rated.standards.flatMap(({ keyQuestions }) => keyQuestions)
  const prompts = rated.standards.flatMap((standard) => standard.prompts)
  return [...sentencesFor('key question', questions), ...sentencesFor('prompt', prompts)]
}

function sentencesFor(kind: string, figures: readonly Divided[]): readonly string[] {
  const groups = denominators
    .map((denominator) => ({ denominator, ids: idsWith(figures, denominator) }))
    .filter(({ ids }) => ids.length > 0)
    .toSorted((first, second) => second.ids.length - first.ids.length)
  const [usual, exception] = groups
  if (usual === undefined) return []
  if (exception === undefined)
    return [`For every ${kind}, the yes answers are divided by ${divisor(usual.denominator)}.`]
  return [
    `For each ${kind} that is not named in the next sentence, the yes answers are divided by ${divisor(usual.denominator)}.`,
    `For ${listText(exception.ids)}, the yes answers are divided by ${divisor(exception.denominator)}.`,
  ]
}

function idsWith(figures: readonly Divided[], denominator: Denominator): readonly string[] {
  return figures.filter((figure) => figure.denominator === denominator).map(({ id }) => id)
}

function divisor(denominator: Denominator): string {
  switch (denominator) {
    case 'all-inspected-cases':
      return 'all inspected cases with an answer, including those answered ‘not applicable’'
    case 'applicable-cases':
      return 'the cases to which the question applies, without those answered ‘not applicable’'
    default:
      return unreachable(denominator)
  }
}
