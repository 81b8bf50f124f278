/** The text of a workbook's cell: what the cell shows, except that a date is always an ISO day. */
import * as spreadsheet from '@e965/xlsx'
import { maskedNumber } from './digitMask.ts'

export type CellText = {
  readonly text: string
  /** What is unusual about the cell; absent if nothing is. */
  readonly odd?: 'hidden-value' | 'lost-figures'
}

/**
 * A formula and an error come as their own text, which the check of cells names. A number comes as it is shown if
 * its format adds anything to it, such as zeros, letters or hyphens.
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

/** Spreadsheet programs keep 15 digits of a number, and change the others to zeros. */
const firstWithSixteenFigures = 1e15

function numberText(value: number, cell: spreadsheet.CellObject, startsIn1904: boolean): CellText {
  const format = formatOf(cell)
  if (showsDay(cell)) return dayText(value, startsIn1904)
  if (Math.abs(value) >= firstWithSixteenFigures) return { text: String(value), odd: 'lost-figures' }
  const shown = shownNumber(value, cell, format)
  if (shown === undefined && format !== '') return { text: String(value), odd: 'hidden-value' }
  return isValueItself(value, shown, format) ? { text: String(value) } : shownOr(String(value), shown)
}

/**
 * As the file says it is shown, or as its format shows it; without the characters that fill up a wide column, and
 * without the names of languages, which show nothing. Undefined if nobody can tell.
 */
function shownNumber(value: number, { w }: spreadsheet.CellObject, format: string): string | undefined {
  const bare = format.replaceAll(fillerOrLanguage, (_, literal: string | undefined) => literal ?? '')
  const masked = maskedNumber(bare, value)
  if (masked !== undefined || bare === format) return (masked ?? w)?.trim()
  try {
    return spreadsheet.SSF.format(bare, value).trim()
  } catch {
    return undefined
  }
}

/** What is in quotation marks or after a backslash is shown as it is. */
const fillerOrLanguage = /("[^"]*"|\\.)|\*.|\[\$-[^\]]*\]/gs

/** Nothing was added that could belong to a reference. */
function isValueItself(value: number, shown: string | undefined, format: string): boolean {
  if (shown === undefined || shown === String(value)) return true
  const isPlain = /^(?:general)?$/i.test(format)
  if (!isPlain) return false
  return /^-?\d[\d.,]*E[+-]?\d+$/.test(shown) || isRounded(value, shown, format)
}

/** A fraction of which the cell shows fewer digits than it has. */
function isRounded(value: number, shown: string, format: string): boolean {
  if (Number.isInteger(value)) return false
  return format !== '' || (/^-?\d+[.,]\d+$/.test(shown) && !/^-?0\d/.test(shown))
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

/** A format with only times of day shows no day; one with years or months shows that the cell has a day. */
function showsDay(cell: spreadsheet.CellObject): boolean {
  const format = formatOf(cell)
  // A date of a format that every program has and this reader knows only by its number.
  if (format === '') return /^\d{1,2}\/\d{1,2}\/\d{2}$/.test(cell.w ?? '')
  const bare = format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  return spreadsheet.SSF.is_date(format) && (/[dy]/i.test(bare) || /m{3}/i.test(bare))
}

/** Days between the two beginnings of spreadsheet time, 1900 and 1904. */
const daysTo1904 = 1462
const dayMs = 24 * 60 * 60 * 1000
/** Less than a second: a day that a calculation brought to a hair before midnight. */
const hair = 1e-6
/** 31 December 9999; a cell that holds a later day, or one before the first, shows nothing but bars. */
const lastDay = 2_958_465

function dayText(value: number, startsIn1904: boolean): CellText {
  const serial = Math.floor((startsIn1904 ? value + daysTo1904 : value) + hair)
  if (serial < 0 || serial > lastDay) return { text: String(value), odd: 'hidden-value' }
  return { text: isoDay(new Date(Date.UTC(1899, 11, 30) + serial * dayMs)) }
}

function isoDay(day: Date): string {
  return Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10)
}
