/** The place of a percentage or a count among an edition's bands. */
import type { Band } from '../framework/rules/bandRules.ts'
import type { WholePercent } from '../kernel/percent.ts'

/**
 * Returns the band of a whole per cent. Throws if there is none: an edition with a gap between its bands is refused
 * when it is loaded.
 */
export function bandFor(percent: WholePercent, bands: readonly Band[]): Band {
  const band = bands.find(({ from, to }) => percent >= from && percent <= to)
  if (band === undefined) throw new RangeError(`no band includes ${percent}%`)
  return band
}

/**
 * Returns the fewest yes answers of a base that round half up to `percent` or more, in integers: 65 per cent of 17
 * needs 11, because 11 of 17 is 64.7 and bands apply to the rounded figure.
 */
function yesNeededFor(percent: number, of: number): number {
  return Math.max(0, Math.ceil((of * (2 * percent - 1)) / 200))
}

/** Returns how many more yes answers of the same base leave `band` upwards; null in the top band. */
export function yesToNextBand(yes: number, of: number, band: Band, bands: readonly Band[]): number | null {
  const next = bands[bands.indexOf(band) + 1]
  return next === undefined ? null : yesNeededFor(next.from, of) - yes
}

/** Returns how many fewer yes answers of the same base leave `band` downwards; null in the bottom band. */
export function yesToBandBelow(yes: number, of: number, band: Band, bands: readonly Band[]): number | null {
  return bands.indexOf(band) === 0 ? null : yes - yesNeededFor(band.from, of) + 1
}
