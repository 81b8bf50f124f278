import { expect, test } from 'vitest'
import { filterView, pagesView } from './historyFrame.view.ts'

const pages = { query: { kind: 'case', from: '' }, page: 1, count: 120, noun: 'event', onAPage: 50 }

test('other pages repeat the filter, without what is empty', () => {
  expect(pagesView(pages)).toMatchObject({
    items: [
      { number: 1, href: '?kind=case&page=1', current: true },
      { number: 2, href: '?kind=case&page=2', current: false },
      { number: 3, href: '?kind=case&page=3', current: false },
    ],
    next: { href: '?kind=case&page=2' },
    results: { from: 1, to: 50, count: 120, text: 'events' },
  })
})

test('the last page leads only to those before it', () => {
  const view = pagesView({ ...pages, page: 3 })
  expect(view).not.toHaveProperty('next')
  expect(view).toMatchObject({ previous: { href: '?kind=case&page=2' }, results: { from: 101, to: 120 } })
})

test('pages far from the present one are left out', () => {
  const { items } = pagesView({ ...pages, page: 10, count: 1000 })
  expect(items.map((item) => ('number' in item ? item.number : '…'))).toEqual([
    1,
    '…',
    8,
    9,
    10,
    11,
    12,
    '…',
    20,
  ])
})

test.each([
  [0, 'events'],
  [1, 'event'],
  [50, 'events'],
])('of %i there is one page, and they are called %s', (count, text) => {
  expect(pagesView({ ...pages, count })).toMatchObject({ items: [], results: { text } })
})

test('the filter shows what was selected, among all that there is', () => {
  const choices = { kinds: [], inspections: ['york-2026'], people: [{ personId: 'p1', name: 'Ann' }] }
  const view = filterView({ person: 'p1' }, choices)
  expect(view).toMatchObject({ isUsed: true, person: 'p1', kind: '' })
  expect(view.people.map(({ text }) => text)).toEqual(['All', 'Ann'])
  expect(filterView({}, choices).isUsed).toBe(false)
})
