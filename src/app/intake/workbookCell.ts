/** The text of a workbook's cell: what the cell shows, dates apart, which come as the day they are. */
import * as spreadsheet from '@e965/xlsx'
import { maskedNumber } from './digitMask.ts'

export type CellText = {
  readonly text: string
  /** What is to be said of the cell; absent where it is plain. */
  readonly odd?: 'hidden-value' | 'lost-figures'
}

/**
 * A formula and an error come as their own text, which the check of cells names. A number comes as it is shown if
 * its format adds anything to it, such as noughts, letters or hyphens.
 */
export function cellText(cell: spreadsheet.CellObject, startsIn1904: boolean): CellText {
  if (cell.f !== undefined || cell.F !== undefined) return { text: `=${cell.f ?? ''}` }
  if (cell.t === 'e') return { text: cell.w ?? '#VALUE!' }
  if (cell.v instanceof Date) return { text: isoDay(cell.v) }
  if (typeof cell.v === 'number') return numberText(cell.v, cell, startsIn1904)
  if (typeof cell.v === 'boolean') return { text: cell.w ?? String(cell.v).toUpperCase() }
  const text = cell.v === undefined || cell.v === null ? '' : String(cell.v)
  return /[^@\s]/.test(formatOf(cell)) && formatOf(cell).includes('@') ? shownOr(text, cell.w) : { text }
}

/** Spreadsheet programs keep 15 figures of a number, and change the others to noughts. */
const firstWithSixteenFigures = 1e15

function numberText(value: number, cell: spreadsheet.CellObject, startsIn1904: boolean): CellText {
  const format = formatOf(cell)
  if (showsDay(format)) return { text: serialDay(startsIn1904 ? value + daysTo1904 : value) }
  if (Math.abs(value) >= firstWithSixteenFigures) return { text: String(value), odd: 'lost-figures' }
  const shown = shownNumber(value, cell, format)
  if (shown === undefined && format !== '') return { text: String(value), odd: 'hidden-value' }
  return isValueItself(value, shown, format) ? { text: String(value) } : shownOr(String(value), shown)
}

/**
 * As the file says it is shown, or as its format shows it; without the characters that fill up a wide column.
 * Undefined if nobody can tell.
 */
function shownNumber(value: number, { w }: spreadsheet.CellObject, format: string): string | undefined {
  const masked = maskedNumber(format, value)
  const filler = /\*./gs
  if (masked !== undefined || !filler.test(format)) return (masked ?? w)?.trim()
  try {
    return spreadsheet.SSF.format(format.replaceAll(filler, ''), value).trim()
  } catch {
    return undefined
  }
}

/** Nothing was added that could belong to a reference: the usual format, or noughts after the point. */
function isValueItself(value: number, shown: string | undefined, format: string): boolean {
  if (shown === undefined || shown === String(value)) return true
  if (/^-?\d+\.\d*0$/.test(shown) && !/^-?0\d/.test(shown)) return Number(shown) === value
  const isPlain = /^(?:general)?$/i.test(format)
  return isPlain && /^-?\d[\d.,]*E[+-]?\d+$/.test(shown) ? true : isPlain && isRounded(value, shown)
}

/** A fraction of which the cell shows fewer figures than it holds. */
function isRounded(value: number, shown: string): boolean {
  return !Number.isInteger(value) && /^-?\d+[.,]\d+$/.test(shown) && !/^-?0\d/.test(shown)
}

function shownOr(value: string, shown: string | undefined): CellText {
  if (shown === undefined) return { text: value }
  return shown.trim() === '' && value.trim() !== ''
    ? { text: value, odd: 'hidden-value' }
    : { text: shown.trim() }
}

function formatOf({ z }: spreadsheet.CellObject): string {
  return typeof z === 'string' ? z : ''
}

/** A format of times of day alone shows no day; years or months stand for the day that the cell holds. */
function showsDay(format: string): boolean {
  const bare = format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  return spreadsheet.SSF.is_date(format) && (/[dy]/i.test(bare) || /m{3}/i.test(bare))
}

/** Days between the two beginnings of spreadsheet time, 1900 and 1904. */
const daysTo1904 = 1462
const dayMs = 24 * 60 * 60 * 1000
/** Less than a second: a day that a calculation brought to a hair before midnight. */
const hair = 1e-6

function serialDay(serial: number): string {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial + hair) * dayMs)
  return Number.isNaN(day.getTime()) ? String(serial) : isoDay(day)
}

function isoDay(day: Date): string {
  return Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10)
}
