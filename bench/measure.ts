/** Time of one run in milliseconds: the median of `runs`, after as many to warm up. */
export async function medianMs(runs: number, work: () => unknown): Promise<number> {
  const [ms] = await mediansMs(runs, [work])
  return ms ?? Number.NaN
}

/** The same for several works that are to be compared: they take turns, so that what disturbs one disturbs all. */
export async function mediansMs(runs: number, works: readonly (() => unknown)[]): Promise<number[]> {
  const times: number[][] = works.map(() => [])
  for (let run = 0; run < 2 * runs; run += 1) {
    for (const [at, work] of works.entries()) {
      const start = performance.now()
      await work()
      if (run >= runs) times[at]?.push(performance.now() - start)
    }
  }
  return times.map((each) => each.toSorted((one, other) => one - other)[Math.floor(runs / 2)] ?? Number.NaN)
}
