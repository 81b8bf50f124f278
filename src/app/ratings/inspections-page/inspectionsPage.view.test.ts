import { describe, expect, test } from 'vitest'
import { named } from '../../../../test/support/editionBuilder.ts'
import { someFigures } from '../../../../test/support/figuresBuilder.ts'
import { fullyRated, ratedFrom } from '../../../../test/support/storedRatings.ts'
import { inspectionsPage, withdrawnRows } from './inspectionsPage.view.ts'

describe('the list of inspections', () => {
  test('sorts ratings by the scale and scores by their share of the maximum', () => {
    const { rows } = inspectionsPage([fullyRated, ratedFrom(someFigures({}))])
    expect(rows.map(({ overallSort, scoreSort }) => [overallSort, scoreSort])).toEqual([
      [2, 833],
      [-1, 0],
    ])
  })

  test('shows what is known of each inspection, with its addresses', () => {
    expect(inspectionsPage([fullyRated]).rows[0]).toMatchObject({
      serviceName: 'Testham YJS',
      href: '/inspections/testham-2024-03',
      editionHref: '/editions/small',
      fieldwork: 'March 2024',
      fieldworkSort: '2024-03',
      overall: { text: 'Good' },
      score: '10 of 12',
      underWay: null,
    })
    const inspection = { ...fullyRated.inspection, fieldworkStarted: null }
    expect(inspectionsPage([{ ...fullyRated, inspection }]).rows[0]).toMatchObject({
      fieldwork: 'Not known',
      fieldworkSort: '',
    })
  })

  test('while fieldwork is under way says so, and does not sort with the final ratings', () => {
    const underWay = { ...fullyRated, underWay: { signed: 2, inspected: 11 } }
    const [row] = inspectionsPage([underWay]).rows
    expect(row).toMatchObject({
      overall: { text: 'Good so far' },
      overallSort: -1,
      underWay: '2 of 11 cases signed',
    })
  })

  test('shows who withdrew an inspection, when and why', () => {
    const withdrawn = {
      id: named<never>('testham-2024-03'),
      serviceName: 'Testham YJS',
      fieldworkStarted: null,
      at: new Date('2024-02-01T10:00:00Z'),
      by: 'Maya Iqbal',
      reason: 'Merged',
    }
    expect(withdrawnRows([withdrawn])).toEqual([
      {
        serviceName: 'Testham YJS',
        fieldwork: '',
        when: '1 February 2024, Maya Iqbal',
        reason: 'Merged',
        historyHref: '/inspections/testham-2024-03/history',
      },
    ])
  })
})
