import { caseListLimits as limits } from './caseListLimits.ts'

/** What a sheet of a workbook hides. */
export type SheetVisibility = {
  /** `very-hidden`: hidden so that the spreadsheet program does not offer to show it. */
  readonly sheet: 'shown' | 'hidden' | 'very-hidden'
  /** Rows, counted from 1, that are hidden or filtered out. */
  readonly rows: ReadonlySet<number>
  /** Columns, counted from 0. */
  readonly columns: ReadonlySet<number>
}

/** What a hostile file hides beyond the columns that are read is not counted. */
export const lastColumn = limits.columns
