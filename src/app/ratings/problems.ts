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
    sentence: 'Edition {edition} of this inspection has no standard “{standard}”.',
    action: 'Select a standard from the ratings of the inspection.',
  },
  'inspection.exists': {
    status: 409,
    sentence: 'The inspection {inspection} already exists.',
    action:
      'To replace it, select “Replace it” (--replace on the command line) and enter the reason. The audit log keeps what was there before.',
  },
  'inspection.withdrawn': {
    status: 409,
    sentence: 'The inspection {inspection} was withdrawn.',
    action: 'Announce it again if it is going ahead.',
  },
  'inspection.edition-pinned': {
    status: 409,
    sentence: 'The inspection {inspection} belongs to edition {edition} and cannot move to another.',
    action: 'Import figures of that edition, or import these under another service or month.',
  },
  'inspection.fieldwork-begun': {
    status: 409,
    sentence: 'You cannot replace the answers of {inspection}, because fieldwork has begun with {cases}.',
    action:
      'Change the answers on the pages of the cases or through the API, or import these under another service or month.',
  },
  'inspection.twice-in-file': {
    status: 422,
    sentence: 'The inspection {inspection} is in the file twice.',
    action: 'Remove one of the two.',
  },
  'inspection.replace-without-reason': {
    status: 422,
    sentence: 'Enter why you are replacing the inspection.',
    action: 'The reason is saved in the audit log.',
  },
  'inspection.date-missing': {
    status: 422,
    sentence: 'The inspection of {service} has no date of publication and no start of fieldwork.',
    action: 'Add one of the two. It identifies the inspection among others of the same service.',
  },
  'inspection.file-not-chosen': {
    status: 422,
    sentence: 'Select the {what} file.',
    action: 'Choose the file on your computer and send the form again.',
  },
  'inspection.service-unprintable': {
    status: 422,
    sentence: 'The name of the service, “{service}”, has characters that cannot be printed.',
    action: 'Delete the characters shown in angle brackets.',
  },
  'inspection.cases-not-whole': {
    status: 422,
    sentence: '“{value}” is not a number of cases.',
    action: 'Enter a whole number that is 0 or more.',
  },
  'table.column-missing': {
    status: 422,
    sentence: 'The header has no column “{column}”.',
    action: 'Add the column. The columns are {columns}.',
  },
  'table.column-unknown': {
    status: 422,
    sentence: 'The column “{column}” does not belong in this file.',
    action: 'Remove it or correct its name. The columns are {columns}.',
  },
  'table.column-twice': {
    status: 422,
    sentence: 'The header has the column “{column}” more than once.',
    action: 'Remove all but one of them.',
  },
  'table.cells-differ': {
    status: 422,
    sentence: 'The number of cells in this row ({cells}) is not the number of columns ({columns}).',
    action:
      'Give the row one cell for each column. Put a value that contains the delimiter in quotation marks.',
  },
  'table.cell-empty': {
    status: 422,
    sentence: 'The cell is empty.',
    action: 'Fill in the cell. If a case has no answer to the question yet, remove the whole row.',
  },
  'table.row-incomplete': {
    status: 422,
    sentence: 'This row has values in only {filled} of its {columns} cells.',
    action: 'Remove the row if it is a total or a footer. Otherwise, fill in its cells.',
  },
  'table.no-rows': {
    status: 422,
    sentence: 'The file has a header but no rows.',
    action: 'Select a file that has rows.',
  },
  'table.not-readable': {
    status: 422,
    sentence: 'We could not read the table from this line on: {fault}.',
    action:
      'Check the quotation marks in this line. Put a value that contains a quotation mark in quotation marks, and double the mark inside it.',
  },
  'ratings.edition-not-found': {
    status: 422,
    sentence: 'There is no edition “{edition}”.',
    action: 'Use one of: {known}.',
  },
  'ratings.answers-in-conflict': {
    status: 403,
    sentence:
      'You cannot download the answers of all cases, because you have a conflict of interest with at least one of them.',
    action: 'Ask the lead inspector for what you need, or ask someone else to download the answers.',
    recorded: 'Answers of cases barred by a conflict of interest',
  },
  'ratings.no-answers-to-export': {
    status: 422,
    sentence: 'The inspection {inspection} has no answers of cases.',
    action:
      'Select an inspection whose cases were answered or imported. The ratings page shows the figures of this one.',
  },
  'ratings.export-not-written': {
    status: 422,
    sentence: 'The files could not be written to the folder {folder}: {reason}.',
    action: 'Use a new folder, or one that you can write to and that has no earlier export.',
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
