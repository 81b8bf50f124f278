/** A workbook as plain rows of texts, with what is unusual about its sheet. */
import * as spreadsheet from '@e965/xlsx'
import { notesHeadings, valuesHeadings } from '../../../core/intake/caseListTemplate.ts'
import type { MergedCells, SheetNotes } from '../../../core/intake/sheetWarnings.ts'
import type { TableRow } from '../../../core/intake/table.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { problem } from '../problems.ts'
import { caseListLimits as limits } from './caseListLimits.ts'
import { sheetVisibilities } from './hiddenParts.ts'
import type { SheetVisibility } from './sheetVisibility.ts'
import { cellText } from './workbookCell.ts'
import { storedArchive } from './zipArchive.ts'

export type CellPlace = { readonly row: number; readonly column: number }

export type ReadSheet = {
  readonly rows: readonly TableRow[]
  readonly notes: SheetNotes
  /** Numbers with more digits than spreadsheet programs keep. */
  readonly lostFigures: readonly CellPlace[]
}

/** Sheets of the notes in the template; they have no cases. */
const templateSheets = [notesHeadings, valuesHeadings].map((headings) => headings.join('\n'))

/** Returns the only sheet with content. `parts` must be the checked parts of a workbook. */
export function workbookRows(parts: ReadonlyMap<string, Buffer>, file: string): Result<ReadSheet> {
  try {
    return onlySheet(parts, file)
  } catch {
    return refuse(problem('intake.archive-damaged', { what: 'its sheets cannot be read' }, { file }))
  }
}

function onlySheet(parts: ReadonlyMap<string, Buffer>, file: string): Result<ReadSheet> {
  const book = spreadsheet.read(storedArchive(parts), {
    type: 'buffer',
    dense: true,
    cellNF: true,
    cellHTML: false,
    cellStyles: false,
    // A formula without a value would otherwise be left out like an empty cell.
    sheetStubs: true,
    bookDeps: false,
    bookVBA: false,
  })
  const startsIn1904 = book.Workbook?.WBProps?.date1904 === true
  const visibilities = sheetVisibilities(parts)
  const sheets = book.SheetNames.map((name) => {
    const sheet = book.Sheets[name]
    // The library leaves out, without a word, a sheet that it cannot read.
    if (sheet === undefined) throw new SyntaxError('a sheet cannot be read')
    return { name, visibility: visibilities.get(name) ?? allShown, ...readSheet(sheet, startsIn1904) }
  }).filter(({ rows }) => rows.length > 0 && !templateSheets.includes(rows[0]?.cells.join('\n') ?? ''))
  const [only, ...others] = sheets
  if (only === undefined) return refuse(problem('intake.file-empty', {}, { file }))
  if (others.length > 0) {
    const names = sheets.map(({ name, visibility }) => `“${name}”${stateOf(visibility)}`).join(', ')
    return refuse(problem('intake.several-sheets', { sheets: names }, { file }))
  }
  if (only.columns > limits.columns) return refuse(tooManyColumns(only.columns, file))
  return done({ rows: only.rows, lostFigures: only.lostFigures, notes: notesOf(only, startsIn1904) })
}

/** More columns than the limit. */
export function tooManyColumns(columns: number, file: string): Problem {
  return problem('intake.too-many-columns', { columns, limit: limits.columns }, { file })
}

const allShown: SheetVisibility = { sheet: 'shown', rows: new Set(), columns: new Set() }

function stateOf({ sheet }: SheetVisibility): string {
  if (sheet === 'very-hidden') return ' (hidden so that only a macro can show it)'
  return sheet === 'hidden' ? ' (hidden)' : ''
}

type FilledSheet = {
  readonly rows: readonly TableRow[]
  /** Places of the columns with content. */
  readonly filledColumns: ReadonlySet<number>
  readonly columns: number
  readonly hiddenValues: readonly number[]
  readonly lostFigures: readonly CellPlace[]
  readonly merged: readonly MergedCells[]
}

function notesOf(
  sheet: FilledSheet & { readonly name: string; readonly visibility: SheetVisibility },
  startsIn1904: boolean,
): SheetNotes {
  const { name, visibility, rows, filledColumns, merged, hiddenValues } = sheet
  return {
    sheet: name,
    isHidden: visibility.sheet !== 'shown',
    hiddenRows: rows.map(({ row }) => row).filter((row) => visibility.rows.has(row)),
    hiddenColumns: [...filledColumns]
      .filter((column) => visibility.columns.has(column))
      .sort((a, b) => a - b),
    merged: merged.filter(({ firstColumn }) => filledColumns.has(firstColumn)),
    hiddenValues,
    startsIn1904,
  }
}

function readSheet(sheet: spreadsheet.WorkSheet, startsIn1904: boolean): FilledSheet {
  const rows: TableRow[] = []
  const filledColumns = new Set<number>()
  const hiddenValues = new Set<number>()
  const lostFigures: CellPlace[] = []
  let columns = 0
  let characters = 0
  for (const [index, dataRow] of filled(sheet['!data'])) {
    const cells: string[] = []
    for (const [column, cell] of filled(dataRow)) {
      const { text: whole, odd } = cellText(cell, startsIn1904)
      const text = whole.slice(0, limits.characters + 1)
      if (text.trim() === '') continue
      columns = Math.max(columns, column + 1)
      characters += text.length
      if (column >= limits.columns || characters > limits.unpackedBytes) continue
      cells[column] = text
      filledColumns.add(column)
      if (odd === 'hidden-value') hiddenValues.add(index + 1)
      if (odd === 'lost-figures') lostFigures.push({ row: index + 1, column })
    }
    if (cells.length > 0) rows.push({ row: index + 1, cells: Array.from(cells, (cell) => cell ?? '') })
  }
  if (characters > limits.unpackedBytes)
    throw new RangeError('the cells repeat more text than a list can have')
  const merged = mergedCells(sheet)
  return { columns, rows, filledColumns, lostFigures, merged, hiddenValues: [...hiddenValues] }
}

function mergedCells(sheet: spreadsheet.WorkSheet): readonly MergedCells[] {
  return (sheet['!merges'] ?? []).map(({ s, e }) => ({
    firstRow: s.r + 1,
    lastRow: e.r + 1,
    firstColumn: s.c,
  }))
}

/** The places that are filled. A hostile address makes a row of thousands of millions, which nobody may walk along. */
function filled<Item>(sparse: readonly Item[] | undefined): readonly (readonly [number, Item])[] {
  return Object.entries(sparse ?? [])
    .map(([place, item]) => [Number(place), item] as const)
    .filter(([place, item]) => place >= 0 && item !== undefined)
}
