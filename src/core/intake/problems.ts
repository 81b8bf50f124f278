import { type ProblemTable, problemsOf } from '../kernel/problem.ts'

/** Intake: what its rules refuse. */
export const intakeRuleProblems = {
  'intake.warning-not-confirmed': {
    status: 422,
    sentence: 'The reason for taking the list is missing: {warning}.',
    action: 'Say why the list is right as it is, or send a corrected list.',
  },
  'intake.no-cases': {
    status: 422,
    sentence: 'The list has headings but no case.',
    action: 'Check that the right sheet or file was sent.',
  },
  'intake.cell-too-long': {
    status: 422,
    sentence: 'The cell has more than {limit} characters, the most that are taken here.',
    action: 'Shorten it, or leave the column out.',
  },
  'intake.row-too-long': {
    status: 422,
    sentence: 'The row has a value beyond the last heading.',
    action: 'Check for a comma or a cell too many in this row, or give the column a heading.',
  },
  'intake.heading-blank': {
    status: 422,
    sentence: 'Column {column} holds values but has no heading.',
    action: 'Give the column a heading, or remove it.',
  },
  'intake.heading-doubled': {
    status: 422,
    sentence: 'Several columns are headed “{heading}”.',
    action: 'Give each column a heading of its own, or remove what is not needed.',
  },
  'intake.column-missing': {
    status: 422,
    sentence: 'No column for “{column}” was recognised.',
    action: 'Say which column it is, or add one; the template shows the headings.',
  },
  'intake.column-missing-likely': {
    status: 422,
    sentence: 'No column for “{column}” was recognised; “{heading}” may be meant.',
    action: 'Say which column it is, or change the heading.',
  },
  'intake.column-unclear': {
    status: 422,
    sentence: 'Several columns may be “{column}”: {headings}.',
    action: 'Say which of them it is.',
  },
  'intake.mapping-heading-unknown': {
    status: 422,
    sentence: 'The list has no column headed “{heading}”.',
    action: 'Choose from the headings of the list.',
  },
  'intake.mapping-doubled': {
    status: 422,
    sentence: 'The column “{heading}” was given for several things: {columns}.',
    action: 'Choose a column of its own for each.',
  },
  'intake.personal-column': {
    status: 422,
    sentence:
      'The column “{heading}” looks like {kind}, which are never stored. Nothing of this list was kept.',
    action: 'Send the list again without this column, or have it left out here.',
  },
  'intake.personal-reference': {
    status: 422,
    sentence:
      'The case references in “{heading}” look like {kind}, which are never stored. Nothing of this list was kept.',
    action: 'Replace them with your own references for the cases and send the list again.',
  },
  'intake.value-missing': {
    status: 422,
    sentence: '“{column}” is missing.',
    action: 'Fill it in.',
  },
  'intake.reference-line-break': {
    status: 422,
    sentence: 'The case reference has a line break.',
    action: 'Write the reference on one line.',
  },
  'intake.reference-control-character': {
    status: 422,
    sentence: 'The case reference has a tab or another control character.',
    action: 'Type the reference again by hand.',
  },
  'intake.reference-damaged-character': {
    status: 422,
    sentence: 'The case reference has a character that another program has damaged.',
    action: 'Type the reference again by hand.',
  },
  'intake.reference-formula': {
    status: 422,
    sentence: 'The case reference begins with a sign that spreadsheet programs read as a formula.',
    action: 'Use a reference that begins with a letter or a figure.',
  },
  'intake.reference-lost-figures': {
    status: 422,
    sentence: 'The case reference “{value}” has lost figures in a spreadsheet program.',
    action: 'Export the list again, and format the column of references as text before you open or save it.',
  },
  'intake.row-looks-like-total': {
    status: 422,
    sentence: 'This row looks like a total, a footer or a title, and not like a case.',
    action: 'Remove the row, or fill in what is missing if it is a case.',
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
    sentence: 'The case “{reference}” stands in several domains: {domains} (rows {rows}).',
    action: 'Keep it in the domain of its most recent disposal.',
  },
  'intake.code-unknown': {
    status: 422,
    sentence: '“{value}” is not known for “{column}”. The nearest is “{nearest}”.',
    action: 'Write “{nearest}” if that is meant; the template lists what is known.',
  },
  'intake.code-unknown-far': {
    status: 422,
    sentence: '“{value}” is not known for “{column}”.',
    action: 'Write one of: {known}.',
  },
  'intake.domain-not-told': {
    status: 422,
    sentence: 'The domain is missing, and “{disposal}” may belong to several.',
    action: 'Fill in the domain.',
  },
  'intake.disposal-in-other-domain': {
    status: 422,
    sentence: '“{disposal}” does not belong to the domain “{domain}”.',
    action: 'Correct the disposal or the domain.',
  },
  'intake.date-not-understood': {
    status: 422,
    sentence: '“{value}” is not a date.',
    action: 'Write it as 2026-06-01 or 01/06/2026.',
  },
  'intake.date-impossible': {
    status: 422,
    sentence: '“{value}” is a day that does not exist; the day is read before the month.',
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
    action: 'Correct the age, or leave it empty where it is not known.',
  },
} as const satisfies ProblemTable<'intake'>

declare module '../kernel/problem.ts' {
  interface ProblemTables {
    readonly intakeRuleProblems: typeof intakeRuleProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(intakeRuleProblems)
