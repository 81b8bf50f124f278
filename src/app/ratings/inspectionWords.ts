/** The facts of an inspection as pages print them. */

import type { Edition } from '../../core/framework/edition.ts'
import { domainOfCases } from '../../core/framework/findInEdition.ts'
import type { Rating } from '../../core/framework/scale.ts'
import type { StandardId } from '../../core/framework/standards.ts'
import { countOf } from '../../core/kernel/countOf.ts'
import { dateText } from '../../core/kernel/londonTime.ts'
import { type FieldworkUnderWay, ratingSoFar } from '../../core/ratings/fieldworkUnderWay.ts'
import { type RatingText, ratingText } from '../../core/ratings/ratingText.ts'
import type { CaseCount, Inspection } from '../inspections/inspection.ts'
import { inspectionPath } from '../layout/inspectionPath.ts'

/** `Fieldwork started September 2022`, or that it is not known. */
export function fieldworkWords({ fieldworkStarted }: Pick<Inspection, 'fieldworkStarted'>): string {
  return fieldworkStarted === null ? 'Not known' : dateText(fieldworkStarted)
}

type Rated = { readonly edition: Edition; readonly underWay: FieldworkUnderWay | null }

/** A rating that stands, or what the answers give so far. */
export function shownRating({ edition, underWay }: Rated, rating: Rating | null): RatingText {
  const words = ratingText(edition, rating)
  return underWay === null ? words : ratingSoFar(words)
}

export function shownOverall(rated: Rated, overall: Rating | null): RatingText {
  return overall === null ? { text: 'Not rated yet', tone: 'none' } : shownRating(rated, overall)
}

/** `18 cases inspected` for the cases a domain inspected, by the domain's own kind of cases; null where none are known. */
export function casesWords(
  cases: readonly CaseCount[],
  caseDomain: string | null,
  underWay: FieldworkUnderWay | null,
): string | null {
  const count = cases.find(({ domain }) => domain === caseDomain)
  if (count === undefined) return null
  return `${countOf(count.inspected, 'case')} ${underWay === null ? 'inspected' : 'with answers so far'}`
}

/** Each kind of cases with its domain's title and number, in the edition's order. */
export function caseRows(
  edition: Edition,
  cases: readonly CaseCount[],
): readonly { readonly title: string; readonly inspected: number }[] {
  const known = cases.flatMap((count) => {
    const domain = domainOfCases(edition, count.domain)
    return domain === undefined ? [] : [{ domain, inspected: count.inspected }]
  })
  return known
    .toSorted((one, other) => edition.domains.indexOf(one.domain) - edition.domains.indexOf(other.domain))
    .map(({ domain, inspected }) => ({ title: domain.title, inspected }))
}

export function standardAddress(inspection: Pick<Inspection, 'id'>, standard: StandardId): string {
  return `${inspectionPath(inspection.id)}/standards/${standard}`
}

export function editionStandardAddress(edition: Edition, standard: StandardId): string {
  return `/editions/${edition.id}/standards/${standard}`
}
