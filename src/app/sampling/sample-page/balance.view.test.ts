import { describe, expect, test } from 'vitest'
import { aSmallEdition, named } from '../../../../test/support/editionBuilder.ts'
import { listedCases } from '../../../../test/support/listedCases.ts'
import type { CaseDomain } from '../../../core/framework/standards.ts'
import { balanceOf } from '../../../core/sampling/balance.ts'
import { balanceView, signed } from './balance.view.ts'

const edition = aSmallEdition()
const court = named<CaseDomain>('court')
const eligible = listedCases(40)
const sampled = new Set(eligible.slice(0, 20).map(({ caseId }) => caseId))
const rows = balanceOf(
  { domain: court, eligible, sampledIds: sampled },
  ['gender', 'safety_wellbeing'],
  edition.sample,
)

describe('the balance on a page', () => {
  const view = balanceView(edition, rows, 'balance-court')

  test('has every level in words, by variable', () => {
    expect(view?.variables.map(({ title, levels }) => [title, levels.map((level) => level.title)])).toEqual([
      ['Gender', ['Male', 'Female']],
      ['Safety and wellbeing', ['Low', 'Medium', 'High', 'None made']],
    ])
  })

  test('shows each group with its margin and marks the small ones', () => {
    expect(view?.variables[0]?.levels[1]).toMatchObject({
      eligible: 8,
      sampled: 4,
      expected: '4.00',
      deviation: '0.00',
      tooSmall: true,
    })
    expect(view?.variables[0]?.levels[1]?.margin).toMatch(/^±\d+\.\d$/)
    expect(view?.hasWarnings).toBe(true)
  })

  test('says in the picture what the table says', () => {
    expect(view?.wide).toContain('Gender: Female: 20% of the sample, 20% of the list.')
    expect(view?.wide).toMatch(/^<svg/)
    expect(view?.wide).not.toContain('style=')
    expect(view?.narrow).toContain('id="balance-court-narrow-title"')
  })

  test('of no case is nothing', () => {
    expect(balanceView(edition, [], 'balance-court')).toBeNull()
  })

  test('has a true minus sign, and no sign before a zero', () => {
    expect([signed(-0.5), signed(0.5), signed(-0.001)]).toEqual(['−0.50', '+0.50', '0.00'])
  })
})
