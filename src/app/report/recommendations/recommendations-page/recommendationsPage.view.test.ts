import { expect, test } from 'vitest'
import { recommendationsView } from './recommendationsPage.view.ts'

const inspection = { id: 'northmoor-2024-06', serviceName: 'Northmoor' }
const savedAt = new Date('2026-03-02T12:00:00Z')
const recommendation = (id: string, owner: string, text: string) => {
  return { id, owner, text, version: 1, savedAt, savedBy: 'Maya Iqbal' }
}

test('recommendations are numbered through all owners, each under its owner', () => {
  const view = recommendationsView(inspection, [
    recommendation('a', 'The board', 'First'),
    recommendation('b', 'The police', 'Second'),
    recommendation('c', 'The board', 'Third'),
  ])
  const numbered = view.owners.map(({ owner, items }) => [
    owner,
    items.map(({ number, text }) => [number, text]),
  ])
  expect(numbered).toEqual([
    [
      'The board',
      [
        [1, 'First'],
        [2, 'Third'],
      ],
    ],
    ['The police', [[3, 'Second']]],
  ])
  const moves = view.owners.flatMap(({ items }) =>
    items.map(({ mayGoUp, mayGoDown }) => [mayGoUp, mayGoDown]),
  )
  expect(moves).toEqual([
    [false, true],
    [true, true],
    [true, false],
  ])
})

test('each has its address, who saved it, and a warning if the PDF cannot print it', () => {
  const view = recommendationsView(inspection, [recommendation('a', 'The board', 'Good \uF0B7 work')])
  expect(view.newHref).toBe('/inspections/northmoor-2024-06/recommendations/new')
  expect(view.owners[0]?.items[0]).toMatchObject({
    address: '/inspections/northmoor-2024-06/recommendations/a',
    moveHref: '/inspections/northmoor-2024-06/recommendations/a/move',
    removeHref: '/inspections/northmoor-2024-06/recommendations/a/remove',
    saved: 'Saved by Maya Iqbal on 2 March 2026 at midday.',
    unprintable: 'The PDF of the report shows □ instead of: \uF0B7 (U+F0B7).',
  })
})

test('no recommendations have no owners', () => {
  expect(recommendationsView(inspection, []).owners).toEqual([])
})
