import { type ProblemTable, problemsOf } from '../kernel/problem.ts'

/** Sampling: what its rules refuse. */
export const samplingRuleProblems = {
  'sampling.fieldwork-not-a-date': {
    status: 422,
    sentence: '“{date}” is not a day on which fieldwork can start.',
    action: 'Give the Monday of the fieldwork, written as 2026-06-01.',
  },
  'sampling.fieldwork-too-early': {
    status: 422,
    sentence: 'Fieldwork cannot start on {date}: no day before {earliest} is usable.',
    action: 'Check the year, and give the Monday of the fieldwork.',
  },
  'sampling.fieldwork-not-a-monday': {
    status: 422,
    sentence: '{date} is not a Monday, and the window is counted from the Monday of the fieldwork.',
    action: 'Give the Monday of that week, {monday}, or of the week that was meant.',
  },
  'sampling.case-doubled': {
    status: 422,
    sentence: 'Case {case} stands in the list twice.',
    action: 'Leave one of the two out, or give the other its own reference.',
  },
  'sampling.excluded-case-unknown': {
    status: 422,
    sentence: 'There is no case {case} in the list to leave out.',
    action: 'Check the reference.',
  },
  'sampling.exclusion-reason-missing': {
    status: 422,
    sentence: 'The reason for leaving case {case} out is missing.',
    action: 'Write why; it is printed in the proof.',
  },
  'sampling.exclusion-name-missing': {
    status: 422,
    sentence: 'Nobody is named who decided to leave case {case} out.',
    action: 'Write the name of who decided; it is printed in the proof.',
  },
  'sampling.override-domain-unknown': {
    status: 422,
    sentence: 'There is no kind of cases “{domain}” whose size could be set.',
    action: 'Name a kind of cases that the edition samples.',
  },
  'sampling.override-doubled': {
    status: 422,
    sentence: 'The size for “{domain}” is set twice.',
    action: 'Set it once.',
  },
  'sampling.override-size-unfit': {
    status: 422,
    sentence: 'A sample of {size} cannot be drawn from the {population} eligible cases of “{domain}”.',
    action: 'Give a whole number from 0 to {population}.',
  },
  'sampling.override-reason-missing': {
    status: 422,
    sentence: 'The reason for setting the size of “{domain}” by hand is missing.',
    action: 'Write why; it is printed in the proof.',
  },
  'sampling.override-name-missing': {
    status: 422,
    sentence: 'Nobody is named who decided the size of “{domain}”.',
    action: 'Write the name of who decided; it is printed in the proof.',
  },
  'sampling.seed-missing': {
    status: 422,
    sentence: 'The seed is missing.',
    action: 'Give a text that both sides agreed in the open, such as the numbers of a public lottery.',
  },
  'sampling.no-eligible-case': {
    status: 422,
    sentence: 'No case of the list is eligible, so there is nothing to draw from.',
    action: 'Check the date of the fieldwork and the start dates of the list.',
  },
} as const satisfies ProblemTable<'sampling'>

declare module '../kernel/problem.ts' {
  interface ProblemTables {
    readonly samplingRuleProblems: typeof samplingRuleProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(samplingRuleProblems)
