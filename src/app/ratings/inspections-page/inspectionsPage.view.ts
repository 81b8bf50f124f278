import type { Edition } from '../../../core/framework/edition.ts'
import { dateText, dayText } from '../../../core/kernel/londonTime.ts'
import type { RatingText } from '../../../core/ratings/ratingText.ts'
import { rankOf } from '../../../core/ratings/scale.ts'
import { editionPath } from '../../framework/paths.ts'
import { type FigureStatus, figureStatusOf } from '../../inspections/figureStatus.ts'
import type { WithdrawnInspection } from '../../inspections/inspections.queries.ts'
import { inspectionPagePath, inspectionPath } from '../../layout/inspectionPath.ts'
import { fieldworkText, shownOverall } from '../inspectionText.ts'
import type { RatedStoredInspection } from '../rateStoredInspection.ts'

export type InspectionsPage = {
  readonly rows: readonly InspectionRow[]
}

export type InspectionRow = {
  readonly serviceName: string
  readonly href: string
  readonly edition: string
  readonly editionHref: string
  readonly fieldwork: string
  /** Sorts as dates do; empty if the start of fieldwork is not known. */
  readonly fieldworkSort: string
  readonly figureStatus: FigureStatus
  readonly overall: RatingText
  readonly overallSort: number
  readonly score: string
  /** How many cases are signed; null if the ratings are final. */
  readonly underWay: string | null
  /** Share of the maximum in thousandths, so that scores of different maxima sort. */
  readonly scoreSort: number
}

/** Returns every inspection with its status, overall rating and score, a row each. */
export function inspectionsPage(inspections: readonly RatedStoredInspection[]): InspectionsPage {
  return {
    rows: inspections.map(inspectionRow),
  }
}

/** Returns the withdrawn inspections, for people who may read their history. */
export function withdrawnRows(withdrawn: readonly WithdrawnInspection[]) {
  return withdrawn.map(({ id, serviceName, fieldworkStarted, at, by, reason }) => ({
    serviceName,
    fieldwork: fieldworkStarted === null ? '' : dateText(fieldworkStarted),
    when: `${dayText(at)}, ${by}`,
    reason,
    historyHref: inspectionPagePath(id, 'history'),
  }))
}

function inspectionRow(stored: RatedStoredInspection): InspectionRow {
  const { inspection, edition, rated, underWay } = stored
  return {
    serviceName: inspection.serviceName,
    href: inspectionPath(inspection.id),
    edition: edition.title,
    editionHref: editionPath(edition.id),
    fieldwork: fieldworkText(inspection),
    fieldworkSort: inspection.fieldworkStarted ?? '',
    figureStatus: figureStatusOf(inspection),
    overall: shownOverall(stored, rated.overall),
    overallSort: overallSort(edition, underWay === null ? rated.overall : null),
    score: `${rated.score} of ${rated.maximum}`,
    underWay: underWay === null ? null : `${underWay.signed} of ${underWay.inspected} cases signed`,
    scoreSort: rated.maximum === 0 ? 0 : Math.round((1000 * rated.score) / rated.maximum),
  }
}

function overallSort(edition: Edition, overall: RatedStoredInspection['rated']['overall']): number {
  return overall === null ? -1 : rankOf(edition, overall)
}
