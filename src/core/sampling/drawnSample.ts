/** The draw of a sample and what comes after it, by a method with a name. */
import { countsByProfile } from './cube1.ts'
import { numberAt } from './numbers.ts'
import { byText, type DrawnCase, type Profiles, profilesOf } from './profiles.ts'
import { type DrawOrder, reserveOrder } from './reserves.ts'
import { type Chance, seededChance, shuffled } from './seededChance.ts'

/**
 * The methods a proof may name. A method is never changed, only replaced by another with a new name, because its draws
 * must be repeatable for ever.
 */
export const drawMethods = ['cube-1'] as const
export type DrawMethod = (typeof drawMethods)[number]

export type DrawnDomain = {
  /** By id. */
  readonly sampled: readonly string[]
  /** Every other case, in the order in which they are used. */
  readonly reserves: readonly string[]
}

/**
 * Returns `size` of `cases`, drawn by chance. Every case has the same chance, and each level of each balancing variable
 * is within one case of its proportional number if that is possible. The same cases, size and seed give the same draw
 * in whatever order the cases come. Throws if `size` is not a whole number from 0 to the number of cases.
 */
export function drawDomain(
  method: DrawMethod,
  cases: readonly DrawnCase[],
  size: number,
  seed: string,
): DrawnDomain {
  if (!Number.isInteger(size) || size < 0 || size > cases.length) {
    throw new RangeError(`no sample of ${size} from ${cases.length} cases`)
  }
  const population = profilesOf(cases)
  const { orders, ties, chance } = ordersOf(population, method, seed)
  const counts = countsByProfile(population, size, chance)
  return {
    sampled: orders.flatMap((caseIds, profile) => caseIds.slice(0, numberAt(counts, profile))).sort(byText),
    reserves: reserveOrder(population, { orders, ties }, counts),
  }
}

/**
 * Returns the further cases of a sample of `size` after a new version of the list, in addition to those `held`: the
 * cases that bring the whole nearest to the balance of the list as it is now. Those that are not in `cases` count
 * neither for the size nor for the balance. If `held` is already enough, none is added.
 */
export function topUpDomain(
  method: DrawMethod,
  cases: readonly DrawnCase[],
  held: readonly string[],
  { size, seed }: { readonly size: number; readonly seed: string },
): { readonly added: readonly string[]; readonly reserves: readonly string[] } {
  const population = profilesOf(cases)
  const { orders, ties } = ordersOf(population, method, seed)
  const kept = new Set(held)
  const heldFirst = orders.map((caseIds) => [
    ...caseIds.filter((caseId) => kept.has(caseId)),
    ...caseIds.filter((caseId) => !kept.has(caseId)),
  ])
  const counts = orders.map((caseIds) => caseIds.filter((caseId) => kept.has(caseId)).length)
  const all = reserveOrder(population, { orders: heldFirst, ties }, counts)
  const missing = Math.max(0, size - counts.reduce((sum, count) => sum + count, 0))
  return { added: all.slice(0, missing), reserves: all.slice(missing) }
}

/**
 * Returns the reserve that replaces a case: of all `reserves` the one that leaves the sample nearest to the balance of
 * the list, and of several that do, the first. `held` is the sample without the case that leaves. Undefined if there is
 * no reserve.
 */
export function replacementFor(
  cases: readonly DrawnCase[],
  held: readonly string[],
  reserves: readonly string[],
): string | undefined {
  const population = profilesOf(cases)
  const kept = new Set(held)
  const waiting = new Map(reserves.map((caseId, place) => [caseId, place]))
  const place = (caseId: string) => waiting.get(caseId) ?? 0
  const orders = population.profiles.map(({ caseIds }) => [
    ...caseIds.filter((caseId) => kept.has(caseId)),
    ...caseIds.filter((caseId) => waiting.has(caseId)).sort((one, other) => place(one) - place(other)),
  ])
  const counts = population.profiles.map(({ caseIds }) => caseIds.filter((caseId) => kept.has(caseId)).length)
  const firstPlace = orders.map((caseIds, profile) => place(caseIds[numberAt(counts, profile)] ?? ''))
  const ties = [...orders.keys()].sort(
    (one, other) => numberAt(firstPlace, one) - numberAt(firstPlace, other),
  )
  return reserveOrder(population, { orders, ties }, counts, 1)[0]
}

type Orders = DrawOrder & {
  /** What is left of the chance. */
  readonly chance: Chance
}

function ordersOf({ profiles }: Profiles, method: DrawMethod, seed: string): Orders {
  const chance = seededChance(`${method}\n${seed}`)
  const orders = profiles.map(({ caseIds }) => shuffled(caseIds, chance))
  return { orders, ties: shuffled([...profiles.keys()], chance), chance }
}
