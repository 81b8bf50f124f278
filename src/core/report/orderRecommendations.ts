/** The order in which recommendations are printed: grouped by the owner who should act on them. */
import type { Recommendation } from './reportSources.ts'

export type Direction = 'up' | 'down'

export type OwnersRecommendations<Ordered> = { readonly owner: string; readonly items: readonly Ordered[] }

/** Returns the recommendations by owner; owners in the order in which each is first named. */
export function byOwner<Ordered extends Recommendation>(
  recommendations: readonly Ordered[],
): readonly OwnersRecommendations<Ordered>[] {
  const owners = [...new Set(recommendations.map(({ owner }) => owner))]
  return owners.map((owner) => ({
    owner,
    items: recommendations.filter((recommendation) => recommendation.owner === owner),
  }))
}

/** Returns the recommendations as they are printed, one after another. */
export function inPrintedOrder<Ordered extends Recommendation>(
  recommendations: readonly Ordered[],
): readonly Ordered[] {
  return byOwner(recommendations).flatMap(({ items }) => items)
}

/**
 * Returns the printed order after `moved` moved up or down by one place. If it is the owner's first or last, all of
 * that owner's recommendations move past those of the neighbouring owner; at the very end nothing changes.
 */
export function moveRecommendation<Ordered extends Recommendation>(
  recommendations: readonly Ordered[],
  moved: Ordered,
  direction: Direction,
): readonly Ordered[] {
  const groups = byOwner(recommendations)
  const group = groups.findIndex(({ items }) => items.includes(moved))
  const items = groups[group]?.items ?? []
  const place = items.indexOf(moved)
  const swapped = swap(items, place, direction)
  if (swapped === undefined) {
    return (swap(groups, group, direction) ?? groups).flatMap((ofOwner) => ofOwner.items)
  }
  return groups.flatMap((ofOwner, index) => (index === group ? swapped : ofOwner.items))
}

/** Undefined if there is no neighbour on that side. */
function swap<Ordered>(
  items: readonly Ordered[],
  place: number,
  direction: Direction,
): readonly Ordered[] | undefined {
  const upper = direction === 'up' ? place - 1 : place
  const [above, below] = items.slice(Math.max(upper, 0), upper + 2)
  if (upper < 0 || above === undefined || below === undefined) return undefined
  return [...items.slice(0, upper), below, above, ...items.slice(upper + 2)]
}
