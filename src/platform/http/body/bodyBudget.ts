/** How many bytes of request bodies the process holds at once, over all requests. */

export type BodyShare = {
  /** Adds `bytes` to what this request holds; false if there is no room, and then nothing is added. */
  readonly take: (bytes: number) => boolean
  /** Returns everything that the request took. */
  readonly release: () => void
}

export type BodyBudget = { readonly open: () => BodyShare }

/** A budget of `mostBytes`. Every share has to be released when its request is answered. */
export function bodyBudget(mostBytes: number): BodyBudget {
  let held = 0
  return {
    open: () => {
      let own = 0
      return {
        take: (bytes) => {
          if (held + bytes > mostBytes) return false
          held += bytes
          own += bytes
          return true
        },
        release: () => {
          held -= own
          own = 0
        },
      }
    },
  }
}
