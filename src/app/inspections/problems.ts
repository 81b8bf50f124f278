import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'
import { kernelProblems } from '../../core/kernel/problems.ts'

/** Inspections: what its pages, operations and commands refuse. */
export const inspectionsProblems = {
  'inspection.not-found': {
    status: 404,
    sentence: 'There is no inspection “{inspection}”.',
    action: 'Select one from the list of inspections.',
  },
  'inspection.edition-missing': {
    status: 503,
    sentence: 'The file of edition “{edition}”, to which the inspection {inspection} belongs, is missing.',
    action: 'Put the file of the edition back in the folder of editions, then restart the service.',
  },
  'inspection.service-missing': {
    status: 422,
    sentence: 'The name of the service is missing.',
    action: 'Enter the name as the service writes it.',
  },
  'inspection.edition-not-chosen': {
    status: 422,
    sentence: 'The edition of the standards is missing.',
    action: 'Select the edition under which the service is inspected.',
  },
} as const satisfies ProblemTable<'inspection'>

declare module '../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly inspectionsProblems: typeof inspectionsProblems
  }
}

/** Returns a problem that this room may refuse with, its blanks filled. */
export const problem = problemsOf({ ...kernelProblems, ...inspectionsProblems })
