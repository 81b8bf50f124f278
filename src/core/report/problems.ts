import { type ProblemTable, problemsOf } from '../kernel/problem.ts'

/** Report: what its rules refuse. */
export const reportRuleProblems = {
  'findings.other-inspection': {
    status: 422,
    sentence: 'The file has the findings of inspection “{found}”, not of “{inspection}”.',
    action: 'Name the inspection that the file was written for, or use the file of this inspection.',
  },
  'findings.standard-not-found': {
    status: 422,
    sentence: 'Edition {edition} has no standard “{standard}”.',
    action: 'Use a standard of the edition of this inspection.',
  },
  'findings.standard-twice': {
    status: 422,
    sentence: 'Standard {standard} is in the findings twice.',
    action: 'Put its findings in one entry.',
  },
} as const satisfies ProblemTable<'findings'>

declare module '../kernel/problem.ts' {
  interface ProblemTables {
    readonly reportRuleProblems: typeof reportRuleProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(reportRuleProblems)
