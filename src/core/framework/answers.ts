/** What may be answered to a question and what its percentage divides by, with the words for both. */
import { listText } from '../kernel/listText.ts'
import { unreachable } from '../kernel/unreachable.ts'

export const answers = ['yes', 'no', 'na'] as const
export type Answer = (typeof answers)[number]

/** What a percentage divides by: every answered case, or those to which the question applies. */
export const denominators = ['all-inspected-cases', 'applicable-cases'] as const
export type Denominator = (typeof denominators)[number]

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

/** Returns `Yes, no or not applicable`; empty text if cases do not answer the question. */
export function answersText(answers: readonly Answer[]): string {
  const titles = answers.map((answer, index) =>
    index === 0 ? answerTitle(answer) : answerTitle(answer).toLowerCase(),
  )
  return listText(titles, 'or')
}

/** Returns what a percentage divides by, short enough for a table. */
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

/** Returns how a question's percentage is calculated, as a sentence. */
export function denominatorSentence(question: {
  readonly answers: readonly Answer[]
  readonly denominator: Denominator
}): string {
  switch (question.denominator) {
    case 'all-inspected-cases':
      return question.answers.includes('na')
        ? 'The percentage is the number of yes answers divided by the number of all inspected cases, including those where the question does not apply.'
        : 'The percentage is the number of yes answers divided by the number of all inspected cases.'
    case 'applicable-cases':
      return 'The percentage is the number of yes answers divided by the number of cases where the question applies.'
    default:
      return unreachable(question.denominator)
  }
}
