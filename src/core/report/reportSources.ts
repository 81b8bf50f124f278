import type { Edition } from '../framework/edition.ts'
import type { StandardId } from '../framework/standards.ts'
import type { FieldworkUnderWay } from '../ratings/fieldworkUnderWay.ts'
import type { RatedInspection } from '../ratings/ratedInspection.ts'

/** Everything that a report is made from. */
export type ReportSources = {
  readonly edition: Edition
  readonly rated: RatedInspection
  readonly facts: InspectionFacts
  readonly findings: readonly StandardFindings[]
  readonly recommendations: readonly Recommendation[]
}

export type InspectionFacts = {
  readonly id: string
  readonly serviceName: string
  /** ISO date, year and month, or year, as much as is known. */
  readonly fieldworkStarted: string | null
  readonly published: string | null
  /**
   * Title and licence of the published report that has these figures; null for an inspection carried out here.
   */
  readonly source: string | null
  readonly madeUp: boolean
  /** Null once no case is being assessed: until then a report is a draft. */
  readonly underWay: FieldworkUnderWay | null
  /** Cases inspected, by the kind of cases that a domain inspects. */
  readonly cases: readonly { readonly domain: string; readonly inspected: number }[]
}

/** The written findings of one standard, in the order in which they are printed. */
export type StandardFindings = {
  readonly standard: StandardId
  readonly strengths: readonly string[]
  readonly areasForImprovement: readonly string[]
}

export type Recommendation = {
  /** Who should act on it. */
  readonly owner: string
  readonly text: string
}
