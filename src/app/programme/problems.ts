import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'
import { requestProblems } from '../../platform/http/problems.ts'
import { peopleProblems } from '../people/problems.ts'

const notReady = 'Move to a stage before everything was ready'

/** Programme: what its pages, operations and commands refuse. */
export const programmeProblems = {
  'programme.lead-missing': {
    status: 409,
    sentence: 'The inspection has no lead inspector.',
    action: 'Give someone the role.',
    recorded: notReady,
  },
  'programme.cases-not-open': {
    status: 409,
    sentence: 'Fieldwork has not begun for {cases}.',
    action: 'Begin fieldwork to open them for their assessors.',
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
