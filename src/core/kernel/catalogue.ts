/**
 * Every refusal the product can give: code, HTTP status, the sentence that says what is wrong and the
 * sentence that says what to do next. Sentences are whole, so that each can be put into Welsh.
 * `docs/reference/problems.md` is generated from this table.
 */
type Entry = {
  readonly status: 400 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 503
  readonly sentence: string
  readonly mend: string
}

export const catalogue = {
  'request.not-found': {
    status: 404,
    sentence: 'There is no page at this address.',
    mend: 'Check the address, or start from the list of inspections.',
  },
  'intake.file-empty': {
    status: 422,
    sentence: 'The file is empty.',
    mend: 'Choose the file that holds the case list.',
  },
  'intake.file-missing': {
    status: 400,
    sentence: 'No file was sent.',
    mend: 'Choose the file that holds the case list.',
  },
  'intake.file-too-large': {
    status: 413,
    sentence: 'The file has {megabytes} MB; the most that is taken is {limit} MB.',
    mend: 'Send the case list alone, without pictures or other sheets.',
  },
  'intake.too-many-rows': {
    status: 413,
    sentence: 'The list has more than {limit} cases, which is the most that is taken.',
    mend: 'Send only the cases of the period that is inspected.',
  },
  'intake.too-many-columns': {
    status: 413,
    sentence: 'The list has {columns} columns; the most that are taken is {limit}.',
    mend: 'Send only the columns of the template.',
  },
  'intake.file-type-not-taken': {
    status: 415,
    sentence: 'This is {kind}, which is not taken.',
    mend: 'Save the case list as CSV, Excel workbook (.xlsx) or OpenDocument spreadsheet (.ods), without a password.',
  },
  'intake.archive-damaged': {
    status: 422,
    sentence: 'The workbook is damaged: {what}.',
    mend: 'Open it in the spreadsheet program, save it anew and send that file.',
  },
  'intake.archive-too-big': {
    status: 413,
    sentence: 'The workbook is refused: {what}.',
    mend: 'Copy the case list into a new workbook, or save it as CSV, and send that.',
  },
  'intake.xml-entity': {
    status: 422,
    sentence: 'The workbook holds a document type or entity declaration in {part}, which no case list needs.',
    mend: 'Copy the case list into a new workbook, or save it as CSV, and send that.',
  },
  'intake.workbook-has-more': {
    status: 422,
    sentence: 'The workbook holds more than the list: {what}.',
    mend: 'Copy the case list into a new workbook, or save it as CSV, and send that; the file is kept as it is sent.',
  },
  'intake.several-sheets': {
    status: 422,
    sentence: 'The workbook has several sheets that hold something: {sheets}.',
    mend: 'Save the sheet with the case list as a file of its own; the file is kept as it is sent.',
  },
  'intake.reading-stopped': {
    status: 413,
    sentence: 'Reading the workbook was stopped because it took more {what} than a case list can need.',
    mend: 'Copy the case list into a new workbook, or save it as CSV, and send that.',
  },
  'intake.text-damaged': {
    status: 422,
    sentence: 'The text cannot be taken apart into columns: {what}.',
    mend: 'Check the quotation marks at this place, or save the list as a workbook, and send that.',
  },
  'intake.no-cases': {
    status: 422,
    sentence: 'The list has headings but no case.',
    mend: 'Check that the right sheet or file was sent.',
  },
  'intake.formula-cell': {
    status: 422,
    sentence: 'The cell holds a formula.',
    mend: 'Replace it with its value: copy the column and paste it as values.',
  },
  'intake.error-cell': {
    status: 422,
    sentence: 'The cell holds the spreadsheet error {value}.',
    mend: 'Mend the cell in the spreadsheet.',
  },
  'intake.cell-too-long': {
    status: 422,
    sentence: 'The cell has more than {limit} characters, the most that are taken here.',
    mend: 'Shorten it, or leave the column out.',
  },
  'intake.control-character': {
    status: 422,
    sentence: 'The cell holds an invisible character ({character}).',
    mend: 'Type the value again by hand.',
  },
  'intake.row-too-long': {
    status: 422,
    sentence: 'The row has a value beyond the last heading.',
    mend: 'Check for a comma or a cell too many in this row, or give the column a heading.',
  },
  'intake.heading-blank': {
    status: 422,
    sentence: 'Column {column} holds values but has no heading.',
    mend: 'Give the column a heading, or remove it.',
  },
  'intake.heading-doubled': {
    status: 422,
    sentence: 'Several columns are headed “{heading}”.',
    mend: 'Give each column a heading of its own, or remove what is not needed.',
  },
  'intake.column-missing': {
    status: 422,
    sentence: 'No column for “{column}” was recognised.',
    mend: 'Say which column it is, or add one; the template shows the headings.',
  },
  'intake.column-missing-likely': {
    status: 422,
    sentence: 'No column for “{column}” was recognised; “{heading}” may be meant.',
    mend: 'Say which column it is, or change the heading.',
  },
  'intake.column-unclear': {
    status: 422,
    sentence: 'Several columns may be “{column}”: {headings}.',
    mend: 'Say which of them it is.',
  },
  'intake.mapping-heading-unknown': {
    status: 422,
    sentence: 'The list has no column headed “{heading}”.',
    mend: 'Choose from the headings of the list.',
  },
  'intake.mapping-field-unknown': {
    status: 422,
    sentence: '“{field}” is not a column of a case list.',
    mend: 'Choose from: {fields}.',
  },
  'intake.mapping-doubled': {
    status: 422,
    sentence: 'The column “{heading}” was given for several things: {columns}.',
    mend: 'Choose a column of its own for each.',
  },
  'intake.personal-column': {
    status: 422,
    sentence:
      'The column “{heading}” looks like {kind}, which are never stored. Nothing of this list was kept.',
    mend: 'Send the list again without this column, or have it left out here.',
  },
  'intake.personal-reference': {
    status: 422,
    sentence:
      'The case references in “{heading}” look like {kind}, which are never stored. Nothing of this list was kept.',
    mend: 'Replace them with your own references for the cases and send the list again.',
  },
  'intake.value-missing': {
    status: 422,
    sentence: '“{column}” is missing.',
    mend: 'Fill it in.',
  },
  'intake.case-id-doubled': {
    status: 422,
    sentence: 'The case reference “{reference}” stands in several rows: {rows}.',
    mend: 'Keep one row for each case, or correct the reference.',
  },
  'intake.case-in-two-domains': {
    status: 422,
    sentence: 'The case “{reference}” stands in several domains: {domains} (rows {rows}).',
    mend: 'Keep it in the domain of its most recent disposal.',
  },
  'intake.code-unknown': {
    status: 422,
    sentence: '“{value}” is not known for “{column}”. The nearest is “{nearest}”.',
    mend: 'Write “{nearest}” if that is meant; the template lists what is known.',
  },
  'intake.code-unknown-far': {
    status: 422,
    sentence: '“{value}” is not known for “{column}”.',
    mend: 'Write one of: {known}.',
  },
  'intake.domain-not-told': {
    status: 422,
    sentence: 'The domain is missing, and “{disposal}” may belong to several.',
    mend: 'Fill in the domain.',
  },
  'intake.disposal-in-other-domain': {
    status: 422,
    sentence: '“{disposal}” does not belong to the domain “{domain}”.',
    mend: 'Correct the disposal or the domain.',
  },
  'intake.date-not-understood': {
    status: 422,
    sentence: '“{value}” is not a date.',
    mend: 'Write it as 2026-06-01 or 01/06/2026.',
  },
  'intake.date-impossible': {
    status: 422,
    sentence: '“{value}” is a day that does not exist; the day is read before the month.',
    mend: 'Correct the date.',
  },
  'intake.date-future': {
    status: 422,
    sentence: 'The date “{value}” is in the future.',
    mend: 'Correct the date, or remove the case if it has not begun.',
  },
  'intake.date-too-old': {
    status: 422,
    sentence: 'The date “{value}” is too long ago for the case of a child.',
    mend: 'Correct the date.',
  },
  'intake.age-impossible': {
    status: 422,
    sentence: 'The age “{value}” is not a whole number from {youngest} to {oldest}.',
    mend: 'Correct the age, or leave it empty where it is not known.',
  },
} as const satisfies Record<string, Entry>
