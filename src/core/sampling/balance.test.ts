import { describe, expect, test } from 'vitest'
import { named } from '../../../test/support/editionBuilder.ts'
import { aListedCase, listedCases } from '../../../test/support/listedCases.ts'
import type { SampleRules, SampleSizeRule } from '../framework/rules/sampleRules.ts'
import type { CaseDomain } from '../framework/standards.ts'
import { balanceOf, levelOf, marginOfError } from './balance.ts'
import { caseListHash } from './caseListHash.ts'

const rule: SampleSizeRule = {
  confidencePercent: 80,
  z: 1.2815515655,
  marginPoints: 5,
  proportion: 0.5,
  rounding: 'up',
  minimum: null,
  maximum: null,
}
const rules: Pick<SampleRules, 'size' | 'subgroups'> = {
  size: rule,
  subgroups: { fewestCases: 5, widestMarginPoints: 20 },
}
const court = named<CaseDomain>('court')

describe('the margin of error of a subgroup', () => {
  test.each([
    [200, 91, 4.97],
    [100, 63, 4.93],
    [20, 5, 25.46],
    [2, 1, 64.08],
  ])('of %i cases with %i sampled is %f points', (population, sampled, points) => {
    expect(marginOfError(population, sampled, rule)).toBeCloseTo(points, 1)
  })

  test('is zero if every case is sampled, and unknown if no case is', () => {
    expect(marginOfError(6, 6, rule)).toBe(0)
    expect(marginOfError(1, 1, rule)).toBe(0)
    expect(marginOfError(6, 0, rule)).toBeNull()
  })
})

describe('the balance of a sample', () => {
  const eligible = listedCases(40)
  const sampled = new Set(eligible.slice(0, 20).map(({ caseId }) => caseId))
  const rows = balanceOf({ domain: court, eligible, sampledIds: sampled }, ['gender', 'rosh'], rules)

  test('has a row for each level with what would be proportional', () => {
    expect(rows.find(({ level }) => level === 'female')).toMatchObject({
      domain: 'court',
      variable: 'gender',
      eligible: 8,
      sampled: 4,
      expected: 4,
      deviation: 0,
    })
  })

  test('adds up to the eligible and to the sampled cases in each variable', () => {
    for (const variable of ['gender', 'rosh']) {
      const own = rows.filter((row) => row.variable === variable)
      expect(own.reduce((sum, row) => sum + row.eligible, 0)).toBe(40)
      expect(own.reduce((sum, row) => sum + row.sampled, 0)).toBe(20)
    }
  })

  test('warns of a subgroup with fewer than 5 cases, or with a margin of more than 20 points', () => {
    expect(rows.find(({ level }) => level === 'female')?.tooSmall).toBe(true)
    expect(rows.find(({ level }) => level === 'male')?.tooSmall).toBe(false)
  })

  test('warns by the limits of the edition', () => {
    const strict = { ...rules, subgroups: { fewestCases: 17, widestMarginPoints: 100 } }
    const male = balanceOf({ domain: court, eligible, sampledIds: sampled }, ['gender'], strict).find(
      ({ level }) => level === 'male',
    )
    expect(male).toMatchObject({ sampled: 16, tooSmall: true })
  })

  test('knows an additional column, and a case without a value in it', () => {
    expect(levelOf(aListedCase('a', { others: { Team: 'North' } }), 'Team')).toBe('North')
    expect(levelOf(aListedCase('a', { age: null }), 'age')).toBe('not-given')
  })
})

describe('the digest of a list', () => {
  const list = listedCases(30)

  test('does not depend on the order or the numbers of the rows', () => {
    const moved = list.toReversed().map((one, index) => ({ ...one, row: index + 90 }))
    expect(caseListHash(moved, [])).toBe(caseListHash(list, []))
  })

  test('changes with everything that a draw depends on', () => {
    const changed = list.map((one, index) => (index === 7 ? { ...one, rosh: 'very-high' } : one))
    expect(caseListHash(changed, [])).not.toBe(caseListHash(list, []))
    const team = list.map((one) => ({ ...one, others: { Team: 'North' } }))
    expect(caseListHash(team, ['Team'])).not.toBe(caseListHash(list, ['Team']))
    expect(caseListHash(team, [])).toBe(caseListHash(list, []))
  })
})
