import { describe, expect, test } from 'vitest'
import { aSmallEdition, named } from '../../../../test/support/editionBuilder.ts'
import { listedCases } from '../../../../test/support/listedCases.ts'
import { codesOf, doneValue } from '../../../../test/support/results.ts'
import type { CaseDomain } from '../../../core/framework/standards.ts'
import { balanceOf } from '../../../core/sampling/balance.ts'
import { formFaults } from '../formFaults.ts'
import { exclusionForm, planForm, sizeForm } from '../plan-page/planPage.form.ts'
import { inWords } from '../plan-page/planPage.view.ts'
import { problem } from '../problems.ts'
import { replaceForm } from '../replace-page/replacePage.ts'
import { levelTitle, variableTitle } from '../sampleTitles.ts'
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

test('columns and levels are read as people write them', () => {
  expect(variableTitle('rosh')).toBe('Risk of serious harm')
  expect(variableTitle('Team')).toBe('Team')
  expect(levelTitle(edition, 'rosh', 'very-high')).toBe('Very high')
  expect(levelTitle(edition, 'constructor', 'x')).toBe('x')
  expect(levelTitle(edition, 'age', 'not-given')).toBe('Not given')
  expect(inWords('Began on 2024-05-07, after.')).toBe('Began on 7 May 2024, after.')
})

describe('forms', () => {
  test('the plan needs a Monday, a seed, and who agreed it', () => {
    expect(codesOf(planForm({ fieldwork: '2024-06-11', seed: ' ' }))).toEqual([
      'sampling.fieldwork-not-a-monday',
      'sampling.seed-missing',
      'sampling.seed-agreement-missing',
    ])
    expect(codesOf(planForm({ fieldwork: '2024-06-10', seedAgreed: 'Both.' }))).toEqual([
      'sampling.seed-missing',
    ])
    expect(doneValue(planForm({ fieldwork: '2024-06-10', seed: ' 1 2 ', seedAgreed: 'Both.' }))).toEqual({
      fieldwork: '2024-06-10',
      seed: '1 2',
      seedAgreed: 'Both.',
    })
  })

  test.each(['', '2.5', '-3', 'ten', '12345678'])('a size of “%s” is refused', (size) => {
    expect(codesOf(sizeForm({ domain: 'court', size, reason: 'x', by: 'y' }))).toEqual([
      'sampling.size-not-whole',
    ])
  })

  test('a replacement needs a reason of the list and a note', () => {
    expect(codesOf(replaceForm(edition, 'C-000000', { reason: 'liked-another-better', note: '' }))).toEqual([
      'sampling.replacement-reason-unknown',
      'sampling.replacement-note-missing',
    ])
    expect(codesOf(replaceForm(edition, 'C-000000', { reason: 'constructor', note: 'x' }))).toEqual([
      'sampling.replacement-reason-unknown',
    ])
    expect(doneValue(replaceForm(edition, 'C-000000', { reason: 'transferred', note: ' Moved. ' }))).toEqual({
      pseudonym: 'C-000000',
      reason: 'transferred',
      note: 'Moved.',
    })
  })

  test('a case left out is read without the blanks about it', () => {
    expect(exclusionForm({ case: ' NM1 ', reason: ' x ', by: ' y ' })).toEqual({
      caseId: 'NM1',
      reason: 'x',
      by: 'y',
    })
  })

  test('a problem stands at the top and beside its field', () => {
    const faults = formFaults([problem('sampling.seed-missing', {}, { field: 'seed' })])
    expect(faults?.summary).toEqual([{ text: 'The seed is missing.', href: '#seed' }])
    expect(faults?.fields).toHaveProperty('seed')
    expect(formFaults([])).toBeNull()
  })
})
