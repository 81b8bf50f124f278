/** Time of one run in milliseconds: the median of `runs`, after as many to warm up. */
export async function medianMs(runs: number, work: () => unknown): Promise<number> {
  for (let run = 0; run < runs; run += 1) await work()
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.toSorted((one, other) => one - other)[Math.floor(runs / 2)] ?? Number.NaN
}
