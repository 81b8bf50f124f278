/**
 * Allocation as a flow of cases through people. Each case flows to a person, there into the level of its difficulty,
 * from each level into the next easier one, and from the easiest out. So what leaves a level is the number of the
 * person's cases that are as hard as that or harder, and what leaves the easiest is the number of all their cases. What
 * counts is, first, how far numbers of cases are outside the two whole numbers next to proportion to capacity; second,
 * how far the counts that leave the harder levels are outside theirs; third, the squared distance of numbers from
 * proportion; last, how many cases move. A flow outside nowhere costs nothing in the first two, and every other costs
 * something, so if numbers can all be within one of proportion, they are. Why that is always possible, at every level
 * at once, if nothing must stay and no single case is barred: giving each person the same share of every case is a flow
 * whose amounts are all exactly proportional, and a network flow can be put into whole units with every amount rounded
 * down or up (the integrality of network flows: Ahuja, Magnanti and Orlin, "Network flows", 1993, chapter 9). Capacity
 * is never in the way, as it is whole and not below its share. A person's points are the sum over levels of the drop in
 * points to the next level times the cases that leave it, each less than one from proportion; the drops add up to the
 * points of the hardest case. The squares come third because the nearest numbers can be such that a harder level would
 * have to be outside.
 */
import type { Assessor, AssessorId, Pseudonym } from './allocation.ts'
import { capacityOf } from './allocation.ts'
import { type Arc, type Cost, cheapestFlow, noCost } from './cheapestFlow.ts'

export type CaseToPlace = {
  readonly pseudonym: Pseudonym
  readonly points: number
  /** The people who may have it, in any order. */
  readonly permitted: ReadonlySet<AssessorId>
  /** The person who has it now; null if nobody has. */
  readonly current: AssessorId | null
}

type Network = {
  readonly cases: readonly CaseToPlace[]
  readonly assessors: readonly Assessor[]
  /** The points of each level, hardest first. */
  readonly levels: readonly number[]
  readonly room: number
}

const moving: Cost = [0, 0, 0, 1]

/** Returns the person of each case of `cases` in their order, or null if nobody can have it. */
export function placeCases(
  cases: readonly CaseToPlace[],
  assessors: readonly Assessor[],
): readonly (AssessorId | null)[] {
  const levels = [...new Set(cases.map(({ points }) => points))].sort((one, other) => other - one)
  const room = assessors.reduce((sum, assessor) => sum + capacityOf(assessor), 0)
  const network: Network = { cases, assessors, levels, room }
  const choices = cases.flatMap((_, index) => caseArcs(network, index))
  const nodes = cases.length + assessors.length * levels.length + 1
  const arcs = [
    ...choices.map(({ arc }) => arc),
    ...assessors.flatMap((_, index) => levelArcs(network, index)),
  ]
  const { flows } = cheapestFlow(nodes, arcs, [...cases.keys()], nodes - 1)
  const placed = new Map(
    choices.flatMap(({ arc, assessor }, index): [number, AssessorId][] =>
      flows[index] === 1 ? [[arc.from, assessor]] : [],
    ),
  )
  return cases.map((_, index) => placed.get(index) ?? null)
}

function levelNode({ cases, levels }: Network, assessor: number, level: number): number {
  return cases.length + assessor * levels.length + level
}

function caseArcs(network: Network, index: number): { readonly arc: Arc; readonly assessor: AssessorId }[] {
  const networkCase = network.cases[index]
  if (networkCase === undefined) return []
  const level = network.levels.indexOf(networkCase.points)
  return network.assessors.flatMap(({ id }, place) => {
    if (!networkCase.permitted.has(id)) return []
    const cost = networkCase.current === null || networkCase.current === id ? noCost : moving
    const to = levelNode(network, place, level)
    return [{ arc: { from: index, to, most: 1, costOfNext: () => cost }, assessor: id }]
  })
}

/** From each level of one person to the next easier, and from the easiest out. */
function levelArcs(network: Network, place: number): readonly Arc[] {
  const { cases, assessors, levels, room } = network
  const assessor = assessors[place]
  if (assessor === undefined) return []
  const capacity = capacityOf(assessor)
  return levels.map((points, level): Arc => {
    const from = levelNode(network, place, level)
    const asHard = cases.filter((networkCase) => networkCase.points >= points).length
    const far = outside((asHard * capacity) / room)
    if (level < levels.length - 1)
      return { from, to: from + 1, most: cases.length, costOfNext: (flow) => [0, far(flow), 0, 0] }
    const sink = cases.length + assessors.length * levels.length
    const square = squared(asHard * capacity, room)
    return { from, to: sink, most: capacity, costOfNext: (flow) => [far(flow), 0, square(flow), 0] }
  })
}

type RiseOfNext = (flow: number) => number

/** 0 between the two whole numbers next to `share`; each step further outside costs one more than the step before. */
function outside(share: number): RiseOfNext {
  const [down, up] = [Math.floor(share), Math.ceil(share)]
  return (flow) => {
    if (flow >= up) return flow - up + 1
    return flow < down ? flow - down : 0
  }
}

/** The rise of (flow − part ÷ whole)², times `whole`, so that it is a whole number. */
function squared(part: number, whole: number): RiseOfNext {
  return (flow) => 2 * (flow * whole - part) + whole
}
