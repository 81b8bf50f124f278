import { expect, test } from 'vitest'
import { named } from '../../../test/support/editionBuilder.ts'
import { aListedCase, day } from '../../../test/support/listedCases.ts'
import { codesOf, doneValue } from '../../../test/support/results.ts'
import type { CaseDomain } from '../framework/standards.ts'
import { eligibilityOf } from './eligibility.ts'

const windows = [{ domain: named<CaseDomain>('court'), from: day('2021-09-13'), to: day('2022-07-08') }]
const begun = (caseId: string, date: string) => aListedCase(caseId, { startDate: day(date) })

test('the first and the last day of the window are inside it', () => {
  const list = [begun('first', '2021-09-13'), begun('last', '2022-07-08')]
  expect(doneValue(eligibilityOf(list, windows, [])).excluded).toEqual([])
})

test('every other case has its reason and its rule', () => {
  const list = [
    begun('a-early', '2021-09-12'),
    begun('b-late', '2022-07-09'),
    aListedCase('c-other', { domain: named('resettlement') }),
    begun('d-hand', '2022-01-10'),
  ]
  const byHand = [{ caseId: 'd-hand', reason: 'Moved to another service.', by: 'R. Lead' }]
  expect(doneValue(eligibilityOf(list, windows, byHand))).toEqual({
    eligible: [],
    excluded: [
      {
        caseId: 'a-early',
        domain: 'court',
        rule: 'before-window',
        reason: 'Began on 2021-09-12, before the window opens on 2021-09-13.',
      },
      {
        caseId: 'b-late',
        domain: 'court',
        rule: 'after-window',
        reason: 'Began on 2022-07-09, after the window closes on 2022-07-08.',
      },
      {
        caseId: 'c-other',
        domain: 'resettlement',
        rule: 'domain-not-sampled',
        reason: 'Cases of the kind “resettlement” are not sampled under this edition.',
      },
      {
        caseId: 'd-hand',
        domain: 'court',
        rule: 'by-hand',
        reason: 'Left out by R. Lead: Moved to another service.',
      },
    ],
  })
})

test('the order of the rows changes nothing', () => {
  const list = [begun('b', '2022-01-10'), begun('a', '2022-01-10'), begun('c', '2020-01-01')]
  expect(eligibilityOf(list.toReversed(), windows, [])).toEqual(eligibilityOf(list, windows, []))
})

test('a case left out by hand is one of the list, with a reason and a name', () => {
  const byHand = [{ caseId: 'none', reason: ' ', by: '' }]
  expect(codesOf(eligibilityOf([begun('a', '2022-01-10')], windows, byHand))).toEqual([
    'sampling.excluded-case-unknown',
    'sampling.exclusion-reason-missing',
    'sampling.exclusion-name-missing',
  ])
})

test('a list with one reference twice is refused', () => {
  const list = [begun('a', '2022-01-10'), begun('a', '2022-01-11')]
  expect(codesOf(eligibilityOf(list, windows, []))).toEqual(['sampling.case-doubled'])
})
