/** `docs/reference/case-list-format.md`: what a case list may look like, from the tables that read it. */
import { caseListFields, fieldDescriptions } from '../../core/intake/caseListFields.ts'
import { ethnicities, ethnicityStandard } from '../../core/intake/ethnicities.ts'
import { personalKinds } from '../../core/intake/personalColumns.ts'
import { classes, genders, type ValueCode } from '../../core/intake/valueCodes.ts'
import { caseListLimits as limits } from './reading/caseListLimits.ts'

export function caseListReference(): string {
  return [
    '# Case list',
    '',
    'One row for each case, in CSV, Excel workbook (.xlsx) or OpenDocument spreadsheet (.ods). Made from `src/core/intake` and `src/app/intake` by `npm run docs`.',
    '',
    ...fileSection(),
    ...columnSection(),
    '## Values',
    '',
    'Capitals, accents and punctuation make no difference, and a code written before the words (`W1 - White British`) is read with them. The disposals are those of the edition (`sample.disposals` in its file), and the domains its kinds of cases; the template of an inspection lists both.',
    '',
    ...valueSection('Gender', genders),
    ...valueSection('Risk of serious harm, safety and wellbeing', classes),
    ...valueSection(`Ethnicity (${ethnicityStandard})`, ethnicities),
    ...refusalSection(),
    ...apiSection(),
  ].join('\n')
}

function fileSection(): readonly string[] {
  const megabytes = limits.bytes / 1024 / 1024
  return [
    '## The file',
    '',
    `- Up to ${limits.rows.toLocaleString('en-GB')} cases, ${megabytes} MB, ${limits.columns} columns and ${limits.characters.toLocaleString('en-GB')} characters in a cell. A workbook unpacks to ${limits.unpackedBytes / 1024 / 1024} MB at most.`,
    '- CSV: comma, semicolon, tab or bar between values; UTF-8, UTF-16 or Windows-1252; any line ending; with or without a byte-order mark.',
    '- Workbook: only one sheet with content, values and no formulas; no macros, notes on cells, pivot tables, charts or links, since the file is stored as it is sent.',
    '- There can be up to 15 rows of titles above the headings. Rows are counted as a spreadsheet does, from 1.',
    '- Dates: `2026-06-01`, `01/06/2026` (the day first), `1 June 2026`, or a spreadsheet date.',
    '',
  ]
}

function columnSection(): readonly string[] {
  const rows = caseListFields.map((field) => {
    const { heading, title, needed, note, headings } = fieldDescriptions[field]
    return `| \`${heading}\` | ${title} | ${needed ? 'yes' : 'no'} | ${note} | ${headings.join(', ')} |`
  })
  return [
    '## Columns',
    '',
    'In any order, under the heading on the left or one of those on the right. All other columns are stored unchanged.',
    '',
    '| heading | what it is | needed | note | also recognised |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ]
}

function valueSection(title: string, codes: readonly ValueCode[]): readonly string[] {
  return [
    `### ${title}`,
    '',
    '| code | meaning | also written |',
    '| --- | --- | --- |',
    ...codes.map((code) => `| \`${code.code}\` | ${code.title} | ${code.spellings.join(', ')} |`),
    '',
  ]
}

function refusalSection(): readonly string[] {
  return [
    '## Never stored',
    '',
    'If a column looks like one of these, by its heading or its content, the list is refused before any of it is stored. Upload it without the column, or leave the column out.',
    '',
    ...personalKinds.map((kind) => `- ${kind}`),
    '',
  ]
}

function apiSection(): readonly string[] {
  return [
    '## By program',
    '',
    '`POST /api/v1/inspections/{inspection}/case-lists` with a multipart form accepts a list in one step: `file`; `leaveOut-0`, `leaveOut-1` … with the headings of columns to leave out; `places-0`, `places-1` … with the headings of columns that look like names and contain places; `keyData-{domain}` with the number of cases in the key data; `reason-{warning}` with the reason for each warning. 201 returns `version`, `cases`, `fileSha256`, `leftOut` and `warnings`; otherwise `problems` has everything that is wrong, with row and field, and nothing was stored. A warning without a reason is the problem `intake.warning-not-confirmed`, whose field is the key of the warning.',
    '',
  ]
}
