/** Work that several ask for at the same moment is done once for all of them. */

/** Does `work`, or joins one for the same `key`. */
export type ShareWork<Value> = (key: string, work: () => Promise<Value>) => Promise<Value>

/** For work whose key names everything that it is made from: all who ask while it is in progress get its result. */
export function shareWork<Value>(): ShareWork<Value> {
  const underWay = new Map<string, Promise<Value>>()
  return (key, work) => {
    const known = underWay.get(key)
    if (known !== undefined) return known
    const begun = work().finally(() => underWay.delete(key))
    underWay.set(key, begun)
    return begun
  }
}

/**
 * For work that reads what may change: a caller who asks while it is in progress may know more than it has read. Such
 * callers share the next, which begins when this one ends, so that any number who ask at once are answered by two.
 */
export function shareNextWork<Value>(): ShareWork<Value> {
  const running = new Map<string, Promise<Value>>()
  const next = new Map<string, Promise<Value>>()

  function begin(key: string, work: () => Promise<Value>): Promise<Value> {
    const begun = work().finally(() => running.delete(key))
    running.set(key, begun)
    return begun
  }

  return (key, work) => {
    const waiting = next.get(key)
    if (waiting !== undefined) return waiting
    const present = running.get(key)
    if (present === undefined) return begin(key, work)
    const after = ended(present).then(() => {
      next.delete(key)
      return begin(key, work)
    })
    next.set(key, after)
    return after
  }
}

async function ended(work: Promise<unknown>): Promise<void> {
  await Promise.allSettled([work])
}
