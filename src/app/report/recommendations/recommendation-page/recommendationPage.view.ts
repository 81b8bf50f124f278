import { byOwner } from '../../../../core/report/orderRecommendations.ts'
import type { FormValues, SentForm } from '../../../layout/form/formPage.ts'
import { versionSeen } from '../../../layout/form/versionSeen.ts'
import { inspectionPath } from '../../../layout/inspectionPath.ts'
import { recommendationPath, recommendationsPath } from '../../paths.ts'
import { savedText } from '../../savedText.ts'
import type { StoredRecommendation } from '../recommendations.queries.ts'

export type RecommendationView = {
  readonly service: string
  readonly inspectionHref: string
  /** Of the list of recommendations. */
  readonly address: string
  /** The address to which the form is sent. */
  readonly action: string
  readonly title: string
  /** The version that the form says it saw. */
  readonly version: number
  readonly values: FormValues
  /** Owners that other recommendations have, to be offered. */
  readonly owners: readonly string[]
  /** What is stored now, if someone changed it after the writer had read it: both are shown and none is lost. */
  readonly stored: { readonly owner: string; readonly text: string; readonly saved: string } | null
}

type Inspection = { readonly id: string; readonly serviceName: string }

/**
 * Returns what the form of the recommendation `id` shows, of a new one if `id` is null; undefined if there is none of
 * this id. A form that was refused shows what was typed; that of one that someone removed meanwhile adds it again.
 */
export function recommendationView(
  inspection: Inspection,
  list: readonly StoredRecommendation[],
  id: string | null,
  sent: SentForm | null,
): RecommendationView | undefined {
  const isRefusedFor = (code: string) => sent?.problems.some((each) => each.code === code) ?? false
  const stored = list.find((each) => each.id === id)
  if (id !== null && stored === undefined && !isRefusedFor('recommendations.gone')) return undefined
  const clashes = isRefusedFor('recommendations.changed-meanwhile')
  const { owner = '', text = '' } = sent?.values ?? stored ?? {}
  const address = recommendationsPath(inspection.id)
  return {
    service: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    address,
    action: stored === undefined ? address : recommendationPath(inspection.id, stored.id),
    title: stored === undefined ? 'Add a recommendation' : 'Change a recommendation',
    // After a clash the writer sees both texts, so the next save may replace what is stored now.
    version: clashes || sent === null ? (stored?.version ?? 0) : versionSeen(sent.values),
    values: { owner, text },
    owners: byOwner(list).map(({ owner: known }) => known),
    stored: clashes && stored !== undefined ? { ...stored, saved: savedText(stored) } : null,
  }
}
