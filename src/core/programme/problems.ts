import { type ProblemTable, problemsOf } from '../kernel/problem.ts'

const notReady = 'Stage of an inspection before all was there'

/** Programme: what its rules refuse. */
export const programmeRuleProblems = {
  'programme.stage-out-of-order': {
    status: 409,
    sentence: 'You cannot move an inspection from “{from}” to “{to}”.',
    action: 'Go one step at a time: {possible}.',
    recorded: 'Stage of an inspection out of order',
  },
  'programme.reason-missing': {
    status: 422,
    sentence: 'The reason for going back is missing.',
    action: 'Say in a sentence why; it stays in the history.',
  },
  'programme.reason-unsigned': {
    status: 422,
    sentence: 'The reason why inspected cases stay unsigned is missing.',
    action: 'Sign them, or say why not: {cases}.',
  },
  'programme.cases-unsigned': {
    status: 409,
    sentence: 'Inspected cases are not signed, and nobody said why: {cases}.',
    action:
      'Go back to the stage “Ratings” and sign them, or say why they stay unsigned when you come from there.',
    recorded: notReady,
  },
  'programme.values-undecided': {
    status: 409,
    sentence: 'The figures are provisional. Entries with several values of which none is decided: {count}.',
    action: 'Decide them on the pages of their cases.',
    recorded: notReady,
  },
  'programme.standard-unrated': {
    status: 409,
    sentence: 'Standard {standard} is not rated.',
    action: 'Complete its figures or its judgement, or declare it unrated with the reason.',
    recorded: notReady,
  },
  'programme.overall-missing': {
    status: 409,
    sentence: 'There is no overall rating.',
    action: 'Rate every standard that is scored.',
    recorded: notReady,
  },
  'programme.findings-missing': {
    status: 409,
    sentence: 'There are no findings for standard {standard}.',
    action: 'Enter its strengths or its areas for improvement.',
    recorded: notReady,
  },
  'programme.not-proposed': {
    status: 409,
    sentence: 'Nobody has proposed the publication.',
    action: 'Propose it when nothing is missing.',
    recorded: 'Publication that nobody proposed',
  },
  'programme.second-person': {
    status: 409,
    sentence: 'Publication needs a second person: you proposed it.',
    action: 'Ask somebody else who may publish; the page of the publication names them.',
    recorded: 'Publication that needs another person',
  },
  'programme.report-changed': {
    status: 409,
    sentence: 'The report has changed since its publication was proposed.',
    action: 'Read it again and propose it again.',
    recorded: 'Publication of a report that changed meanwhile',
  },
} as const satisfies ProblemTable<'programme'>

declare module '../kernel/problem.ts' {
  interface ProblemTables {
    readonly programmeRuleProblems: typeof programmeRuleProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(programmeRuleProblems)
