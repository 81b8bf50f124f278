/** Cases by what a sample is balanced in, and nothing else. */

/** A case as a draw sees it. */
export type DrawnCase = {
  readonly caseId: string
  /** The level of each balancing variable, in the order of the variables. */
  readonly levels: readonly string[]
}

/** One level of one balancing variable, with how many cases of the list have it. */
export type Margin = { readonly variable: number; readonly level: string; readonly cases: number }

/** Cases alike in every balancing variable. */
export type Profile = {
  /** Indices into the margins, one for each variable. */
  readonly margins: readonly number[]
  /** In the order of their ids. */
  readonly caseIds: readonly string[]
}

export type Profiles = {
  readonly cases: number
  /** By variable, and within it by level. */
  readonly margins: readonly Margin[]
  readonly profiles: readonly Profile[]
}

/**
 * Returns the profiles of `cases`, in an order that does not depend on the order of the cases. Texts are compared by
 * their UTF-16 code units, which is the same on every machine.
 */
export function profilesOf(cases: readonly DrawnCase[]): Profiles {
  const margins = marginsOf(cases)
  const indices = new Map(margins.map(({ variable, level }, index) => [marginKey(variable, level), index]))
  const groups = new Map<string, { readonly margins: readonly number[]; readonly caseIds: string[] }>()
  for (const { caseId, levels } of cases) {
    const own = levels.map((level, variable) => indices.get(marginKey(variable, level)) ?? -1)
    const key = own.map((index) => String(index).padStart(8, '0')).join()
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { margins: own, caseIds: [caseId] })
    else group.caseIds.push(caseId)
  }
  const profiles = [...groups]
    .sort(([one], [other]) => byText(one, other))
    .map(([, { margins: own, caseIds }]) => ({ margins: own, caseIds: caseIds.sort(byText) }))
  return { cases: cases.length, margins, profiles }
}

function marginsOf(cases: readonly DrawnCase[]): readonly Margin[] {
  const counts: Map<string, number>[] = []
  for (const { levels } of cases) {
    for (const [variable, level] of levels.entries()) {
      counts[variable] ??= new Map()
      counts[variable].set(level, (counts[variable].get(level) ?? 0) + 1)
    }
  }
  return counts.flatMap((levels, variable) =>
    [...levels]
      .sort(([one], [other]) => byText(one, other))
      .map(([level, count]) => ({ variable, level, cases: count })),
  )
}

function marginKey(variable: number, level: string): string {
  return `${variable}:${level}`
}

/** Compares texts by UTF-16 code units; below zero if the first comes first. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
