/** Flows of whole units through a network at the least cost, if each further unit on an arc may cost more. */

/** Costs by rank: a lower cost of a higher rank is worth any cost of the ranks after it. */
export type Cost = readonly [number, number, number, number]

export const noCost: Cost = [0, 0, 0, 0]

export type Arc = {
  readonly from: number
  readonly to: number
  /** The most units that may flow. */
  readonly most: number
  /** What one more unit costs with this many already; it must not fall as the flow rises. */
  readonly costOfNext: (flow: number) => Cost
}

/**
 * Returns how much flows on each arc if one unit from each source goes to the sink at the least total cost. A source
 * from which no unit can arrive is left out, at no cost to the others. Successive shortest paths (Ahuja, Magnanti and
 * Orlin, "Network flows", 1993, chapters 9 and 14: with costs that never fall, the flow after each unit costs the least
 * of all flows from as many sources). The network without its flow must have no cycle. Texts and order decide between
 * flows of the same cost, so that the same input gives the same flow.
 */
export function cheapestFlow(
  nodes: number,
  arcs: readonly Arc[],
  sources: readonly number[],
  sink: number,
): { readonly flows: readonly number[]; readonly left: readonly number[] } {
  const flows = arcs.map(() => 0)
  const touching = arcsByNode(nodes, arcs)
  const left = sources.filter((source) => {
    const path = cheapestPath({ nodes, arcs, touching, flows }, source, sink)
    for (const { arc, step } of path) flows[arc] = (flows[arc] ?? 0) + step
    return path.length === 0
  })
  return { flows, left }
}

/** One unit more on an arc, or one less. */
type Step = { readonly arc: number; readonly step: 1 | -1 }

type Network = {
  readonly nodes: number
  readonly arcs: readonly Arc[]
  readonly touching: readonly (readonly Step[])[]
  readonly flows: readonly number[]
}

function arcsByNode(nodes: number, arcs: readonly Arc[]): readonly (readonly Step[])[] {
  const touching = Array.from({ length: nodes }, (): Step[] => [])
  for (const [arc, { from, to }] of arcs.entries()) {
    touching[from]?.push({ arc, step: 1 })
    touching[to]?.push({ arc, step: -1 })
  }
  return touching
}

/** Bellman and Ford's search with a queue; empty if the sink cannot be reached. */
function cheapestPath(network: Network, source: number, sink: number): readonly Step[] {
  const costs = new Map<number, Cost>([[source, noCost]])
  const reachedBy = new Map<number, Step>()
  const queue = [source]
  const queued = new Set(queue)
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    queued.delete(next)
    const soFar = costs.get(next) ?? noCost
    for (const step of network.touching[next] ?? []) {
      const next = stepFrom(network, step)
      if (next === null) continue
      const cost = plus(soFar, next.cost)
      const known = costs.get(next.to)
      if (known !== undefined && !isLess(cost, known)) continue
      costs.set(next.to, cost)
      reachedBy.set(next.to, step)
      if (queued.has(next.to) || next.to === sink) continue
      queued.add(next.to)
      queue.push(next.to)
    }
  }
  return pathTo(network, reachedBy, source, sink)
}

/** Where the step leads and what it costs, or null if the arc is full or has no flow to remove. */
function stepFrom(network: Network, { arc: index, step }: Step): { to: number; cost: Cost } | null {
  const arc = network.arcs[index]
  const flow = network.flows[index] ?? 0
  if (arc === undefined || (step === 1 ? flow >= arc.most : flow === 0)) return null
  if (step === 1) return { to: arc.to, cost: arc.costOfNext(flow) }
  const [first, second, third, fourth] = arc.costOfNext(flow - 1)
  return { to: arc.from, cost: [-first, -second, -third, -fourth] }
}

function pathTo(
  network: Network,
  reachedBy: ReadonlyMap<number, Step>,
  source: number,
  sink: number,
): readonly Step[] {
  const path: Step[] = []
  let node = sink
  while (node !== source) {
    const step = reachedBy.get(node)
    const arc = step === undefined ? undefined : network.arcs[step.arc]
    if (step === undefined || arc === undefined) return []
    path.push(step)
    node = step.step === 1 ? arc.from : arc.to
  }
  return path
}

function plus(one: Cost, other: Cost): Cost {
  return [one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3]]
}

function isLess(one: Cost, other: Cost): boolean {
  if (one[0] !== other[0]) return one[0] < other[0]
  if (one[1] !== other[1]) return one[1] < other[1]
  return one[2] !== other[2] ? one[2] < other[2] : one[3] < other[3]
}
