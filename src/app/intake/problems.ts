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
    sentence:
      'This case list is no longer available. It was accepted or removed, or was uploaded more than 24 hours ago.',
    action: 'Upload the file again.',
  },
  'intake.version-not-found': {
    status: 404,
    sentence: 'There is no version {version} of this case list.',
    action: 'Select one of the versions of the list.',
  },
  'intake.list-unchanged': {
    status: 409,
    sentence: 'The file is the same as version {version}.',
    action: 'You do not need to do anything. If you meant another file, upload that one.',
  },
  'intake.key-data-not-whole': {
    status: 422,
    sentence: '“{value}” is not a whole number of cases.',
    action: 'Enter a whole number, or leave the field empty.',
  },
  'intake.file-empty': {
    status: 422,
    sentence: 'The selected file is empty.',
    action: 'Select the file that contains the case list.',
  },
  'intake.file-missing': {
    status: 400,
    sentence: 'No file was uploaded.',
    action: 'Select the file that contains the case list.',
  },
  'intake.file-too-large': {
    status: 413,
    sentence: 'The file is {megabytes} MB. It must be {limit} MB or smaller.',
    action: 'Upload the case list only, without pictures or other sheets.',
    recorded: 'Case list that is too large',
  },
  'intake.too-many-rows': {
    status: 413,
    sentence: 'The list has more than {limit} cases, which is the maximum.',
    action: 'Upload only the cases of the period that is inspected.',
    recorded: 'Case list with too many rows',
  },
  'intake.too-many-columns': {
    status: 413,
    sentence: 'The list has {columns} columns. The maximum is {limit}.',
    action: 'Upload only the columns of the template.',
    recorded: 'Case list with too many columns',
  },
  'intake.file-type-not-taken': {
    status: 415,
    sentence: 'The selected file must be a CSV, XLSX or ODS without a password. This file is {kind}.',
    action: 'To continue, {next}.',
  },
  'intake.archive-damaged': {
    status: 422,
    sentence: 'The workbook is damaged: {what}.',
    action: 'Open it in the spreadsheet program, save it again and upload that file.',
  },
  'intake.archive-too-big': {
    status: 413,
    sentence: 'The workbook is too large: {what}.',
    action: 'Copy the case list into a new workbook, or save it as CSV, and upload that.',
    recorded: 'Case list that unpacks to too much',
  },
  'intake.xml-entity': {
    status: 422,
    sentence:
      'The workbook contains a document type or entity declaration in {part}, which no case list needs.',
    action: 'Copy the case list into a new workbook, or save it as CSV, and upload that.',
    recorded: 'Case list that defines XML entities',
  },
  'intake.workbook-has-more': {
    status: 422,
    sentence: 'The workbook contains more than the list: {what}.',
    action:
      'Copy the case list into a new workbook, or save it as CSV, and upload that. Files are stored as they are uploaded.',
  },
  'intake.several-sheets': {
    status: 422,
    sentence: 'Several sheets of the workbook have content: {sheets}.',
    action:
      'Save the sheet with the case list as a separate file and upload that. Files are stored as they are uploaded.',
  },
  'intake.reading-stopped': {
    status: 413,
    sentence: 'Reading the file took more {what} than a case list needs, so it was stopped.',
    action: 'Copy the case list into a new workbook, or save it as CSV, and upload that.',
    recorded: 'Case list that could not be read within its limits',
  },
  'intake.more-faults': {
    status: 422,
    sentence: 'The list has {total} errors. The first {shown} are shown.',
    action: 'Fix these, and upload the list again to see the others.',
  },
  'intake.number-lost-figures': {
    status: 422,
    sentence: 'The number has more than 15 digits, and the spreadsheet program changed the others to zeros.',
    action: 'Format the column as text, enter the number again, and upload the list.',
  },
  'intake.text-damaged': {
    status: 422,
    sentence: 'We could not read the columns in this file: {what}.',
    action: 'Fix the quotation marks in this line, or save the list as a workbook and upload that.',
  },
  'intake.formula-cell': {
    status: 422,
    sentence: 'The cell contains a formula.',
    action: 'Replace it with its value: copy the column and paste it as values.',
  },
  'intake.error-cell': {
    status: 422,
    sentence: 'The cell contains the spreadsheet error {value}.',
    action: 'Correct the cell in the spreadsheet.',
  },
  'intake.control-character': {
    status: 422,
    sentence: 'The cell contains an invisible character ({character}).',
    action: 'Enter the value again by hand.',
  },
  'inspection.announced-already': {
    status: 409,
    sentence: 'The inspection {inspection} is already on the register.',
    action: 'Open it from the list of inspections, or enter another service or month.',
  },
  'inspection.published-already': {
    status: 409,
    sentence: 'You cannot correct or withdraw the inspection {inspection} because it is published.',
    action: 'Publish a revision that says what was wrong.',
  },
  'inspection.fixed-by-work': {
    status: 409,
    sentence: 'You can correct only the date, because work on this inspection has begun.',
    action: 'Correct the date, or withdraw the inspection and announce it again.',
  },
  'inspection.corrected-meanwhile': {
    status: 409,
    sentence: 'Someone else corrected this inspection after you opened the form.',
    action: 'Compare what is stored now with what you entered, then save the correction.',
  },
  'inspection.reason-missing': {
    status: 422,
    sentence: 'The reason is missing.',
    action: 'Enter the reason, for people who read the record later.',
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
