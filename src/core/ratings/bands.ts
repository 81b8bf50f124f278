/** Where a percentage or a count stands among an edition's bands. */
import type { Band } from '../framework/rules/bandRules.ts'
import type { WholePercent } from '../kernel/percent.ts'

/**
 * The band a whole per cent stands in. Throws where none does: an edition whose bands leave a gap is
 * refused when it is loaded.
 */
export function bandFor(percent: WholePercent, bands: readonly Band[]): Band {
  const band = bands.find(({ from, to }) => percent >= from && percent <= to)
  if (band === undefined) throw new RangeError(`no band holds ${percent} per cent`)
  return band
}

/**
 * The fewest yes answers of a base that round half up to `percent` or more, in integers: 65 per cent
 * of 17 needs 11, because 11 of 17 is 64.7 and bands apply to the rounded figure.
 */
function yesNeededFor(percent: number, of: number): number {
  return Math.max(0, Math.ceil((of * (2 * percent - 1)) / 200))
}

/** How many more yes answers of the same base leave `band` upwards; null in the top band. */
export function yesToNextBand(yes: number, of: number, band: Band, bands: readonly Band[]): number | null {
  const next = bands[bands.indexOf(band) + 1]
  return next === undefined ? null : yesNeededFor(next.from, of) - yes
}

/** How many fewer yes answers of the same base leave `band` downwards; null in the bottom band. */
export function yesToBandBelow(yes: number, of: number, band: Band, bands: readonly Band[]): number | null {
  return bands.indexOf(band) === 0 ? null : yes - yesNeededFor(band.from, of) + 1
}
