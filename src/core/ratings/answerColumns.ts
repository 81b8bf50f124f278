/** Checked answers in columns: the shape in which a million of them are counted in a few milliseconds. */
import { answers } from '../framework/answers.ts'
import type { Edition } from '../framework/edition.ts'
import type { CaseDomain } from '../framework/standards.ts'
import type { CountedFigure, KeyQuestionFigure, PromptCounts } from './inspectionFigures.ts'
import { type IndexedQuestion, questionsOf } from './questionIndex.ts'

/** One inspection's answers; the two columns have one element for each answer, in any order. */
export type AnswerColumns = {
  /** Place of the question among the edition's questions (`questionsOf`). */
  readonly questions: Uint16Array
  /** Place of the answer in `answers`. */
  readonly answers: Uint8Array
  readonly casesByDomain: CasesByDomain
}

/** How many cases were inspected for each domain with answers. */
type CasesByDomain = ReadonlyMap<CaseDomain, number>

export type CountedAnswers = {
  readonly keyQuestions: readonly KeyQuestionFigure[]
  readonly prompts: readonly PromptCounts[]
  readonly casesByDomain: CasesByDomain
}

/** Returns the counts of the answers to each question; questions that no case answered are not included. */
export function countColumns(edition: Edition, columns: AnswerColumns): CountedAnswers {
  const questions = questionsOf(edition)
  const tally = tallyAnswers(questions.length, columns)
  const keyQuestions: KeyQuestionFigure[] = []
  const prompts: PromptCounts[] = []
  for (const indexed of questions) {
    const counts = countsOf(indexed, tally, columns.casesByDomain)
    if (counts === undefined) continue
    if (indexed.kind === 'key-question') {
      keyQuestions.push({ id: indexed.question.id, figure: counts })
    } else {
      const { yes, no, na, unanswered } = counts
      prompts.push({ id: indexed.question.id, yes, no, na, unanswered })
    }
  }
  return { keyQuestions, prompts, casesByDomain: columns.casesByDomain }
}

/** Number of answers by question and answer: one cell for each answer of each question, questions in order. */
function tallyAnswers(questionCount: number, columns: AnswerColumns): Uint32Array {
  const tally = new Uint32Array(questionCount * answers.length)
  const { questions, answers: answersOfCases } = columns
  for (let each = 0; each < questions.length; each += 1) {
    const cell = (questions[each] ?? 0) * answers.length + (answersOfCases[each] ?? 0)
    tally[cell] = (tally[cell] ?? 0) + 1
  }
  return tally
}

function countsOf(
  { place, cases }: IndexedQuestion,
  tally: Uint32Array,
  casesByDomain: CasesByDomain,
): CountedFigure | undefined {
  const first = place * answers.length
  const yes = tally[first] ?? 0
  const no = tally[first + 1] ?? 0
  const na = tally[first + 2] ?? 0
  const answered = yes + no + na
  if (answered === 0 || cases === null) return undefined
  return { kind: 'counts', yes, no, na, unanswered: (casesByDomain.get(cases) ?? 0) - answered }
}
