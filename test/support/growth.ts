/** Whether work grows in proportion to what is sent: never faster. */
import { expect } from 'vitest'

/** A kind of content at its worst, of a size that is a number of times the smallest. */
export type Worst = { readonly name: string; readonly read: (size: number) => () => void }

/** The processor's time of the quickest of several runs, in microseconds: what a busy machine changes least. */
function cost(work: () => void): number {
  const runs = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return user + system
  })
  return Math.min(...runs)
}

/** Four times the content in proportion is 4, and quadratic 16; what is measured below two milliseconds is noise. */
const most = 10
const noise = 2_000
const smallest = 20

/** Four times the content is no more than ten times the work. */
export function expectProportion(read: Worst['read']): void {
  read(smallest)()
  const once = Math.max(cost(read(smallest)), noise)
  expect(cost(read(smallest * 4)) / once).toBeLessThan(most)
}
