/** A workbook as plain rows of texts. Runs in a thread of its own, with limits: see `readWorkbook.ts`. */
import * as spreadsheet from '@e965/xlsx'
import { notesHeadings, valuesHeadings } from '../../core/intake/caseListTemplate.ts'
import type { TableRow } from '../../core/intake/table.ts'
import { type Problem, problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import { caseListLimits as limits } from './caseListLimits.ts'

/** Sheets of the notes that the template carries; they hold no case. */
const templateSheets = [notesHeadings, valuesHeadings].map((headings) => headings.join('\n'))

/** The rows of the only sheet that holds something. `archive` must be an archive whose parts were checked. */
export function workbookRows(archive: Uint8Array, file: string): Result<readonly TableRow[]> {
  try {
    return onlySheet(archive, file)
  } catch {
    return refuse(problem('intake.archive-damaged', { what: 'its sheets cannot be read' }, { file }))
  }
}

function onlySheet(archive: Uint8Array, file: string): Result<readonly TableRow[]> {
  const book = spreadsheet.read(archive, {
    type: 'array',
    dense: true,
    cellNF: true,
    cellHTML: false,
    cellStyles: false,
    bookDeps: false,
    bookVBA: false,
  })
  const startsIn1904 = book.Workbook?.WBProps?.date1904 === true
  const sheets = book.SheetNames.map((name) => readSheet(name, book.Sheets[name], startsIn1904)).filter(
    ({ rows }) => rows.length > 0 && !templateSheets.includes(rows[0]?.cells.join('\n') ?? ''),
  )
  const [only, ...others] = sheets
  if (only === undefined) return refuse(problem('intake.file-empty', {}, { file }))
  if (others.length > 0) {
    const names = sheets.map(({ name }) => `“${name}”`).join(', ')
    return refuse(problem('intake.several-sheets', { sheets: names }, { file }))
  }
  return only.columns > limits.columns ? refuse(tooManyColumns(only.columns, file)) : done(only.rows)
}

/** More columns than are taken. */
export function tooManyColumns(columns: number, file: string): Problem {
  return problem('intake.too-many-columns', { columns, limit: limits.columns }, { file })
}

type Sheet = { readonly name: string; readonly rows: readonly TableRow[]; readonly columns: number }

function readSheet(name: string, sheet: spreadsheet.WorkSheet | undefined, startsIn1904: boolean): Sheet {
  const rows: TableRow[] = []
  let columns = 0
  let characters = 0
  for (const [index, dataRow] of filled(sheet?.['!data'])) {
    const cells: string[] = []
    for (const [column, cell] of filled(dataRow)) {
      const text = cellText(cell, startsIn1904).slice(0, limits.characters + 1)
      if (text.trim() === '') continue
      columns = Math.max(columns, column + 1)
      characters += text.length
      if (column < limits.columns && characters <= limits.unpackedBytes) cells[column] = text
    }
    if (cells.length > 0) rows.push({ row: index + 1, cells: Array.from(cells, (cell) => cell ?? '') })
  }
  if (characters > limits.unpackedBytes)
    throw new RangeError('the cells repeat more text than a list can have')
  return { name, columns, rows }
}

/** The places that are filled. A hostile address makes a row of thousands of millions, which nobody may walk along. */
function filled<Item>(sparse: readonly Item[] | undefined): readonly (readonly [number, Item])[] {
  return Object.entries(sparse ?? [])
    .map(([place, item]) => [Number(place), item] as const)
    .filter(([place, item]) => place >= 0 && item !== undefined)
}

/** A formula and an error come as their own text, which the check of cells names. */
function cellText(cell: spreadsheet.CellObject, startsIn1904: boolean): string {
  if (cell.f !== undefined || cell.F !== undefined) return `=${cell.f ?? ''}`
  if (cell.t === 'e') return cell.w ?? '#VALUE!'
  if (cell.v instanceof Date) return isoDay(cell.v)
  if (typeof cell.v === 'number') return numberText(cell.v, cell, startsIn1904)
  return cell.v === undefined ? '' : String(cell.v)
}

/** A number formatted as a date is that day; one formatted with leading noughts keeps them. */
function numberText(value: number, cell: spreadsheet.CellObject, startsIn1904: boolean): string {
  const format = typeof cell.z === 'string' ? cell.z : ''
  if (spreadsheet.SSF.is_date(format)) return serialDay(startsIn1904 ? value + daysTo1904 : value)
  return /^0+$/.test(format) && cell.w !== undefined ? cell.w : String(value)
}

/** Days between the two beginnings of spreadsheet time, 1900 and 1904. */
const daysTo1904 = 1462
const dayMs = 24 * 60 * 60 * 1000

function serialDay(serial: number): string {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * dayMs)
  return Number.isNaN(day.getTime()) ? String(serial) : isoDay(day)
}

function isoDay(day: Date): string {
  return Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10)
}
