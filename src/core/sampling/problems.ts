import { type ProblemTable, problemsOf } from '../kernel/problem.ts'

/** Sampling: what its rules refuse. */
export const samplingRuleProblems = {
  'sampling.fieldwork-not-a-date': {
    status: 422,
    sentence: '“{date}” is not a day on which fieldwork can start.',
    action: 'Enter the Monday when fieldwork starts, for example 2026-06-01.',
  },
  'sampling.fieldwork-too-early': {
    status: 422,
    sentence: 'Fieldwork cannot start on {date}, because days before {earliest} cannot be used.',
    action: 'Check the year and enter the Monday when fieldwork starts.',
  },
  'sampling.fieldwork-not-a-monday': {
    status: 422,
    sentence: '{date} is not a Monday. The start dates of eligible cases are counted back from a Monday.',
    action: 'Enter the Monday of that week, {monday}, or another Monday.',
  },
  'sampling.case-doubled': {
    status: 422,
    sentence: 'Case {case} is in the list twice.',
    action: 'Remove one of the two, or give the other a different reference.',
  },
  'sampling.excluded-case-unknown': {
    status: 422,
    sentence: 'There is no case {case} in the list.',
    action: 'Check the reference of the case you want to leave out.',
  },
  'sampling.exclusion-reason-missing': {
    status: 422,
    sentence: 'The reason for leaving out case {case} is missing.',
    action: 'Enter a reason. The proof will include it.',
  },
  'sampling.exclusion-name-missing': {
    status: 422,
    sentence: 'The name of the person who decided to leave out case {case} is missing.',
    action: 'Enter who decided. The proof will include the name.',
  },
  'sampling.override-domain-unknown': {
    status: 422,
    sentence: 'You cannot set a size for “{domain}”, because the edition does not sample cases of this kind.',
    action: 'Enter a kind of case that the edition samples.',
  },
  'sampling.override-doubled': {
    status: 422,
    sentence: 'The size for “{domain}” is set twice.',
    action: 'Set it once.',
  },
  'sampling.override-size-unfit': {
    status: 422,
    sentence: 'You cannot draw {size} from the {population} eligible cases of “{domain}”.',
    action: 'Enter a whole number from 0 to {population}.',
  },
  'sampling.override-reason-missing': {
    status: 422,
    sentence: 'The reason for setting the size of “{domain}” by hand is missing.',
    action: 'Enter a reason. The proof will include it.',
  },
  'sampling.override-name-missing': {
    status: 422,
    sentence: 'The name of the person who decided the size of “{domain}” is missing.',
    action: 'Enter who decided. The proof will include the name.',
  },
  'sampling.seed-missing': {
    status: 422,
    sentence: 'The seed is missing.',
    action: 'Enter a seed that both sides agreed openly, for example lottery numbers on an agreed date.',
  },
  'sampling.no-eligible-case': {
    status: 422,
    sentence: 'No case in the list is eligible, so there is nothing to draw from.',
    action: 'Check the start of fieldwork and the start dates in the list.',
  },
} as const satisfies ProblemTable<'sampling'>

declare module '../kernel/problem.ts' {
  interface ProblemTables {
    readonly samplingRuleProblems: typeof samplingRuleProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(samplingRuleProblems)
