import { byOwner, inPrintedOrder } from '../../../../core/report/orderRecommendations.ts'
import { inspectionPath } from '../../../layout/inspectionPath.ts'
import {
  moveRecommendationPath,
  newRecommendationPath,
  recommendationPath,
  removeRecommendationPath,
} from '../../paths.ts'
import { unprintableText } from '../../pdf/unprintableText.ts'
import { savedText } from '../../savedText.ts'
import type { StoredRecommendation } from '../recommendations.queries.ts'

type Inspection = { readonly id: string; readonly serviceName: string }

export type RecommendationsView = {
  readonly service: string
  readonly inspectionHref: string
  readonly newHref: string
  readonly owners: readonly { readonly owner: string; readonly items: readonly ItemView[] }[]
}

type ItemView = {
  readonly id: string
  /** As the report numbers it, through all owners. */
  readonly number: number
  readonly text: string
  readonly saved: string
  /** Which of its characters the PDF cannot print, as a sentence. */
  readonly unprintable: string | null
  readonly address: string
  readonly moveHref: string
  readonly removeHref: string
  readonly mayGoUp: boolean
  readonly mayGoDown: boolean
}

/** Returns the recommendations as the report prints them, with what can be done to each. */
export function recommendationsView(
  inspection: Inspection,
  stored: readonly StoredRecommendation[],
): RecommendationsView {
  const numbers = new Map(inPrintedOrder(stored).map(({ id }, index) => [id, index + 1]))
  const itemView = (recommendation: StoredRecommendation): ItemView => {
    const number = numbers.get(recommendation.id) ?? 0
    return {
      id: recommendation.id,
      number,
      text: recommendation.text,
      saved: savedText(recommendation),
      unprintable: unprintableText(`${recommendation.owner}\n${recommendation.text}`),
      address: recommendationPath(inspection.id, recommendation.id),
      moveHref: moveRecommendationPath(inspection.id, recommendation.id),
      removeHref: removeRecommendationPath(inspection.id, recommendation.id),
      mayGoUp: number > 1,
      mayGoDown: number < stored.length,
    }
  }
  return {
    service: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    newHref: newRecommendationPath(inspection.id),
    owners: byOwner(stored).map(({ owner, items }) => ({ owner, items: items.map(itemView) })),
  }
}
