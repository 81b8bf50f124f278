import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'
import { reportRuleProblems } from '../../core/report/problems.ts'
import { inspectionsProblems } from '../inspections/problems.ts'

/** Report: what its pages, operations and commands refuse. */
export const reportProblems = {
  'report.pdf-failed': {
    status: 503,
    sentence: 'The PDF of this report could not be made: {reason}.',
    action: 'Read the report as a web page, and send this message to the people who run this service.',
  },
  'report.pdf-too-slow': {
    status: 503,
    sentence: 'The PDF of this report was not ready after {seconds} seconds.',
    action:
      'Read the report as a web page, shorten its findings, or try again when the service is less busy.',
  },
  'report.pdf-too-large': {
    status: 503,
    sentence: 'The PDF of this report needs too much memory.',
    action: 'Read the report as a web page, or shorten its findings.',
  },
  'report.pdf-queue-full': {
    status: 503,
    sentence: 'This service is making too many PDFs.',
    action: 'Try again in a minute, or read the report as a web page.',
    recorded: 'Too many reports at once',
  },
  'report.folder-not-writable': {
    status: 422,
    sentence: 'The report could not be written to the folder {folder}: {reason}.',
    action: 'Use a folder that you can write to.',
  },
  'findings.changed-meanwhile': {
    status: 409,
    sentence: '{who} changed the findings of standard {standard} on {when}, while you were writing.',
    action: 'Compare the two texts below, change yours so that nothing is missing, and save again.',
  },
  'recommendations.owner-missing': {
    status: 422,
    sentence: 'Enter who should act on this recommendation.',
    action: 'Name a person or body, for example the chair of the board.',
  },
  'recommendations.text-missing': {
    status: 422,
    sentence: 'Enter the recommendation.',
    action: 'Say what the person or body should do.',
  },
  'recommendations.changed-meanwhile': {
    status: 409,
    sentence: '{who} changed this recommendation on {when}, after you opened it.',
    action: 'Compare the two texts below, change yours so that nothing is missing, and save again.',
  },
  'recommendations.changed-before-removal': {
    status: 409,
    sentence: '{who} changed this recommendation on {when}, after you opened it.',
    action: 'Read the new text below and decide again.',
  },
  'recommendations.gone': {
    status: 404,
    sentence:
      'This recommendation no longer exists. Someone removed it, or replaced all recommendations with a file.',
    action: 'Go back to the list, or save what you wrote as a new recommendation.',
  },
} as const satisfies ProblemTable<'findings' | 'recommendations' | 'report'>

declare module '../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly reportProblems: typeof reportProblems
  }
}

/** Returns a problem that this room may refuse with, its blanks filled. */
export const problem = problemsOf({ ...inspectionsProblems, ...reportRuleProblems, ...reportProblems })
