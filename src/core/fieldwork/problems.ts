import { type ProblemTable, problemsOf } from '../kernel/problem.ts'
import { allocationRuleProblems } from '../sampling/allocation/problems.ts'

/** Fieldwork: what its rules refuse. */
export const fieldworkRuleProblems = {
  'fieldwork.question-not-asked': {
    status: 422,
    sentence: 'This case is not asked the question “{question}”.',
    action: 'Use a question of the inspection’s edition for cases of this kind.',
  },
  'fieldwork.fact-not-found': {
    status: 422,
    sentence: 'There is no fact “{fact}” to record about a case.',
    action: 'Use one of the facts of the case’s page.',
  },
  'fieldwork.value-not-allowed': {
    status: 422,
    sentence: '“{value}” cannot be recorded for {item}.',
    action: 'Use one of: {allowed}.',
  },
  'fieldwork.age-impossible': {
    status: 422,
    sentence: '“{value}” is not an age from {youngest} to {oldest} in whole years.',
    action: 'Write it as 15, or “not known” where the file does not say it.',
  },
  'fieldwork.time-impossible': {
    status: 422,
    sentence: '“{value}” is not a day and a time.',
    action: 'Enter the date and the time as 2026-06-01T10:30, in the year 2000 or later.',
  },
  'fieldwork.time-skipped': {
    status: 422,
    sentence: 'There is no such time as {value}: the clocks go forward from 1am to 2am.',
    action: 'Enter a time before 1am, or from 2am on.',
  },
  'fieldwork.text-unreadable': {
    status: 422,
    sentence: 'The text contains a character that cannot be stored, such as half an emoji.',
    action: 'Delete the character, or type the text again.',
  },
  'fieldwork.conflict-not-found': {
    status: 404,
    sentence: 'Nothing is left to decide here.',
    action: 'Go back to the case; somebody else may have decided.',
  },
  'fieldwork.reason-missing': {
    status: 422,
    sentence: 'Enter the reason for your decision.',
    action: 'Say in a sentence why this value is right; it stays in the history.',
  },
  'fieldwork.conflict-moved-on': {
    status: 409,
    sentence: 'The value changed again after you had looked at it.',
    action: 'Look at the values anew and decide.',
  },
  'fieldwork.step-not-now': {
    status: 409,
    sentence: 'A case that is “{status}” cannot take the step “{step}”.',
    action: 'Look at where the case stands now; somebody else may have moved it.',
    recorded: 'Step of a case out of order',
  },
  'fieldwork.comment-missing': {
    status: 422,
    sentence: 'The words for “{step}” are missing.',
    action: 'Say in a sentence why; it stays with the case.',
  },
  'fieldwork.case-incomplete': {
    status: 422,
    sentence: 'The case lacks {count} things.',
    action: 'Complete what the case’s page lists as missing.',
  },
  'fieldwork.sample-missing': {
    status: 409,
    sentence: 'There is no sample, so there are no cases to inspect.',
    action: 'Draw the sample and allocate its cases first.',
  },
  'fieldwork.cases-with-nobody': {
    status: 409,
    sentence: 'Cases of the sample that are with nobody: {count}.',
    action: 'Propose the allocation, or give them by hand.',
  },
  'fieldwork.assessor-without-account': {
    status: 409,
    sentence: '{assessor} has cases and no account with which to assess them.',
    action: 'Open the person in the allocation and choose their account.',
  },
  'fieldwork.cases-imported': {
    status: 409,
    sentence: 'The inspection has cases that were imported with their answers, and not drawn: {count}.',
    action:
      'Leave the inspection as it was imported; draw and inspect the sample of one without imported answers.',
  },
} as const satisfies ProblemTable<'fieldwork'>

declare module '../kernel/problem.ts' {
  interface ProblemTables {
    readonly fieldworkRuleProblems: typeof fieldworkRuleProblems
  }
}

/** Returns a problem that these rules may refuse with, its blanks filled. */
export const problem = problemsOf({ ...allocationRuleProblems, ...fieldworkRuleProblems })
