/** Chance that anyone can repeat: a stream of numbers that follows from a text agreed openly. */
import { sha256Words } from './sha256.ts'

export type Chance = {
  /** A whole number from 0 to `limit` - 1, each equally likely; `limit` at most 2 to the power of 32. */
  readonly below: (limit: number) => number
  /** A number from 0 up to but not including 1, in steps of 2 to the power of -53. */
  readonly share: () => number
}

/**
 * Returns the stream of `text`: xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom number generators",
 * ACM Transactions on Mathematical Software 47, 2021), begun from the first half of the text's SHA-256 digest.
 */
export function seededChance(text: string): Chance {
  const next = xoshiro128starstar(sha256Words(text))
  return {
    below: (limit) => {
      const fair = 2 ** 32 - (2 ** 32 % limit)
      let number = next()
      while (number >= fair) number = next()
      return number % limit
    },
    share: () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53,
  }
}

function xoshiro128starstar([one = 1, two = 0, three = 0, four = 0]: readonly number[]): () => number {
  let [s0, s1, s2, s3] = [one, two, three, four]
  return () => {
    const result = Math.imul(turnedLeft(Math.imul(s1, 5), 7), 9) >>> 0
    const shifted = s1 << 9
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = turnedLeft(s3, 11)
    return result
  }
}

function turnedLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits))
}

/** Returns the same members in an order in which every order is equally likely (Fisher and Yates). */
export function shuffled<Member>(members: readonly Member[], chance: Chance): readonly Member[] {
  const order = [...members]
  for (let last = order.length - 1; last > 0; last -= 1) {
    const chosen = chance.below(last + 1)
    const [one, other] = [order[chosen], order[last]]
    if (one === undefined || other === undefined) throw new RangeError(`no member at ${chosen}`)
    order[chosen] = other
    order[last] = one
  }
  return order
}
