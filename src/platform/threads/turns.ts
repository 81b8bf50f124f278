/** Lets a few do something at the same time and some wait for it, the first come first. */
export type Turns = {
  /** True once it is the caller's turn; false at once if too many wait already. */
  readonly take: () => Promise<boolean>
  /** To be called after each turn. */
  readonly pass: () => void
}

/** `atOnce` may have their turn at the same time, and `waiting` more may wait. */
export function makeTurns(atOnce: number, waiting: number): Turns {
  const queue: (() => void)[] = []
  let running = 0
  return {
    take: async () => {
      if (running < atOnce) {
        running += 1
        return true
      }
      if (queue.length >= waiting) return false
      await new Promise<void>((begin) => queue.push(begin))
      return true
    },
    pass: () => {
      const next = queue.shift()
      if (next === undefined) running -= 1
      else next()
    },
  }
}
