/** Workbooks, XLSX and ODS: their parts are checked, then read. Called in a thread of its own: see `readApart.ts`. */
import { type Result, refuse } from '../../../core/kernel/result.ts'
import { workbookParts } from './workbookParts.ts'
import { type ReadSheet, workbookRows } from './workbookRows.ts'

/** Reads the only filled sheet of a workbook. Never throws for what is in it. */
export function readWorkbook(content: Uint8Array, file: string): Result<ReadSheet> {
  const parts = workbookParts(Buffer.from(content.buffer, content.byteOffset, content.byteLength))
  if (parts.ok) return workbookRows(parts.value, file)
  const [first, ...others] = parts.problems.map((each) => ({ ...each, place: { file, ...each.place } }))
  return first === undefined ? parts : refuse(first, ...others)
}
