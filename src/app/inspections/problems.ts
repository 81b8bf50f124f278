import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'
import { kernelProblems } from '../../core/kernel/problems.ts'

/** Inspections: what its pages, operations and commands refuse. */
export const inspectionsProblems = {
  'inspection.not-found': {
    status: 404,
    sentence: 'There is no inspection “{inspection}”.',
    action: 'Choose one from the list of inspections.',
  },
  'inspection.edition-missing': {
    status: 503,
    sentence: 'The inspection {inspection} belongs to edition “{edition}”, whose file is not there.',
    action: 'Put the edition’s file back into the folder of editions and start again.',
  },
  'inspection.service-missing': {
    status: 422,
    sentence: 'The name of the service is missing.',
    action: 'Give the name as the service itself writes it.',
  },
  'inspection.edition-not-chosen': {
    status: 422,
    sentence: 'The edition of the standards is missing.',
    action: 'Choose the edition under which the service was inspected.',
  },
} as const satisfies ProblemTable<'inspection'>

declare module '../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly inspectionsProblems: typeof inspectionsProblems
  }
}

/** Returns a problem that this room may refuse with, its blanks filled. */
export const problem = problemsOf({ ...kernelProblems, ...inspectionsProblems })
