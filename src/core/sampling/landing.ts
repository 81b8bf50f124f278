/**
 * The landing phase of the cube method: the few shares still open become 0 or 1, each with its share as its chance.
 * Deville and Tillé, "Efficient balanced sampling: the cube method", Biometrika 91 (2004), section 6, look among all
 * distributions over samples that preserve the shares for one with the least expected cost. The cost here is how far
 * totals deviate from the two whole numbers next to their own values: the distribution is put together from samples
 * without deviation, and only if these cannot preserve every share, from samples with little deviation.
 */
import { type Mixture, nearestMixture } from './nearestMixture.ts'
import { climb, gainOf, greatestGains, type Limits, type Sample } from './sampleSearch.ts'
import type { Chance } from './seededChance.ts'

/** A price at which a sample with more deviation is never worth more than one with less. */
const never = 1000

/**
 * What a unit of deviation costs compared with what all shares still need, tried in turn; without a price all is
 * reached.
 */
const strayingPrices = [never, 3, 1, 0.3, 0.1, 0]

/** Returns a sample for `shares` between 0 and 1 that add up to a whole number. */
export function land(shares: readonly number[], limits: Limits, chance: Chance): Sample {
  const size = Math.round(shares.reduce((sum, share) => sum + share, 0))
  const first = climb(greatestGains(shares, size), { gains: shares, strayingPrice: never }, limits)
  let furtherStarts = shares.length
  const mixture = nearestMixture(shares, first, (lacking, samples, least) => {
    const scale = Math.sqrt(lacking.reduce((sum, lack) => sum + lack * lack, 0))
    const gains = lacking.map((lack) => lack / scale)
    const likeliest = [...samples].sort((one, other) => gainOf(other, gains) - gainOf(one, gains))
    for (const strayingPrice of strayingPrices) {
      for (const start of [...likeliest.slice(0, furtherStarts), greatestGains(gains, size)]) {
        const sample = climb(start, { gains, strayingPrice }, limits)
        if (gainOf(sample, lacking) > least) return sample
      }
      // Tried from every sample in vain, further searches seldom find one that does not stray; they cost too much.
      furtherStarts = 1
    }
    return undefined
  })
  return drawn(mixture, chance)
}

function drawn({ samples, chances }: Mixture, chance: Chance): Sample {
  let rest = chance.share()
  const index = chances.findIndex((share) => {
    rest -= share
    return rest < 0
  })
  const sample = samples.at(index)
  if (sample === undefined) throw new Error('a distribution has at least one sample')
  return sample
}
