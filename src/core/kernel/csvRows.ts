/** Text tables read row by row: quoted as RFC 4180 has it, any line ends, in time proportional to their length. */
import { lineOf } from './lineOf.ts'

export type CsvRow = {
  /** As a spreadsheet counts it: blank rows count, and a row with line breaks in its cells is one row. */
  readonly row: number
  readonly cells: readonly string[]
}

export type CsvFault = {
  readonly kind: 'quote-never-closed' | 'text-after-quote' | 'quote-inside-value'
  /** Where the fault begins, as an editor counts lines. */
  readonly line: number
}

export type CsvReading =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  /** With the rows before the fault. */
  | { readonly ok: false; readonly rows: readonly CsvRow[]; readonly fault: CsvFault }

export type CsvForm = {
  /** One character. */
  readonly delimiter: string
  /** Rows with content; reading ends after them. Blank rows never count. */
  readonly most: number
}

type Cell = { readonly text: string; readonly end: number }
type Fault = { readonly kind: CsvFault['kind']; readonly at: number }

/** Returns every row with content, at most `most` of them; or where the table cannot be read, and why. */
export function readCsv(text: string, { delimiter, most }: CsvForm): CsvReading {
  const special = new RegExp(`["\\r\\n${delimiter === '|' ? '\\|' : delimiter}]`, 'g')
  const rows: CsvRow[] = []
  let cells: string[] = []
  let row = 1
  let at = 0
  while (at <= text.length && rows.length < most) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, special)
    if ('kind' in cell) return { ok: false, rows, fault: faultAt(text, cell) }
    cells.push(cell.text)
    const next = text[cell.end]
    if (next !== delimiter && next !== undefined && next !== '\n' && next !== '\r') {
      return { ok: false, rows, fault: faultAt(text, { kind: 'text-after-quote', at: cell.end }) }
    }
    if (next !== delimiter) {
      if (cells.some((each) => each.trim() !== '')) rows.push({ row, cells })
      cells = []
      row += 1
    }
    at = cell.end + (next === '\r' && text[cell.end + 1] === '\n' ? 2 : 1)
  }
  return { ok: true, rows }
}

function quotedCell(text: string, start: number): Cell | Fault {
  let end = text.indexOf('"', start + 1)
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
  if (end < 0) return { kind: 'quote-never-closed', at: start }
  return { text: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 }
}

function plainCell(text: string, start: number, special: RegExp): Cell | Fault {
  special.lastIndex = start
  const end = special.exec(text)?.index ?? text.length
  return text[end] === '"' ? { kind: 'quote-inside-value', at: end } : { text: text.slice(start, end), end }
}

function faultAt(text: string, { kind, at }: Fault): CsvFault {
  return { kind, line: lineOf(text, at) }
}
