import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'
import { reportRuleProblems } from '../../core/report/problems.ts'
import { inspectionsProblems } from '../inspections/problems.ts'

/** Report: what its pages, operations and commands refuse. */
export const reportProblems = {
  'report.pdf-failed': {
    status: 503,
    sentence: 'The PDF of this report could not be made: {reason}.',
    action: 'Read the report as a web page, and tell whoever runs this workbench what is said here.',
  },
  'report.pdf-too-slow': {
    status: 503,
    sentence: 'The PDF of this report was not ready after {seconds} seconds.',
    action:
      'Read the report as a web page, shorten its findings, or try again when fewer people use the service.',
  },
  'report.pdf-too-large': {
    status: 503,
    sentence: 'The PDF of this report needs more memory than it may take.',
    action: 'Read the report as a web page, or shorten its findings.',
  },
  'report.pdf-queue-full': {
    status: 503,
    sentence: 'Too many PDFs are being made at the moment.',
    action: 'Try again in a minute, or read the report as a web page.',
    recorded: 'Too many reports at once',
  },
  'report.folder-not-writable': {
    status: 422,
    sentence: 'The folder {folder} cannot be written: {reason}.',
    action: 'Give a folder that you may write in.',
  },
  'findings.changed-meanwhile': {
    status: 409,
    sentence: 'The findings of standard {standard} were changed by {who} at {when} while you were writing.',
    action: 'Compare the two texts below, put into yours what should stay, and save again.',
  },
  'recommendations.owner-missing': {
    status: 422,
    sentence: 'It is not said who is to act on the recommendation.',
    action: 'Enter the person or body that is asked to act.',
  },
  'recommendations.text-missing': {
    status: 422,
    sentence: 'The recommendation has no text.',
    action: 'Enter what they should do.',
  },
  'recommendations.changed-meanwhile': {
    status: 409,
    sentence: 'The recommendation was changed by {who} on {when}, after you had opened it.',
    action: 'Compare the two texts below, put into yours what should stay, and save again.',
  },
  'recommendations.changed-before-removal': {
    status: 409,
    sentence: 'The recommendation was changed by {who} on {when}, after you had opened it.',
    action: 'Read it below and decide again.',
  },
  'recommendations.gone': {
    status: 404,
    sentence:
      'The recommendation is not there any more: somebody removed it, or a file took the place of all.',
    action: 'Go back to the list. What you wrote can be saved as a new one.',
  },
} as const satisfies ProblemTable<'findings' | 'recommendations' | 'report'>

declare module '../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly reportProblems: typeof reportProblems
  }
}

/** Returns a problem that this room may refuse with, its blanks filled. */
export const problem = problemsOf({ ...inspectionsProblems, ...reportRuleProblems, ...reportProblems })
