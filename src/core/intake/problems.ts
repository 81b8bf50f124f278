import { type ProblemTable, problemsOf } from '../kernel/problem.ts'

/** Intake: what its rules refuse. */
export const intakeRuleProblems = {
  'intake.warning-not-confirmed': {
    status: 422,
    sentence: 'The reason for accepting the list is missing: {warning}.',
    action: 'Enter why the list is correct, or upload a corrected list.',
  },
  'intake.no-cases': {
    status: 422,
    sentence: 'The list has headings but no cases.',
    action: 'Check that you uploaded the right sheet or file.',
  },
  'intake.cell-too-long': {
    status: 422,
    sentence: 'The cell has more than {limit} characters, which is the maximum here.',
    action: 'Shorten it, or leave the column out.',
  },
  'intake.row-too-long': {
    status: 422,
    sentence: 'The row has a value after the last heading.',
    action: 'Check for an extra comma or cell in this row, or give the column a heading.',
  },
  'intake.heading-blank': {
    status: 422,
    sentence: 'Column {column} has values but no heading.',
    action: 'Give the column a heading, or remove it.',
  },
  'intake.heading-doubled': {
    status: 422,
    sentence: 'Several columns have the heading “{heading}”.',
    action: 'Give each column its own heading, or remove the columns that are not needed.',
  },
  'intake.column-missing': {
    status: 422,
    sentence: 'No column for “{column}” was recognised.',
    action: 'Choose the column, or add one. The template shows the headings.',
  },
  'intake.column-missing-likely': {
    status: 422,
    sentence: 'No column for “{column}” was recognised. It may be “{heading}”.',
    action: 'Choose the column, or change the heading.',
  },
  'intake.column-unclear': {
    status: 422,
    sentence: 'Several columns may be “{column}”: {headings}.',
    action: 'Choose one of them.',
  },
  'intake.mapping-heading-unknown': {
    status: 422,
    sentence: 'The list has no column with the heading “{heading}”.',
    action: 'Select one of the headings of the list.',
  },
  'intake.mapping-doubled': {
    status: 422,
    sentence: 'The column “{heading}” was chosen for several fields: {columns}.',
    action: 'Choose a different column for each field.',
  },
  'intake.personal-column': {
    status: 422,
    sentence:
      'The column “{heading}” looks like {kind}, which are never stored. Nothing in this list was stored.',
    action: 'Upload the list again without this column, or select the column to leave it out.',
  },
  'intake.personal-reference': {
    status: 422,
    sentence:
      'The case references in “{heading}” look like {kind}, which are never stored. Nothing in this list was stored.',
    action: 'Replace them with your own references for the cases and upload the list again.',
  },
  'intake.value-missing': {
    status: 422,
    sentence: '“{column}” is missing.',
    action: 'Enter a value.',
  },
  'intake.reference-line-break': {
    status: 422,
    sentence: 'The case reference has a line break.',
    action: 'Enter the reference on one line.',
  },
  'intake.reference-control-character': {
    status: 422,
    sentence: 'The case reference has a tab or another control character.',
    action: 'Enter the reference again by hand.',
  },
  'intake.reference-damaged-character': {
    status: 422,
    sentence: 'The case reference has a character that another program has damaged.',
    action: 'Enter the reference again by hand.',
  },
  'intake.reference-formula': {
    status: 422,
    sentence: 'The case reference begins with a sign that spreadsheet programs read as a formula.',
    action: 'Use a reference that begins with a letter or a number.',
  },
  'intake.reference-lost-figures': {
    status: 422,
    sentence: 'The case reference “{value}” has lost digits in a spreadsheet program.',
    action:
      'Export the list again. Format the column of references as text before you open or save the file.',
  },
  'intake.row-looks-like-total': {
    status: 422,
    sentence: 'This row looks like a total, a footer or a title, not a case.',
    action: 'Remove the row. If it is a case, enter what is missing.',
  },
  'intake.row-repeats-headings': {
    status: 422,
    sentence: 'This row repeats the headings.',
    action: 'Remove the row.',
  },
  'intake.case-id-doubled': {
    status: 422,
    sentence: 'The case reference “{reference}” is in several rows: {rows}.',
    action: 'Keep one row for each case, or correct the reference.',
  },
  'intake.case-in-two-domains': {
    status: 422,
    sentence: 'The case “{reference}” is in several domains: {domains} (rows {rows}).',
    action: 'Keep it in the domain of its most recent disposal.',
  },
  'intake.code-unknown': {
    status: 422,
    sentence: 'The value “{value}” is not recognised for “{column}”. The nearest is “{nearest}”.',
    action: 'Enter “{nearest}” if that is what you mean. The template lists the values.',
  },
  'intake.code-unknown-far': {
    status: 422,
    sentence: 'The value “{value}” is not recognised for “{column}”.',
    action: 'Enter one of: {known}.',
  },
  'intake.domain-not-told': {
    status: 422,
    sentence: 'The domain is missing, and “{disposal}” can belong to several domains.',
    action: 'Enter the domain.',
  },
  'intake.disposal-in-other-domain': {
    status: 422,
    sentence: '“{disposal}” does not belong to the domain “{domain}”.',
    action: 'Correct the disposal or the domain.',
  },
  'intake.date-not-understood': {
    status: 422,
    sentence: '“{value}” is not a date.',
    action: 'Enter it as 2026-06-01 or 01/06/2026.',
  },
  'intake.date-impossible': {
    status: 422,
    sentence: '“{value}” is a day that does not exist. The day is read before the month.',
    action: 'Correct the date.',
  },
  'intake.date-future': {
    status: 422,
    sentence: 'The date “{value}” is in the future.',
    action: 'Correct the date, or remove the case if it has not begun.',
  },
  'intake.date-too-old': {
    status: 422,
    sentence: 'The date “{value}” is too long ago for the case of a child.',
    action: 'Correct the date.',
  },
  'intake.age-impossible': {
    status: 422,
    sentence: 'The age “{value}” is not a whole number from {youngest} to {oldest}.',
    action: 'Correct the age, or leave it empty if it is not known.',
  },
} as const satisfies ProblemTable<'intake'>

declare module '../kernel/problem.ts' {
  interface ProblemTables {
    readonly intakeRuleProblems: typeof intakeRuleProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(intakeRuleProblems)
