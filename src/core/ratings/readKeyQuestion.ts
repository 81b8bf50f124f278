/** One key question's figure from an input. */
import type { KeyQuestion, Standard } from '../framework/standards.ts'
import { type WholePercent, wholePercent } from '../kernel/percent.ts'
import type { FiguresDraft } from './figuresDraft.ts'
import type { Figure } from './inspectionFigures.ts'
import { problem } from './problems.ts'
import { type KeyQuestionInput, partOf } from './resultsInput.ts'

/** Reads the figure of a key question into the draft, or adds what is wrong with it. */
export function readKeyQuestion(draft: FiguresDraft, standard: Standard, input: KeyQuestionInput): void {
  const question = namedKeyQuestion(draft, standard, input)
  const figure = readFigure(draft, input)
  if (question === undefined || figure === undefined) return
  if (draft.keyQuestions.some(({ id }) => id === question.id)) {
    const place = partOf(input.place, 'keyQuestion')
    draft.problems.push(problem('ratings.key-question-twice', { keyQuestion: question.id }, place))
    return
  }
  draft.keyQuestions.push({ id: question.id, figure: figure.counted })
  if (figure.printed !== undefined) {
    draft.publishedPercentages.push({ id: question.id, percentYes: figure.printed })
  }
}

/** The key question of a standard by its strand or its full id. */
function namedKeyQuestion(
  draft: FiguresDraft,
  standard: Standard,
  { keyQuestion, place }: KeyQuestionInput,
): KeyQuestion | undefined {
  const match = standard.keyQuestions.find(({ id, strand }) => id === keyQuestion || strand === keyQuestion)
  if (match !== undefined) return match
  const known = standard.keyQuestions.map(({ id, strand }) => (strand === null ? id : `${strand} (${id})`))
  const details = { standard: standard.id, keyQuestion, known: known.join(', ') }
  draft.problems.push(problem('ratings.key-question-not-found', details, partOf(place, 'keyQuestion')))
  return undefined
}

type ReadFigure = { readonly counted: Figure; readonly printed?: WholePercent }

/** Counts if there are any, and a percentage next to them is what was printed; otherwise the percentage. */
function readFigure(draft: FiguresDraft, input: KeyQuestionInput): ReadFigure | undefined {
  const percentYes = readPercent(draft, input)
  if (input.yes !== null && input.of !== null) {
    const counted = readCounts(draft, input, input.yes, input.of)
    if (counted === undefined) return undefined
    return percentYes === undefined ? { counted } : { counted, printed: percentYes }
  }
  if (input.yes !== null || input.of !== null || input.percentYes === null) {
    const { keyQuestion, place } = input
    draft.problems.push(problem('ratings.figure-missing', { keyQuestion }, place))
    return undefined
  }
  return percentYes === undefined ? undefined : { counted: { kind: 'percent', percentYes } }
}

function readPercent(draft: FiguresDraft, { percentYes, place }: KeyQuestionInput): WholePercent | undefined {
  if (percentYes === null) return undefined
  const whole = wholePercent(percentYes)
  if (whole === undefined) {
    const where = partOf(place, 'percentYes')
    draft.problems.push(problem('ratings.percent-not-whole', { value: percentYes }, where))
  }
  return whole
}

function readCounts(
  draft: FiguresDraft,
  { keyQuestion, place }: KeyQuestionInput,
  yes: number,
  of: number,
): Figure | undefined {
  const before = draft.problems.length
  for (const [field, value] of Object.entries({ yes, of })) {
    if (Number.isSafeInteger(value) && value >= 0) continue
    draft.problems.push(problem('ratings.count-not-whole', { value }, partOf(place, field)))
  }
  if (draft.problems.length > before) return undefined
  if (of === 0) draft.problems.push(problem('ratings.base-zero', { keyQuestion }, partOf(place, 'of')))
  if (yes > of) {
    draft.problems.push(problem('ratings.yes-above-of', { keyQuestion, yes, of }, partOf(place, 'yes')))
  }
  return draft.problems.length > before ? undefined : { kind: 'yes-of', yes, of }
}
