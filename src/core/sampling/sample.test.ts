import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { named } from '../../../test/support/editionBuilder.ts'
import { aListedCase, day, listedCases } from '../../../test/support/listedCases.ts'
import { codesOf, doneValue } from '../../../test/support/results.ts'
import type { EditionId } from '../framework/edition.ts'
import type { CaseDomain } from '../framework/standards.ts'
import type { ListedCase } from '../intake/listedCase.ts'
import { proofOf, verifyProof } from './proof.ts'
import { drawSample, type SampleSettings } from './sample.ts'

const court = named<CaseDomain>('court')
const outOfCourt = named<CaseDomain>('out-of-court')
const settings: SampleSettings = {
  edition: named<EditionId>('small'),
  rules: {
    windows: [
      { cases: court, unit: 'days', earliest: 364, latest: 66 },
      { cases: outOfCourt, unit: 'days', earliest: 364, latest: 66 },
    ],
    shares: [],
    size: {
      confidencePercent: 80,
      z: 1.2815515655,
      marginPoints: 5,
      proportion: 0.5,
      rounding: 'up',
      minimum: null,
      maximum: null,
    },
    balancedBy: ['gender', 'disposal', 'rosh', 'safety_wellbeing'],
    subgroups: { fewestCases: 5, widestMarginPoints: 20 },
  },
  fieldwork: day('2022-12-05'),
  overrides: [],
  exclusions: [],
}
const list = [
  ...listedCases(100),
  ...listedCases(6, 'out-of-court'),
  aListedCase('old', { startDate: day('2020-01-01') }),
]
const drawn = (cases: readonly ListedCase[] = list, changes: Partial<SampleSettings> = {}, seed = 'agreed') =>
  drawSample(cases, { ...settings, ...changes }, seed, 'cube-1')

describe('a sample', () => {
  const { result, listHash } = doneValue(drawn())

  test('has the size of each kind of cases, and all of them if the list is no longer than the sample', () => {
    expect(result.sampled.map(({ domain, caseIds }) => [domain, caseIds.length])).toEqual([
      ['court', 63],
      ['out-of-court', 6],
    ])
    expect(result.sizes.map(({ allTaken }) => allTaken)).toEqual([false, true])
  })

  test('and its reserves have each eligible case once', () => {
    const [sampled, reserves] = [result.sampled, result.reserves].map((lists) =>
      lists.flatMap(({ caseIds }) => caseIds),
    )
    const all = [...(sampled ?? []), ...(reserves ?? [])]
    expect(all.toSorted()).toEqual(
      list
        .map(({ caseId }) => caseId)
        .filter((caseId) => caseId !== 'old')
        .toSorted(),
    )
    expect(result.excluded.map(({ caseId }) => caseId)).toEqual(['old'])
  })

  test('is within one case of its proportional number in every margin', () => {
    expect(result.balance.filter(({ deviation }) => Math.abs(deviation) >= 1)).toEqual([])
  })

  test('is the same whatever the order of the rows', () => {
    const moved = list.toReversed().map((one, index) => ({ ...one, row: index + 2 }))
    expect(doneValue(drawn(moved))).toEqual({ ...doneValue(drawn()), listHash, result })
  })

  test('is different with a different seed', () => {
    expect(doneValue(drawn(list, {}, 'another')).result.sampled).not.toEqual(result.sampled)
  })

  test('does not change for one kind of cases when another kind changes', () => {
    const more = [...list, ...listedCases(40, 'out-of-court', 500)]
    expect(doneValue(drawn(more)).result.sampled[0]).toEqual(result.sampled[0])
  })

  test('is refused without a seed, and from a list without an eligible case', () => {
    expect(codesOf(drawn(list, {}, '  '))).toEqual(['sampling.seed-missing'])
    expect(codesOf(drawn([aListedCase('old', { startDate: day('2020-01-01') })]))).toEqual([
      'sampling.no-eligible-case',
    ])
  })
})

describe('a proof', () => {
  const proof = proofOf(doneValue(drawn()))
  const differences = (changed: typeof proof, cases: readonly ListedCase[] = list) =>
    verifyProof(changed, cases, undefined)

  test('is equal for the list it was made from, in any order, and after it was written and read', () => {
    expect(differences(proof)).toEqual([])
    expect(differences(proof, list.toReversed())).toEqual([])
    expect(differences(JSON.parse(JSON.stringify(proof)))).toEqual([])
  })

  test('says where a case was exchanged by hand', () => {
    const [first, second] = proof.result.sampled
    const swapped = [{ domain: court, caseIds: ['court-99999', ...(first?.caseIds.slice(1) ?? [])] }, second]
    const result = { ...proof.result, sampled: swapped.filter((part) => part !== undefined) }
    expect(differences({ ...proof, result })).toEqual([
      {
        where: 'result.sampled[0].caseIds[0]',
        proof: '"court-99999"',
        recomputed: JSON.stringify(first?.caseIds[0]),
      },
    ])
  })

  test('says that the list is different', () => {
    const changed = list.map((one) => (one.caseId === 'old' ? { ...one, rosh: 'high' } : one))
    expect(differences(proof, changed).map(({ where }) => where)).toEqual(['listHash'])
  })

  test('names settings that a list cannot fulfil', () => {
    const exclusions = [{ caseId: 'court-00001', reason: 'Moved.', by: 'R. Lead' }]
    const excluding = proofOf(doneValue(drawn(list, { exclusions })))
    const without = list.filter(({ caseId }) => caseId !== 'court-00001')
    expect(differences(excluding, without)).toContainEqual(
      expect.objectContaining({ where: 'result', recomputed: expect.stringContaining('court-00001') }),
    )
  })
})

describe('always', () => {
  test('a sample has its size and no case twice, and its proof is equal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.string({ minLength: 1 }), (count, seed) => {
        fc.pre(seed.trim() !== '')
        const cases = listedCases(count)
        const sample = doneValue(drawn(cases, {}, seed))
        const sampled = sample.result.sampled.flatMap(({ caseIds }) => caseIds)
        expect(new Set(sampled).size).toBe(sample.result.sizes[0]?.size)
        expect(verifyProof(proofOf(sample), cases.toReversed(), undefined)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
