/** The columns of the data annexe, listed once for the CSV file, its metadata and the spreadsheet. */
import type { AnnexeRow, ReportModel } from './reportModel.ts'

export type AnnexeColumn = {
  /** The heading in the file. */
  readonly name: string
  readonly title: string
  readonly description: string
  readonly datatype: 'string' | 'integer'
  /** True if every row has a value. */
  readonly required: boolean
  readonly value: (row: AnnexeRow, report: ReportModel) => string | number | null
}

export const annexeColumns: readonly AnnexeColumn[] = [
  text('inspection', 'Inspection', 'Id of the inspection.', (_row, report) => report.inspection),
  text('service', 'Service', 'Name of the inspected service.', (_row, report) => report.service),
  text(
    'status',
    'Status',
    'What to know before you use the figures: made up, provisional or published.',
    (_row, report) => report.warning ?? 'Published.',
  ),
  text(
    'edition',
    'Edition',
    'Edition of the standards that the inspection belongs to.',
    (_row, report) => report.edition,
  ),
  text(
    'kind',
    'Kind of line',
    'Whether the line is a standard, a key-question or a prompt.',
    (row) => row.kind,
  ),
  text('domain', 'Domain', 'Title of the domain.', (row) => row.domain),
  text('standard', 'Standard', 'Id of the standard.', (row) => row.standard),
  text('item', 'Item', 'Id of the standard, key question or prompt of this line.', (row) => row.item),
  text('text', 'Text', 'Title of the standard or wording of the question.', (row) => row.text),
  count('yes', 'Yes', 'Cases answered yes; empty if not known.', (row) => row.yes),
  count('no', 'No', 'Cases answered no; empty if not known.', (row) => row.no),
  count(
    'not_applicable',
    'Not applicable',
    'Cases to which the question does not apply; empty if not known.',
    (row) => row.notApplicable,
  ),
  count(
    'unanswered',
    'Unanswered',
    'Inspected cases without an answer; empty if not known.',
    (row) => row.unanswered,
  ),
  count('base', 'Base', 'Cases that the yes answers are divided by; empty if not known.', (row) => row.base),
  optional(
    'divided_by',
    'Divided by',
    'Which cases the base counts; empty on the line of a standard.',
    (row) => row.dividedBy,
  ),
  count(
    'percent_yes',
    'Per cent yes',
    'Yes answers in whole per cent of the base; empty if there is none.',
    (row) => row.percentYes,
  ),
  optional(
    'rating',
    'Rating',
    'Rating awarded to the standard, or the band of the key question; empty for a prompt.',
    (row) => row.rating,
  ),
  optional(
    'calculated',
    'Calculated rating',
    'Rating that the figures of the standard give; empty if it has none.',
    (row) => row.calculated,
  ),
  count(
    'points',
    'Points',
    'Points of the standard towards the score; empty if it is not scored.',
    (row) => row.points,
  ),
]

type Value = AnnexeColumn['value']

function text(name: string, title: string, description: string, value: Value): AnnexeColumn {
  return { name, title, description, datatype: 'string', required: true, value }
}

function optional(name: string, title: string, description: string, value: Value): AnnexeColumn {
  return { name, title, description, datatype: 'string', required: false, value }
}

function count(name: string, title: string, description: string, value: Value): AnnexeColumn {
  return { name, title, description, datatype: 'integer', required: false, value }
}
