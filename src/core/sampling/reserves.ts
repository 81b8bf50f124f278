/** Which case comes next when a sample grows, so that it stays balanced and nobody chooses. */
import { numberAt } from './numbers.ts'
import type { Profiles } from './profiles.ts'

/** The order in which cases join a sample. */
export type DrawOrder = {
  /** The cases of each profile, in the order in which they are used. */
  readonly orders: readonly (readonly string[])[]
  /** The profiles, in the order in which they are used if nothing else decides. */
  readonly ties: readonly number[]
}

/** The cases of one profile that are not used yet, the next one last. */
type Queue = { readonly margins: readonly number[]; readonly waiting: string[] }

/**
 * Returns the cases of `orders` that come next, in the order in which they join the sample. Each next case is of the
 * profile whose levels, together, are furthest below their proportional number, which makes the sum of the squared
 * deviations least; but first of all no level deviates by a whole case if that is possible. Of profiles alike in that,
 * the first in `ties` is next. All in whole numbers, so that every machine finds the same order. `orders` has each
 * profile's cases in the order of the draw, `taken` how many of them are already in the sample; it returns no more than
 * `most`.
 */
export function reserveOrder(
  population: Profiles,
  { orders, ties }: DrawOrder,
  taken: readonly number[],
  most = Number.POSITIVE_INFINITY,
): readonly string[] {
  const sums = population.margins.map(() => 0)
  const queues = ties.flatMap((profile): Queue[] => {
    const margins = population.profiles[profile]?.margins ?? []
    const own = orders[profile] ?? []
    const count = numberAt(taken, profile)
    for (const margin of margins) sums[margin] = numberAt(sums, margin) + count
    return count < own.length ? [{ margins, waiting: own.slice(count).reverse() }] : []
  })
  const held = taken.reduce((sum, count) => sum + count, 0)
  return takeAll(population, queues, { sums, size: held }, most)
}

function takeAll(
  population: Profiles,
  queues: readonly Queue[],
  { sums, size: held }: { readonly sums: number[]; readonly size: number },
  most: number,
): readonly string[] {
  const reserves: string[] = []
  let waiting = queues
  while (waiting.length > 0 && reserves.length < most) {
    const size = held + reserves.length + 1
    const queue = shortest(waiting, excesses(population, sums, size))
    const caseId = queue?.waiting.pop()
    if (queue === undefined || caseId === undefined) return reserves
    reserves.push(caseId)
    for (const margin of queue.margins) sums[margin] = numberAt(sums, margin) + 1
    if (queue.waiting.length === 0) waiting = waiting.filter((other) => other !== queue)
  }
  return reserves
}

/**
 * How much room each margin has for one more case in a sample of `size`: by how much it is over its proportional
 * number, times the cases of the list; and far more than that if one more case would put it a whole case over, or one
 * fewer leaves it a whole case short.
 */
function excesses({ cases, margins }: Profiles, sums: readonly number[], size: number): readonly number[] {
  const far = 100 * cases
  return margins.map((margin, index) => {
    const excess = numberAt(sums, index) * cases - size * margin.cases
    return excess + (excess >= 0 ? far : 0) - (excess <= -cases ? far : 0)
  })
}

function shortest(queues: readonly Queue[], excess: readonly number[]): Queue | undefined {
  let best: Queue | undefined
  let least = Number.POSITIVE_INFINITY
  for (const queue of queues) {
    let own = 0
    for (const margin of queue.margins) own += numberAt(excess, margin)
    if (own < least) {
      best = queue
      least = own
    }
  }
  return best
}
