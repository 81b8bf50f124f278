import { expect, test } from 'vitest'
import { ada, aLoadedCase } from '../../../../../test/support/loadedCase.ts'
import type { HistoryLine } from '../caseHistory.queries.ts'
import { historyLinePage, historyPage } from './historyPage.view.ts'

const line: HistoryLine = {
  id: 'answer:1.1.1.a:2',
  kind: 'answer',
  item: '1.1.1.a',
  version: 2,
  value: 'yes',
  detail: null,
  isCut: false,
  by: 'Ada Price',
  at: '2026-06-01T08:30:00.000Z',
  decided: null,
}

test.each([
  ['a version', line, 'Version 2'],
  ['a conflict', { ...line, version: null }, 'Conflict, not resolved yet'],
  [
    'a resolved conflict',
    {
      ...line,
      version: null,
      decided: { by: 'Lena', at: '2026-06-02T08:00:00.000Z', reason: 'Seen together.' },
    },
    'Conflict, resolved by Lena on 2 June 2026 at 9am: Seen together.',
  ],
  [
    'a conflict that was resolved without a reason',
    { ...line, version: null, decided: { by: 'Lena', at: '2026-06-02T08:00:00.000Z', reason: null } },
    'Conflict, resolved by Lena on 2 June 2026 at 9am',
  ],
])('%s says what it is', (_, shown, status) => {
  expect(historyLinePage(aLoadedCase(), shown).line.status).toBe(status)
})

test('only a text that is cut leads to the whole of it', () => {
  const lines = [line, { ...line, id: 'note:1.1.1:1', isCut: true }]
  expect(historyPage(aLoadedCase(), lines, []).lines.map(({ wholeHref }) => wholeHref)).toEqual([
    null,
    '/inspections/northmoor-2026-06/cases/C-1/history/note%3A1.1.1%3A1',
  ])
})

test('steps say what was done', () => {
  const taken = {
    position: 1,
    comment: null,
    author: ada,
    at: line.at,
    progress: { status: 'open', round: 1 },
  } as const
  const steps = ['hand-in', 'withdraw', 'list'].map((step) => ({ ...taken, step }))
  expect(historyPage(aLoadedCase(), [], steps).steps.map(({ step }) => step)).toEqual([
    'Handed in the case',
    'Withdrew the case',
    'Added the case again',
  ])
  expect(() => historyPage(aLoadedCase(), [], [{ ...taken, step: 'fly' }])).toThrow(RangeError)
})
