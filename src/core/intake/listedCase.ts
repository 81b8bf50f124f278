import type { CaseDomain } from '../framework/standards.ts'
import type { CalendarDate } from '../kernel/calendarDate.ts'

/** One case of a case list, checked: every value is a code of the edition or of `valueCodes.ts`. */
export type ListedCase = {
  /** The service's own reference; shown only to those on the inspection. */
  readonly caseId: string
  /** Row of the file as a spreadsheet counts it (the header is row 1); null where the case came from no file. */
  readonly row: number | null
  readonly domain: CaseDomain
  readonly disposal: string
  readonly startDate: CalendarDate
  readonly gender: string
  /** Whole years at the start of the disposal, or null where it is not known. */
  readonly age: number | null
  readonly ethnicity: string
  /** Risk of serious harm: `low`, `medium`, `high`, `very-high` or `none-made`. */
  readonly rosh: string
  /** Safety and wellbeing, in the same classes. */
  readonly safetyWellbeing: string
  /** Columns the product does not know, carried as they were, and the source's own wording of coded values. */
  readonly others: Readonly<Record<string, string>>
}
