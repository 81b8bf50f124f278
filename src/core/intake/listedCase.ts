import type { CaseDomain } from '../framework/standards.ts'
import type { CalendarDate } from '../kernel/calendarDate.ts'

/** One case of a case list, checked: every value is a code of the edition or of `valueCodes.ts`. */
export type ListedCase = {
  /** The service's own reference; shown only to people on the inspection. */
  readonly caseId: string
  /** Row of the file as a spreadsheet counts it (the header is row 1); null if the case did not come from a file. */
  readonly row: number | null
  readonly domain: CaseDomain
  readonly disposal: string
  readonly startDate: CalendarDate
  readonly gender: string
  /** Whole years at the start of the disposal, or null if it is not known. */
  readonly age: number | null
  readonly ethnicity: string
  /** Risk of serious harm: `low`, `medium`, `high`, `very-high` or `none-made`. */
  readonly rosh: string
  /** Safety and wellbeing, with the same values. */
  readonly safetyWellbeing: string
  /** Columns that the product does not know, stored unchanged, and the source's own text of coded values. */
  readonly others: Readonly<Record<string, string>>
}
