import { intakeRuleProblems } from '../../core/intake/problems.ts'
import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'
import { requestProblems } from '../../platform/http/problems.ts'
import { fileProblems } from '../../platform/problems.ts'
import { frameworkProblems } from '../framework/problems.ts'
import { inspectionsProblems } from '../inspections/problems.ts'

/** Intake: what its pages, operations and commands refuse. */
export const intakeProblems = {
  'intake.upload-not-found': {
    status: 404,
    sentence: 'This list is not waiting any more: it was taken, given up, or sent more than a day ago.',
    action: 'Send the file again.',
  },
  'intake.version-not-found': {
    status: 404,
    sentence: 'There is no version {version} of this case list.',
    action: 'Choose one from the versions of the list.',
  },
  'intake.list-unchanged': {
    status: 409,
    sentence: 'The file is the same as version {version}.',
    action: 'Nothing needs to be done, or send the file that was meant.',
  },
  'intake.key-data-not-whole': {
    status: 422,
    sentence: '“{value}” is not a whole number of cases.',
    action: 'Give a whole number, or leave the field empty.',
  },
  'intake.file-empty': {
    status: 422,
    sentence: 'The file is empty.',
    action: 'Choose the file that holds the case list.',
  },
  'intake.file-missing': {
    status: 400,
    sentence: 'No file was sent.',
    action: 'Choose the file that holds the case list.',
  },
  'intake.file-too-large': {
    status: 413,
    sentence: 'The file has {megabytes} MB; the most that is taken is {limit} MB.',
    action: 'Send the case list alone, without pictures or other sheets.',
    recorded: 'Case list that is too large',
  },
  'intake.too-many-rows': {
    status: 413,
    sentence: 'The list has more than {limit} cases, which is the most that is taken.',
    action: 'Send only the cases of the period that is inspected.',
    recorded: 'Case list with too many rows',
  },
  'intake.too-many-columns': {
    status: 413,
    sentence: 'The list has {columns} columns; the most that are taken is {limit}.',
    action: 'Send only the columns of the template.',
    recorded: 'Case list with too many columns',
  },
  'intake.file-type-not-taken': {
    status: 415,
    sentence: 'This is {kind}. A case list must be a CSV, XLSX or ODS file without a password.',
    action: 'To continue, {next}.',
  },
  'intake.archive-damaged': {
    status: 422,
    sentence: 'The workbook is damaged: {what}.',
    action: 'Open it in the spreadsheet program, save it anew and send that file.',
  },
  'intake.archive-too-big': {
    status: 413,
    sentence: 'The workbook is refused: {what}.',
    action: 'Copy the case list into a new workbook, or save it as CSV, and send that.',
    recorded: 'Case list that unpacks to too much',
  },
  'intake.xml-entity': {
    status: 422,
    sentence: 'The workbook holds a document type or entity declaration in {part}, which no case list needs.',
    action: 'Copy the case list into a new workbook, or save it as CSV, and send that.',
    recorded: 'Case list that defines XML entities',
  },
  'intake.workbook-has-more': {
    status: 422,
    sentence: 'The workbook holds more than the list: {what}.',
    action:
      'Copy the case list into a new workbook, or save it as CSV, and send that; the file is kept as it is sent.',
  },
  'intake.several-sheets': {
    status: 422,
    sentence: 'The workbook has several sheets that hold something: {sheets}.',
    action: 'Save the sheet with the case list as a file of its own; the file is kept as it is sent.',
  },
  'intake.reading-stopped': {
    status: 413,
    sentence: 'Reading the file was stopped because it took more {what} than a case list can need.',
    action: 'Copy the case list into a new workbook, or save it as CSV, and upload that.',
    recorded: 'Case list that could not be read within its limits',
  },
  'intake.more-faults': {
    status: 422,
    sentence: 'The list has {total} faults; the first {shown} are shown.',
    action: 'Fix these, and upload the list again to see the others.',
  },
  'intake.number-lost-figures': {
    status: 422,
    sentence:
      'The number has more than 15 figures, and the spreadsheet program changed the others to noughts.',
    action: 'Format the column as text, enter the number again, and upload the list.',
  },
  'intake.text-damaged': {
    status: 422,
    sentence: 'We could not read the columns in this file: {what}.',
    action: 'Fix the quotation marks in this line, or save the list as a workbook and send that.',
  },
  'intake.formula-cell': {
    status: 422,
    sentence: 'The cell holds a formula.',
    action: 'Replace it with its value: copy the column and paste it as values.',
  },
  'intake.error-cell': {
    status: 422,
    sentence: 'The cell holds the spreadsheet error {value}.',
    action: 'Fix the cell in the spreadsheet.',
  },
  'intake.control-character': {
    status: 422,
    sentence: 'The cell holds an invisible character ({character}).',
    action: 'Type the value again by hand.',
  },
  'inspection.announced-already': {
    status: 409,
    sentence: 'The inspection {inspection} is on the register already.',
    action: 'Open it from the list of inspections, or name another service or month.',
  },
  'inspection.published-already': {
    status: 409,
    sentence: 'You cannot correct or withdraw the inspection {inspection}, because it is published.',
    action: 'Publish a revision that says what was wrong.',
  },
  'inspection.fixed-by-work': {
    status: 409,
    sentence:
      'The service, the edition and whether it is made up can no longer be corrected: work has begun on this inspection.',
    action: 'Correct the date alone, or withdraw the inspection and announce it again.',
  },
  'inspection.corrected-meanwhile': {
    status: 409,
    sentence: 'Somebody else corrected this inspection after you had looked at it.',
    action: 'Compare what is stored now with what you entered, then save the correction.',
  },
  'inspection.reason-missing': {
    status: 422,
    sentence: 'The reason is missing.',
    action: 'Write why, for those who read the record later.',
  },
} as const satisfies ProblemTable<'inspection' | 'intake'>

declare module '../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly intakeProblems: typeof intakeProblems
  }
}

/** Returns a problem that this room may refuse with, its blanks filled. */
export const problem = problemsOf({
  ...frameworkProblems,
  ...inspectionsProblems,
  ...intakeRuleProblems,
  ...fileProblems,
  ...requestProblems,
  ...intakeProblems,
})
