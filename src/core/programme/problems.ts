import { type ProblemTable, problemsOf } from '../kernel/problem.ts'

const notReady = 'Move to a stage before everything was ready'

/** Programme: what its rules refuse. */
export const programmeRuleProblems = {
  'programme.stage-out-of-order': {
    status: 409,
    sentence: 'You cannot move an inspection from “{from}” to “{to}”.',
    action: 'Move one stage at a time: {possible}.',
    recorded: 'Move to a stage out of order',
  },
  'programme.reason-missing': {
    status: 422,
    sentence: 'The reason for going back is missing.',
    action: 'Enter why the inspection goes back. The reason is shown in its history.',
  },
  'programme.reason-unsigned': {
    status: 422,
    sentence: 'The reason why cases are not signed is missing.',
    action: 'Sign these cases, or enter why they are not signed: {cases}.',
  },
  'programme.cases-unsigned': {
    status: 409,
    sentence: 'Cases are not signed, and nobody has explained why: {cases}.',
    action:
      'Go back to the Ratings stage and sign them, or enter why they are not signed when you move on from there.',
    recorded: notReady,
  },
  'programme.values-undecided': {
    status: 409,
    sentence: 'The figures are provisional until you resolve {conflicts}.',
    action: 'Use the page of each case that has a conflict.',
    recorded: notReady,
  },
  'programme.standard-unrated': {
    status: 409,
    sentence: 'Standard {standard} is not rated.',
    action: 'Complete its figures or its judgement, or mark it as not rated and enter the reason.',
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
    action: 'Propose the publication when nothing is missing.',
    recorded: 'Publication without a proposal',
  },
  'programme.second-person': {
    status: 409,
    sentence: 'Publication needs a second person: you proposed it.',
    action: 'Ask someone else with permission to publish. The publication page lists their names.',
    recorded: 'Publication that needs another person',
  },
  'programme.report-changed': {
    status: 409,
    sentence: 'The report has changed since its publication was proposed.',
    action: 'Read the report again, then propose the publication again.',
    recorded: 'Publication of a report that had changed',
  },
} as const satisfies ProblemTable<'programme'>

declare module '../kernel/problem.ts' {
  interface ProblemTables {
    readonly programmeRuleProblems: typeof programmeRuleProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(programmeRuleProblems)
