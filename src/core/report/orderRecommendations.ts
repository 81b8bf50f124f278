/** The order in which recommendations are printed: together under the owner who is to act on them. */
import type { Recommendation } from './reportSources.ts'

export type Direction = 'up' | 'down'

export type OwnersRecommendations<One> = { readonly owner: string; readonly items: readonly One[] }

/** The recommendations by owner; owners in the order in which each is first named. */
export function byOwner<One extends Recommendation>(
  recommendations: readonly One[],
): readonly OwnersRecommendations<One>[] {
  const owners = [...new Set(recommendations.map(({ owner }) => owner))]
  return owners.map((owner) => ({ owner, items: recommendations.filter((one) => one.owner === owner) }))
}

/** The recommendations as they are printed, one after the other. */
export function inPrintedOrder<One extends Recommendation>(recommendations: readonly One[]): readonly One[] {
  return byOwner(recommendations).flatMap(({ items }) => items)
}

/**
 * The printed order after `moved` has gone one place up or down. Where it is the first or the last of its owner's, all
 * of that owner's go past the neighbouring owner's; at the very end nothing changes.
 */
export function moveRecommendation<One extends Recommendation>(
  recommendations: readonly One[],
  moved: One,
  direction: Direction,
): readonly One[] {
  const groups = byOwner(recommendations)
  const group = groups.findIndex(({ items }) => items.includes(moved))
  const items = groups[group]?.items ?? []
  const place = items.indexOf(moved)
  const swapped = swap(items, place, direction)
  if (swapped === undefined) {
    return (swap(groups, group, direction) ?? groups).flatMap((one) => one.items)
  }
  return groups.flatMap((one, index) => (index === group ? swapped : one.items))
}

/** Undefined where there is no neighbour on that side. */
function swap<One>(items: readonly One[], place: number, direction: Direction): readonly One[] | undefined {
  const upper = direction === 'up' ? place - 1 : place
  const [above, below] = items.slice(Math.max(upper, 0), upper + 2)
  if (upper < 0 || above === undefined || below === undefined) return undefined
  return [...items.slice(0, upper), below, above, ...items.slice(upper + 2)]
}
