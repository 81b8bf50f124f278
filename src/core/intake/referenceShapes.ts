/**
 * What a spreadsheet program makes of references that it reads as numbers or dates, and references that reveal too
 * much.
 */
import type { CalendarDate } from '../kernel/calendarDate.ts'

/**
 * Returns whether digits of a reference are lost: `1.00023E+11`, `2,19e+26`, `1.5 x 10^11`, or the bars of a column
 * that is too narrow.
 */
export function hasLostFigures(reference: string): boolean {
  return (
    /^[+-]?\d+(?:[.,]\d+)? ?e ?[+-] ?\d{1,3}$/i.test(reference) ||
    /^[+-]?\d+[.,]\d+ ?e ?\d{1,3}$/i.test(reference) ||
    /^[+-]?\d+(?:[.,]\d+)? ?[x×*·] ?10 ?\^? ?[+-]?\d{1,3}$/i.test(reference) ||
    /^#{2,}$/.test(reference)
  )
}

/**
 * Returns whether digits may be lost: a spreadsheet program keeps 15 digits of a number, and writes `121` as `121.0` or
 * `1,121`.
 */
export function mayHaveLostFigures(reference: string): boolean {
  return /^\d{16,}$/.test(reference) || /^\d+e\d+$/i.test(reference) || isFormattedNumber(reference)
}

function isFormattedNumber(reference: string): boolean {
  return /^-?\d+[.,]0+$/.test(reference) || /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(reference)
}

/** Returns whether a cell shows that its formula has no value: `#N/A`, `Err:502`. */
export function isSpreadsheetError(text: string): boolean {
  return /^#(?:N\/A|NAME\?|DIV\/0!|[A-Z]{3,12}!|GETTING_DATA)$|^Err:\d{3}$/i.test(text)
}

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const dayOrMonth = '(?:0?[1-9]|[12]\\d|3[01])'
const between = '[-/. ]?'
const dateShapes = [
  `\\d{1,2}(?:st|nd|rd|th)?${between}${month}(?:${between}(?:\\d{4}|\\d{2}))?`,
  `${month}${between}\\d{1,4}(?:,? \\d{4})?`,
  `\\d{4}${between}${month}(?:${between}\\d{1,2})?`,
  `${dayOrMonth}([-/.])${dayOrMonth}\\1(?:(?:19|20)\\d{2}|\\d{2})`,
  `(?:19|20)\\d{2}([-/.])${dayOrMonth}\\2${dayOrMonth}`,
  '\\d{1,2}/\\d{1,4}',
  '\\d{4}/\\d{1,2}',
  '\\d{1,2}:\\d{2}(?::\\d{2})?',
].join('|')
const dateShape = new RegExp(`^(?:${dateShapes})(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z?)?$`, 'i')

/**
 * Returns whether a reference looks like a date: `03-Dec`, `Mar-12`, `03/12/2026` are what a spreadsheet program makes
 * of `3-12` or `MAR12`.
 */
export function looksLikeDate(reference: string): boolean {
  return dateShape.test(reference)
}

/**
 * Returns the letters before a child's date of birth in digits: `JB` of `JB030410`; undefined if there is no such date.
 */
export function lettersBeforeBirthDate(reference: string, today: CalendarDate): string | undefined {
  const [, letters, figures = ''] = /^([a-z]{0,4})[-/ _.]?(\d{6}|\d{8})$/i.exec(reference) ?? []
  if (letters === undefined) return undefined
  const birth = figures.length === 6 ? [birthOf(figures, 4)] : [birthOf(figures, 4), yearFirst(figures)]
  return birth.some((parts) => isBirthOfChild(parts, today)) ? letters.toUpperCase() : undefined
}

type Birth = { readonly year: number; readonly month: number; readonly day: number }

function birthOf(figures: string, yearAt: number): Birth {
  const year = Number(figures.slice(yearAt))
  return {
    year: figures.length === 6 ? 2000 + year : year,
    month: Number(figures.slice(2, 4)),
    day: Number(figures.slice(0, 2)),
  }
}

function yearFirst(figures: string): Birth {
  return {
    year: Number(figures.slice(0, 4)),
    month: Number(figures.slice(4, 6)),
    day: Number(figures.slice(6)),
  }
}

/** Children in youth justice are 10 to 17; some are 18 or 19 before their order ends. */
function isBirthOfChild({ year, month: ofYear, day }: Birth, today: CalendarDate): boolean {
  const age = Number(today.slice(0, 4)) - year
  return age >= 8 && age <= 21 && ofYear >= 1 && ofYear <= 12 && day >= 1 && day <= 31
}
