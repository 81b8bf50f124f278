import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'
import { samplingRuleProblems } from '../../core/sampling/problems.ts'
import { frameworkProblems } from '../framework/problems.ts'

/** Sampling: what its pages, operations and commands refuse. */
export const samplingProblems = {
  'sampling.proof-not-written': {
    status: 422,
    sentence: 'We could not write the proof to {file}.',
    action: 'Name a file in a folder that exists and that you can write to.',
  },
  'sampling.case-not-in-sample': {
    status: 409,
    sentence: 'Case {case} is not in the sample.',
    action: 'It may have been replaced since you opened the page. Open the sample again.',
  },
  'sampling.no-reserve-left': {
    status: 409,
    sentence: 'There are no reserves left to replace case {case}.',
    action: 'Upload a new version of the case list and add cases from it, or do not replace the case.',
  },
  'sampling.replacement-reason-unknown': {
    status: 422,
    sentence: 'The reason for replacing the case is missing.',
    action: 'Select a reason.',
  },
  'sampling.replacement-note-missing': {
    status: 422,
    sentence: 'The note about why the case is replaced is missing.',
    action: 'Enter what happened, for people who read the record later. Do not include names.',
  },
  'sampling.no-case-list': {
    status: 409,
    sentence: 'There is no case list to draw a sample from.',
    action: 'Upload the case list first.',
  },
  'sampling.no-plan': {
    status: 409,
    sentence: 'The start of fieldwork and the seed are not set.',
    action: 'Set them first.',
  },
  'sampling.seed-agreement-missing': {
    status: 422,
    sentence: 'How the seed was agreed is missing.',
    action: 'Enter who agreed the seed and where it comes from.',
  },
  'sampling.plan-changed-meanwhile': {
    status: 409,
    sentence: 'The case list or the plan of the draw has changed since you opened this page.',
    action: 'Check the plan on this page, then draw the sample.',
  },
  'sampling.drawn-already': {
    status: 409,
    sentence: 'The sample of this inspection has been drawn. You cannot draw it again.',
    action: 'Open the sample to see it, replace a case, or add cases from a new version of the list.',
  },
  'sampling.not-drawn': {
    status: 404,
    sentence: 'The sample of this inspection has not been drawn.',
    action: 'Set the start of fieldwork and the seed, then draw it.',
  },
  'sampling.size-not-whole': {
    status: 422,
    sentence: '“{value}” is not a whole number of cases.',
    action: 'Enter the number of cases in figures.',
  },
  'sampling.no-newer-version': {
    status: 409,
    sentence: 'There is no version of the case list after version {version}, on which the sample is based.',
    action: 'Upload a new version of the list first.',
  },
  'sampling.top-up-reason-missing': {
    status: 422,
    sentence: 'The reason why the list changed is missing.',
    action: 'Enter a reason. It is stored with the sample.',
  },
} as const satisfies ProblemTable<'sampling'>

declare module '../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly samplingProblems: typeof samplingProblems
  }
}

/** Returns a problem that this room may refuse with, its blanks filled. */
export const problem = problemsOf({ ...frameworkProblems, ...samplingRuleProblems, ...samplingProblems })
