/** Answers and denominators in plain English. */
import { listWords } from '../kernel/listWords.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { Answer, Denominator } from './edition.ts'

function answerTitle(answer: Answer): string {
  switch (answer) {
    case 'yes':
      return 'Yes'
    case 'no':
      return 'No'
    case 'na':
      return 'Not applicable'
    default:
      return unreachable(answer)
  }
}

/** `Yes, no or not applicable`; empty where cases do not answer. */
export function answersWords(answers: readonly Answer[]): string {
  const titles = answers.map((answer, index) =>
    index === 0 ? answerTitle(answer) : answerTitle(answer).toLowerCase(),
  )
  return listWords(titles, 'or')
}

/** What a percentage divides by, short enough for a table. */
export function denominatorTitle(denominator: Denominator): string {
  switch (denominator) {
    case 'all-inspected-cases':
      return 'All inspected cases'
    case 'applicable-cases':
      return 'Cases where it applies'
    default:
      return unreachable(denominator)
  }
}

/** How a question's percentage is worked out, as a sentence. */
export function denominatorSentence(question: {
  readonly answers: readonly Answer[]
  readonly denominator: Denominator
}): string {
  switch (question.denominator) {
    case 'all-inspected-cases':
      return question.answers.includes('na')
        ? 'The percentage is the yes answers divided by all inspected cases, those where it does not apply included.'
        : 'The percentage is the yes answers divided by all inspected cases.'
    case 'applicable-cases':
      return 'The percentage is the yes answers divided by the cases where it applies.'
    default:
      return unreachable(question.denominator)
  }
}
