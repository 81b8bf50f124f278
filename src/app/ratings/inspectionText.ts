/** The facts of an inspection as pages print them. */

import type { Edition } from '../../core/framework/edition.ts'
import { domainOfCases } from '../../core/framework/findInEdition.ts'
import type { Rating } from '../../core/framework/scale.ts'
import { countOf } from '../../core/kernel/countOf.ts'
import { dateText } from '../../core/kernel/londonTime.ts'
import { type FieldworkUnderWay, ratingSoFar } from '../../core/ratings/fieldworkUnderWay.ts'
import { type RatingText, ratingText } from '../../core/ratings/ratingText.ts'
import type { CaseCount, Inspection } from '../inspections/inspection.ts'

/** Returns `September 2022` or `12 September 2022`, or that the start of fieldwork is not known. */
export function fieldworkText({ fieldworkStarted }: Pick<Inspection, 'fieldworkStarted'>): string {
  return fieldworkStarted === null ? 'Not known' : dateText(fieldworkStarted)
}

type Rated = { readonly edition: Edition; readonly underWay: FieldworkUnderWay | null }

/** Returns the text of a rating; while cases are still being assessed, of what the answers give so far. */
export function shownRating({ edition, underWay }: Rated, rating: Rating | null): RatingText {
  const final = ratingText(edition, rating)
  return underWay === null ? final : ratingSoFar(final)
}

/** Returns the text of an overall rating, or that there is none yet. */
export function shownOverall(rated: Rated, overall: Rating | null): RatingText {
  return overall === null ? { text: 'Not rated yet', tone: 'none' } : shownRating(rated, overall)
}

/** Returns `18 cases inspected` for the kind of cases that a domain inspects; null if their number is not known. */
export function casesText(
  cases: readonly CaseCount[],
  caseDomain: string | null,
  underWay: FieldworkUnderWay | null,
): string | null {
  const count = cases.find(({ domain }) => domain === caseDomain)
  if (count === undefined) return null
  return `${countOf(count.inspected, 'case')} ${underWay === null ? 'inspected' : 'with answers so far'}`
}

/** Returns each kind of cases with the title of its domain and its number, in the order of the edition. */
export function caseRows(
  edition: Edition,
  cases: readonly CaseCount[],
): readonly { readonly title: string; readonly inspected: number }[] {
  const known = cases.flatMap((count) => {
    const domain = domainOfCases(edition, count.domain)
    return domain === undefined ? [] : [{ domain, inspected: count.inspected }]
  })
  return known
    .toSorted(
      (first, second) => edition.domains.indexOf(first.domain) - edition.domains.indexOf(second.domain),
    )
    .map(({ domain, inspected }) => ({ title: domain.title, inspected }))
}
