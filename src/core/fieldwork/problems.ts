import { type ProblemTable, problemsOf } from '../kernel/problem.ts'
import { allocationRuleProblems } from '../sampling/allocation/problems.ts'

/** Fieldwork: what its rules refuse. */
export const fieldworkRuleProblems = {
  'fieldwork.question-not-asked': {
    status: 422,
    sentence: 'Question “{question}” does not apply to this case.',
    action: 'Use a question that the edition of the inspection asks about cases of this kind.',
  },
  'fieldwork.fact-not-found': {
    status: 422,
    sentence: 'There is no fact called “{fact}”.',
    action: 'Use one of the facts on the page “About the case”.',
  },
  'fieldwork.value-not-allowed': {
    status: 422,
    sentence: '“{value}” cannot be recorded for {item}.',
    action: 'Use one of these values: {allowed}.',
  },
  'fieldwork.age-impossible': {
    status: 422,
    sentence: '“{value}” is not an age from {youngest} to {oldest}.',
    action: 'Enter a whole number such as 15, or “not known” if the case file does not say.',
  },
  'fieldwork.time-impossible': {
    status: 422,
    sentence: '“{value}” is not a date and a time.',
    action: 'Enter the date and the time as 2026-06-01T10:30, in the year 2000 or later.',
  },
  'fieldwork.time-skipped': {
    status: 422,
    sentence: 'The time {value} does not exist, because the clocks go forward from 1am to 2am.',
    action: 'Enter a time before 1am, or 2am or later.',
  },
  'fieldwork.text-unreadable': {
    status: 422,
    sentence:
      'We cannot save this text, because it contains a character that cannot be stored, such as half an emoji.',
    action: 'Delete the character, or enter the text again.',
  },
  'fieldwork.conflict-not-found': {
    status: 404,
    sentence: 'There are no conflicts to resolve.',
    action: 'Go back to the case. Someone else may have resolved the conflict.',
  },
  'fieldwork.reason-missing': {
    status: 422,
    sentence: 'Enter the reason for your decision.',
    action: 'Explain in a sentence why this value is right. Your reason is saved in the history.',
  },
  'fieldwork.conflict-moved-on': {
    status: 409,
    sentence: 'The value changed again after you opened this page.',
    action: 'Compare the values again and select one.',
  },
  'fieldwork.step-not-now': {
    status: 409,
    sentence: 'You cannot {step} this case because it is {status}.',
    action: 'Check the status of the case. Someone else may have changed it.',
    recorded: 'Step of a case out of order',
  },
  'fieldwork.comment-missing': {
    status: 422,
    sentence: 'Enter why you want to {step} this case.',
    action: 'Your text is saved with the case.',
  },
  'fieldwork.case-incomplete': {
    status: 422,
    sentence: 'This case is not complete. {missing}.',
    action: 'Complete everything that the page of the case lists as missing.',
  },
  'fieldwork.sample-missing': {
    status: 409,
    sentence: 'There is no sample, so there are no cases to inspect.',
    action: 'Draw the sample and allocate its cases first.',
  },
  'fieldwork.cases-with-nobody': {
    status: 409,
    sentence: 'Some sampled cases have not been allocated ({cases}).',
    action: 'Propose the allocation, or allocate each case yourself.',
  },
  'fieldwork.assessor-without-account': {
    status: 409,
    sentence: '{assessor} has been allocated cases but has no account.',
    action: 'Open this person in the allocation and select their account.',
  },
  'fieldwork.cases-imported': {
    status: 409,
    sentence:
      'Some cases of this inspection were imported with their answers and are not in the sample ({cases}).',
    action:
      'Leave this inspection as it was imported. Begin fieldwork in an inspection without imported answers.',
  },
} as const satisfies ProblemTable<'fieldwork'>

declare module '../kernel/problem.ts' {
  interface ProblemTables {
    readonly fieldworkRuleProblems: typeof fieldworkRuleProblems
  }
}

/** Returns a problem that these rules may refuse with, its blanks filled. */
export const problem = problemsOf({ ...allocationRuleProblems, ...fieldworkRuleProblems })
