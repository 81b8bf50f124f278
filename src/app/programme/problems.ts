import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'
import { requestProblems } from '../../platform/http/problems.ts'
import { peopleProblems } from '../people/problems.ts'

const notReady = 'Stage of an inspection before all was there'

/** Programme: what its pages, operations and commands refuse. */
export const programmeProblems = {
  'programme.lead-missing': {
    status: 409,
    sentence: 'Nobody is the lead inspector.',
    action: 'Give somebody the role.',
    recorded: notReady,
  },
  'programme.cases-not-open': {
    status: 409,
    sentence: 'Cases of the sample that are not open yet: {count}.',
    action: 'Begin fieldwork, which opens them for those who have them.',
    recorded: notReady,
  },
} as const satisfies ProblemTable<'programme'>

declare module '../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly programmeProblems: typeof programmeProblems
  }
}

/** Returns a problem that this room may refuse with, its blanks filled. */
export const problem = problemsOf({ ...peopleProblems, ...requestProblems, ...programmeProblems })
