import { intakeRuleProblems } from '../../core/intake/problems.ts'
import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'
import { kernelProblems } from '../../core/kernel/problems.ts'
import { ratingsRuleProblems } from '../../core/ratings/problems.ts'
import { fileProblems } from '../../platform/problems.ts'
import { inspectionsProblems } from '../inspections/problems.ts'

/** Ratings: what its pages, operations and commands refuse. */
export const ratingsProblems = {
  'inspection.standard-not-found': {
    status: 404,
    sentence: 'Edition {edition}, to which this inspection belongs, has no standard “{standard}”.',
    action: 'Choose a standard from the inspection’s ratings.',
  },
  'inspection.exists': {
    status: 409,
    sentence: 'The inspection {inspection} is stored already.',
    action:
      'To replace it on purpose, say so and give the reason; what was there before is kept in the audit log.',
  },
  'inspection.withdrawn': {
    status: 409,
    sentence: 'The inspection {inspection} was withdrawn.',
    action: 'Announce it again if it takes place after all.',
  },
  'inspection.edition-pinned': {
    status: 409,
    sentence: 'The inspection {inspection} belongs to edition {edition} and cannot be moved to another.',
    action: 'Import figures of that edition, or import these under another service or month.',
  },
  'inspection.fieldwork-begun': {
    status: 409,
    sentence:
      'Fieldwork of {inspection} has begun: an import would withdraw cases that are assessed here ({count}).',
    action:
      'Change answers on the pages of the cases or by the API, or import these under another service or month.',
  },
  'inspection.twice-in-file': {
    status: 422,
    sentence: 'The inspection {inspection} stands in the file twice.',
    action: 'Keep one of the two.',
  },
  'inspection.replace-without-reason': {
    status: 422,
    sentence: 'The reason for replacing a stored inspection is missing.',
    action: 'Give the reason; it is kept in the audit log.',
  },
  'inspection.date-missing': {
    status: 422,
    sentence: 'The inspection of {service} says neither when it was published nor when fieldwork started.',
    action: 'Give one of the two, so that the inspection can be told from others of the same service.',
  },
  'inspection.file-not-chosen': {
    status: 422,
    sentence: 'No file was chosen for the {what}.',
    action: 'Choose the file on your computer.',
  },
  'inspection.service-unprintable': {
    status: 422,
    sentence: 'The name of the service, “{service}”, has characters that cannot be printed.',
    action: 'Delete the characters that are shown in angle brackets.',
  },
  'inspection.cases-not-whole': {
    status: 422,
    sentence: '“{value}” is not a number of cases.',
    action: 'Give a whole number that is not below zero.',
  },
  'table.column-missing': {
    status: 422,
    sentence: 'The header has no column “{column}”.',
    action: 'Add it; the columns are {columns}.',
  },
  'table.column-unknown': {
    status: 422,
    sentence: 'The header has a column “{column}” that is not known.',
    action: 'Take it out or correct its name; the columns are {columns}.',
  },
  'table.column-twice': {
    status: 422,
    sentence: 'The header names the column “{column}” more than once.',
    action: 'Keep one of them.',
  },
  'table.cells-differ': {
    status: 422,
    sentence: 'The row has {cells} cells where the header has {columns}.',
    action: 'Give the row one cell for each column; put a value that holds the delimiter in quotation marks.',
  },
  'table.cell-empty': {
    status: 422,
    sentence: 'The cell is empty.',
    action: 'Fill it in; leave the whole row out where a case has not answered the question yet.',
  },
  'table.row-incomplete': {
    status: 422,
    sentence: 'Only {filled} of the {columns} cells of this row are filled.',
    action: 'Remove the row if it is a total or a footer, or fill in its cells.',
  },
  'table.no-rows': {
    status: 422,
    sentence: 'There is no row under the header.',
    action: 'Choose the file that holds the rows.',
  },
  'table.not-readable': {
    status: 422,
    sentence: 'The table cannot be read from here on: {fault}.',
    action:
      'Check the quotation marks in this line. A value with a quotation mark in it is quoted, and the mark doubled.',
  },
  'ratings.edition-not-found': {
    status: 422,
    sentence: 'There is no edition “{edition}”.',
    action: 'Use one of: {known}.',
  },
  'ratings.answers-in-conflict': {
    status: 403,
    sentence: 'These are the answers of all cases, and you have a conflict of interest with some of them.',
    action: 'Ask the lead inspector for what you need, or somebody else to download the answers.',
    recorded: 'Answers of cases barred by a conflict of interest',
  },
  'ratings.no-answers-to-export': {
    status: 422,
    sentence: 'The inspection {inspection} has no answers of cases.',
    action:
      'Name an inspection whose cases were answered or imported; the ratings page shows figures that were given otherwise.',
  },
  'ratings.export-not-written': {
    status: 422,
    sentence: 'Nothing was written into the folder {folder}: {reason}.',
    action: 'Give a new folder, or one that you may write in and that has no earlier export.',
  },
} as const satisfies ProblemTable<'inspection' | 'ratings' | 'table'>

declare module '../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly ratingsProblems: typeof ratingsProblems
  }
}

/** Returns a problem that this room may refuse with, its blanks filled. */
export const problem = problemsOf({
  ...inspectionsProblems,
  ...intakeRuleProblems,
  ...kernelProblems,
  ...ratingsRuleProblems,
  ...fileProblems,
  ...ratingsProblems,
})
