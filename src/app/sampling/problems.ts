import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'
import { samplingRuleProblems } from '../../core/sampling/problems.ts'
import { frameworkProblems } from '../framework/problems.ts'

/** Sampling: what its pages, operations and commands refuse. */
export const samplingProblems = {
  'sampling.proof-not-written': {
    status: 422,
    sentence: 'The proof could not be written to {file}.',
    action: 'Name a file in a folder that exists and can be written to.',
  },
  'sampling.case-not-in-sample': {
    status: 409,
    sentence: 'Case {case} is not in the sample as it stands.',
    action: 'It may have been replaced meanwhile. Open the sample again.',
  },
  'sampling.no-reserve-left': {
    status: 409,
    sentence: 'No reserve is left to take the place of case {case}.',
    action: 'Send a new version of the case list and add cases from it, or keep the case.',
  },
  'sampling.replacement-reason-unknown': {
    status: 422,
    sentence: 'The reason for replacing the case is missing.',
    action: 'Choose one from the list.',
  },
  'sampling.replacement-note-missing': {
    status: 422,
    sentence: 'The note on why the case is replaced is missing.',
    action: 'Write what happened, for those who read the record later. Leave names out.',
  },
  'sampling.no-case-list': {
    status: 409,
    sentence: 'There is no case list to draw a sample from.',
    action: 'Send the case list first.',
  },
  'sampling.no-plan': {
    status: 409,
    sentence: 'The date of the fieldwork and the seed are not set.',
    action: 'Set them first.',
  },
  'sampling.seed-agreement-missing': {
    status: 422,
    sentence: 'It is not said who agreed the seed, and how.',
    action: 'Write who was there and where the text comes from.',
  },
  'sampling.plan-changed-meanwhile': {
    status: 409,
    sentence: 'The case list or what was decided for the draw changed after you had looked at it.',
    action: 'Check the plan on this page, then draw the sample.',
  },
  'sampling.drawn-already': {
    status: 409,
    sentence: 'The sample of this inspection is drawn, and a sample is never drawn again.',
    action: 'Open the sample to see it, to replace a case or to add cases from a new version of the list.',
  },
  'sampling.not-drawn': {
    status: 404,
    sentence: 'The sample of this inspection is not drawn yet.',
    action: 'Set the date of the fieldwork and the seed, then draw it.',
  },
  'sampling.size-not-whole': {
    status: 422,
    sentence: '“{value}” is not a whole number of cases.',
    action: 'Write it in figures.',
  },
  'sampling.no-newer-version': {
    status: 409,
    sentence:
      'There is no version of the case list after version {version}, which the sample has taken into account.',
    action: 'Send a new version of the list first.',
  },
  'sampling.top-up-reason-missing': {
    status: 422,
    sentence: 'The reason for adding cases is missing.',
    action: 'Write why; it is kept with the sample.',
  },
} as const satisfies ProblemTable<'sampling'>

declare module '../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly samplingProblems: typeof samplingProblems
  }
}

/** Returns a problem that this room may refuse with, its blanks filled. */
export const problem = problemsOf({ ...frameworkProblems, ...samplingRuleProblems, ...samplingProblems })
