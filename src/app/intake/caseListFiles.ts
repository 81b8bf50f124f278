/** The downloads of the case list pages: the template, and a waiting list with its errors. */
import * as spreadsheet from '@e965/xlsx'
import { type CaseListRules, caseListRules } from '../../core/intake/caseListRules.ts'
import { templateHeadings, templateNotes, templateValues } from '../../core/intake/caseListTemplate.ts'
import { csvText, safeCell } from '../../core/kernel/csvText.ts'
import { downloadName } from '../../platform/http/downloadName.ts'
import type { Reply, Route } from '../../platform/http/route.ts'
import type { Editions } from '../framework/editions.ts'
import { findWithEdition } from '../framework/inspectionEdition.ts'
import { problem } from './problems.ts'
import { findFaultyRows } from './upload-page/caseListUploads.queries.ts'
import { waitingList } from './upload-page/waitingList.ts'

const templateTypes = {
  csv: 'text/csv; charset=utf-8',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
type TemplateKind = keyof typeof templateTypes

/** Returns the template as a file: headings, and in a workbook also the notes and the values of each column. */
export function templateFile(kind: TemplateKind, rules: CaseListRules): string | Uint8Array {
  if (kind === 'csv') return csvText([templateHeadings])
  const book = spreadsheet.utils.book_new()
  const add = (name: string, rows: readonly (readonly string[])[]) =>
    spreadsheet.utils.book_append_sheet(
      book,
      spreadsheet.utils.aoa_to_sheet(rows.map((row) => row.map(safeCell))),
      name,
    )
  add('Case list', [templateHeadings])
  add('Notes', templateNotes())
  add('Values', templateValues(rules))
  return spreadsheet.write(book, { type: 'buffer', bookType: kind })
}

/** Downloads the template of a case list for the edition of the inspection. */
export function downloadTemplate(editions: Editions, kind: TemplateKind): Route['handle'] {
  return async ({ params: { inspection = '' } }, shell): Promise<Reply> => {
    const context = await findWithEdition(shell.database, editions, inspection)
    if (!context.ok) return { kind: 'refused', problems: context.problems }
    const body = templateFile(kind, caseListRules(context.value.edition))
    const name = downloadName([context.value.inspection.id, 'case-list-template'], kind)
    return { kind: 'file', name, type: templateTypes[kind], body }
  }
}

/** Downloads a waiting list with its errors next to their rows; safe to open in a spreadsheet program. */
export function downloadFaultyRows(editions: Editions): Route['handle'] {
  return async (request, shell): Promise<Reply> => {
    const waiting = await waitingList(request, shell, editions)
    if (!waiting.ok) return { kind: 'refused', problems: waiting.problems }
    const { context, examined } = waiting.value
    const stored = await findFaultyRows(shell.database, context.inspection.id, examined.upload.uploadId)
    if (stored === undefined) return { kind: 'refused', problems: [problem('request.not-found', {})] }
    const name = downloadName([context.inspection.id, 'case-list-faulty-rows'], 'csv')
    return { kind: 'file', name, type: templateTypes.csv, body: stored }
  }
}
