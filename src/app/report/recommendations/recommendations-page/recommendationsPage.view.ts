import { momentText } from '../../../../core/kernel/londonTime.ts'
import { byOwner, inPrintedOrder } from '../../../../core/report/orderRecommendations.ts'
import { inspectionPath } from '../../../layout/inspectionPath.ts'
import { unprintableWords } from '../../pdf/unprintable.ts'
import type { StoredRecommendation } from '../recommendations.queries.ts'

/** Where the pages of an inspection's recommendations are. */
export function recommendationsAddress(inspectionId: string): string {
  return `${inspectionPath(inspectionId)}/recommendations`
}

/** Where one recommendation is in the list of them. */
export function recommendationAddress(inspectionId: string, id: string): string {
  return `${recommendationsAddress(inspectionId)}#recommendation-${id}`
}

type Inspection = { readonly id: string; readonly serviceName: string }

export type RecommendationsView = {
  readonly inspection: string
  readonly service: string
  readonly address: string
  readonly owners: readonly { readonly owner: string; readonly items: readonly ItemView[] }[]
}

type ItemView = {
  readonly id: string
  /** As the report numbers it, through all owners. */
  readonly number: number
  readonly text: string
  readonly saved: string
  /** What the PDF cannot print of it, in words. */
  readonly unprintable: string | null
  readonly address: string
  readonly mayGoUp: boolean
  readonly mayGoDown: boolean
}

/** The recommendations as the report will print them, with what can be done to each. */
export function recommendationsView(
  inspection: Inspection,
  stored: readonly StoredRecommendation[],
): RecommendationsView {
  const address = recommendationsAddress(inspection.id)
  const numbers = new Map(inPrintedOrder(stored).map(({ id }, index) => [id, index + 1]))
  const itemView = (one: StoredRecommendation): ItemView => {
    const number = numbers.get(one.id) ?? 0
    return {
      id: one.id,
      number,
      text: one.text,
      saved: savedWords(one),
      unprintable: unprintableWords(`${one.owner}\n${one.text}`),
      address: `${address}/${one.id}`,
      mayGoUp: number > 1,
      mayGoDown: number < stored.length,
    }
  }
  return {
    inspection: inspection.id,
    service: inspection.serviceName,
    address,
    owners: byOwner(stored).map(({ owner, items }) => ({ owner, items: items.map(itemView) })),
  }
}

/** Who saved a recommendation last, and when. */
export function savedWords({ savedBy, savedAt }: StoredRecommendation): string {
  return `Saved by ${savedBy}, ${momentText(savedAt)}.`
}
