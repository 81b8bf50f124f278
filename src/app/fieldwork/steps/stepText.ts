/** What pages say of the steps of a case. */
import type { CaseStep } from '../../../core/fieldwork/caseProgress.ts'

type StepText = {
  readonly button: string
  /** The label of the text that the step needs; null if it needs none. */
  readonly comment: string | null
  /** What was done. */
  readonly past: string
  /** Who took the step, and when. */
  readonly sentence: (name: string, at: string) => string
}

export const stepTexts: Readonly<Record<CaseStep, StepText>> = {
  'hand-in': {
    button: 'Hand in this case',
    comment: null,
    past: 'Handed in the case',
    sentence: (name, at) => `${name} handed in the case on ${at}.`,
  },
  'take-back': {
    button: 'Take back this case',
    comment: null,
    past: 'Took back the case',
    sentence: (name, at) => `${name} took back the case on ${at}.`,
  },
  check: {
    button: 'Mark as checked',
    comment: null,
    past: 'Checked the case',
    sentence: (name, at) => `${name} checked the case on ${at}.`,
  },
  return: {
    button: 'Return with comments',
    comment: 'Comments for the inspector',
    past: 'Returned the case',
    sentence: (name, at) => `${name} returned the case on ${at}.`,
  },
  sign: {
    button: 'Sign this case',
    comment: null,
    past: 'Signed the case',
    sentence: (name, at) => `${name} signed the case on ${at}.`,
  },
  reopen: {
    button: 'Reopen as a new version',
    comment: 'Reason for reopening this case',
    past: 'Reopened the case',
    sentence: (name, at) => `${name} reopened the case on ${at}.`,
  },
}

/** Steps that follow from the case list or the sample, and that nobody takes on the page of a case. */
const otherTexts: Readonly<Record<string, Pick<StepText, 'past' | 'sentence'>>> = {
  list: {
    past: 'Added the case again',
    sentence: (name, at) => `${name} added the case again on ${at}.`,
  },
  withdraw: {
    past: 'Withdrew the case',
    sentence: (name, at) => `${name} withdrew the case on ${at}.`,
  },
}

/** Returns what pages say of a step after it happened. */
export function textOfTakenStep(step: string): Pick<StepText, 'past' | 'sentence'> {
  const text = Object.entries(stepTexts).find(([name]) => name === step)?.[1] ?? otherTexts[step]
  if (text === undefined) throw new RangeError(`no step of a case is called ${step}`)
  return text
}
