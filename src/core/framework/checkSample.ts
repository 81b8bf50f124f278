/** The rules by which cases are eligible and sampled. */
import type { Problem } from '../kernel/problem.ts'
import { checkIds, checkKnown, checkUnique, namesAt } from './checkNames.ts'
import { checkNumber } from './checkNumber.ts'
import { problem } from './problems.ts'
import type { WrittenEdition, WrittenSampleRules } from './writtenEdition.ts'

export function checkSample(written: WrittenEdition): readonly Problem[] {
  const { windows, shares, balancedBy, disposals, subgroups, replacementReasons } = written.sample
  const kinds = written.domains.flatMap(({ cases }) => (cases === null ? [] : [cases]))
  const ofWindows = windows.map(({ cases }, index) => ({
    name: cases,
    path: `sample.windows[${index}].cases`,
  }))
  const ofShares = shares.map(({ cases }, index) => ({ name: cases, path: `sample.shares[${index}].cases` }))
  const codes = disposals.map(({ code }, index) => ({ name: code, path: `sample.disposals[${index}].code` }))
  const reasons = replacementReasons.map(({ code }, index) => ({
    name: code,
    path: `sample.replacementReasons[${index}].code`,
  }))
  const ofDisposals = disposals.map(({ cases }, index) => namesAt(cases, `sample.disposals[${index}].cases`))
  return [
    ...checkKnown([...ofWindows, ...ofShares, ...ofDisposals.flat()], kinds),
    ...checkUnique(ofWindows),
    ...checkUnique(ofShares),
    ...ofDisposals.flatMap(checkUnique),
    ...checkIds(codes),
    ...checkUnique(namesAt(balancedBy, 'sample.balancedBy')),
    ...checkWindows(written),
    ...checkShares(written),
    ...checkSize(written),
    ...checkSubgroups(subgroups),
    ...checkIds(reasons),
    ...(reasons.length > 0 ? [] : [problem('edition.list-empty', {}, { path: 'sample.replacementReasons' })]),
  ]
}

function checkWindows({ sample }: WrittenEdition): readonly Problem[] {
  return sample.windows.flatMap(({ earliest, latest }, index) => {
    const path = `sample.windows[${index}]`
    const limits = { from: 0, to: 3660, whole: true }
    return [
      ...checkNumber(earliest, limits, `${path}.earliest`),
      ...checkNumber(latest, limits, `${path}.latest`),
      ...(earliest < latest
        ? [problem('edition.window-empty', { earliest, latest }, { path: `${path}.latest` })]
        : []),
    ]
  })
}

function checkShares({ sample }: WrittenEdition): readonly Problem[] {
  const sum = sample.shares.reduce((total, { percent }) => total + percent, 0)
  const numbers = sample.shares.flatMap(({ percent }, index) =>
    checkNumber(percent, { from: 0, to: 100, whole: true }, `sample.shares[${index}].percent`),
  )
  const isWrong = sample.shares.length > 0 && numbers.length === 0 && sum !== 100
  return [...numbers, ...(isWrong ? [problem('edition.shares-sum', { sum }, { path: 'sample.shares' })] : [])]
}

function checkSize({ sample: { size } }: WrittenEdition): readonly Problem[] {
  const path = 'sample.size'
  const { confidencePercent, z, marginPoints, proportion, minimum, maximum } = size
  const counts = { from: 0, to: 1_000_000, whole: true }
  const numbers = [
    ...checkNumber(confidencePercent, { from: 1, to: 99.99, whole: false }, `${path}.confidencePercent`),
    ...checkNumber(z, { from: 0.01, to: 5, whole: false }, `${path}.z`),
    ...checkNumber(marginPoints, { from: 0.1, to: 50, whole: false }, `${path}.marginPoints`),
    ...checkNumber(proportion, { from: 0.01, to: 0.99, whole: false }, `${path}.proportion`),
    ...(minimum === null ? [] : checkNumber(minimum, counts, `${path}.minimum`)),
    ...(maximum === null ? [] : checkNumber(maximum, counts, `${path}.maximum`)),
  ]
  if (numbers.length > 0) return numbers
  return [
    ...checkDeviate(z, confidencePercent, `${path}.z`),
    ...checkSizeLimits(minimum, maximum, `${path}.maximum`),
  ]
}

function checkSizeLimits(minimum: number | null, maximum: number | null, path: string): readonly Problem[] {
  if (minimum === null || maximum === null || minimum <= maximum) return []
  return [problem('edition.range-backwards', { from: minimum, to: maximum }, { path })]
}

/** The deviate must give the confidence it is written beside, to a hundredth of a per cent. */
function checkDeviate(z: number, confidence: number, path: string): readonly Problem[] {
  const given = 100 * errorFunction(z / Math.SQRT2)
  if (Math.abs(given - confidence) < 0.01) return []
  return [problem('edition.deviate-differs', { z, given: given.toFixed(2), confidence }, { path })]
}

/** Abramowitz and Stegun, formula 7.1.26: the share of a normal distribution, to seven decimal places. */
function errorFunction(x: number): number {
  const coefficients = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592]
  const t = 1 / (1 + 0.3275911 * x)
  return 1 - coefficients.reduce((sum, coefficient) => sum * t + coefficient, 0) * t * Math.exp(-x * x)
}

function checkSubgroups({
  fewestCases,
  widestMarginPoints,
}: WrittenSampleRules['subgroups']): readonly Problem[] {
  const path = 'sample.subgroups'
  return [
    ...checkNumber(fewestCases, { from: 1, to: 1000, whole: true }, `${path}.fewestCases`),
    ...checkNumber(widestMarginPoints, { from: 0.1, to: 100, whole: false }, `${path}.widestMarginPoints`),
  ]
}
