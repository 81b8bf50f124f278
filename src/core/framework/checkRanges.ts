import type { Problem } from '../kernel/problem.ts'
import { checkKnown, checkUnique, type NameAt } from './checkNames.ts'
import { problem } from './problems.ts'

/** Part of a range of numbers that has a rating, both ends included. */
type RatedRange = { readonly rating: string; readonly from: number; readonly to: number }

/**
 * Returns what is wrong with `ranges` at `path`: they must cover 0 to `last` in whole numbers, lowest first, without a
 * gap or an overlap, and name every rating of `scale` once and in its order.
 */
export function checkRanges(
  ranges: readonly RatedRange[],
  last: number,
  scale: readonly string[],
  path: string,
): readonly Problem[] {
  const numbers = ranges.flatMap((range, index) => checkWhole(range, last, `${path}[${index}]`))
  return [
    ...numbers,
    ...(numbers.length === 0 ? [...checkDirections(ranges, path), ...checkJoins(ranges, last, path)] : []),
    ...checkRatings(ranges, scale, path),
  ]
}

function checkWhole({ from, to }: RatedRange, last: number, path: string): readonly Problem[] {
  const ends = [
    { value: from, end: `${path}.from` },
    { value: to, end: `${path}.to` },
  ]
  return ends
    .filter(({ value }) => !Number.isInteger(value) || value < 0 || value > last)
    .map(({ value, end }) =>
      problem('edition.number-unfit', { value, wanted: `a whole number from 0 to ${last}` }, { path: end }),
    )
}

function checkDirections(ranges: readonly RatedRange[], path: string): readonly Problem[] {
  return ranges.flatMap(({ from, to }, index) =>
    from > to ? [problem('edition.range-backwards', { from, to }, { path: `${path}[${index}].to` })] : [],
  )
}

/** Each range must begin where the range before it ended, the first at 0, and the last must end at `last`. */
function checkJoins(ranges: readonly RatedRange[], last: number, path: string): readonly Problem[] {
  const joins = ranges.flatMap(({ from }, index) => {
    const wanted = index === 0 ? 0 : (ranges[index - 1]?.to ?? 0) + 1
    return checkJoin(wanted, from, `${path}[${index}].from`)
  })
  const end = ranges.at(-1)?.to ?? -1
  const atEnd = ranges.length === 0 ? path : `${path}[${ranges.length - 1}].to`
  return [...joins, ...checkJoin(end + 1, last + 1, atEnd)]
}

function checkJoin(wanted: number, from: number, path: string): readonly Problem[] {
  if (from > wanted)
    return [problem('edition.range-gap', { numbers: numbersText(wanted, from - 1) }, { path })]
  if (from < wanted) {
    return [problem('edition.range-overlap', { numbers: numbersText(from, wanted - 1) }, { path })]
  }
  return []
}

/** `65`, or `65 to 70`. */
function numbersText(from: number, to: number): string {
  return from === to ? String(from) : `${from} to ${to}`
}

function checkRatings(
  ranges: readonly RatedRange[],
  scale: readonly string[],
  path: string,
): readonly Problem[] {
  const ratings = ranges.map(
    ({ rating }, index): NameAt => ({ name: rating, path: `${path}[${index}].rating` }),
  )
  const rated = ratings.map(({ name }) => name)
  const absent = scale.filter((rating) => !rated.includes(rating))
  const unordered = ratings.filter(({ name }, index) => {
    const before = rated[index - 1]
    return before !== undefined && scale.includes(name) && scale.indexOf(name) < scale.indexOf(before)
  })
  return [
    ...checkKnown(ratings, scale),
    ...checkUnique(ratings),
    ...absent.map((rating) => problem('edition.rating-without-range', { rating }, { path })),
    ...unordered.map(({ name, path: at }) =>
      problem('edition.rating-out-of-order', { rating: name }, { path: at }),
    ),
  ]
}
