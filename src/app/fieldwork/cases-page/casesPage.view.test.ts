import { describe, expect, test } from 'vitest'
import { aSmallEdition } from '../../../../test/support/editionBuilder.ts'
import { inspectionId } from '../../inspections/inspection.ts'
import { casesPage } from './casesPage.view.ts'
import type { CaseRow, ListedCases } from './listCaseRows.ts'

const sam = { personId: 'sam', name: 'Sam Okafor', isBarred: false }
const ada = { personId: 'ada', name: 'Ada Lewis', isBarred: false }

function row(caseId: string, changes: Partial<CaseRow> = {}): CaseRow {
  return {
    caseId,
    caseDomain: 'court',
    progress: { status: 'open', round: 1 },
    assigned: [],
    entryCount: 0,
    hasAnswer: false,
    missing: [],
    interviewAt: null,
    ...changes,
  }
}

function listed(rows: readonly CaseRow[], withheld = 0): ListedCases {
  const id = inspectionId('northmoor-2026')
  if (id === undefined) throw new Error('the id of the inspection is not one')
  return {
    inspection: {
      id,
      serviceName: 'Northmoor',
      editionId: aSmallEdition().id,
      fieldworkStarted: '2026-06-01',
      published: null,
      source: null,
      madeUp: true,
      cases: [],
    },
    edition: aSmallEdition(),
    rows,
    withheld,
  }
}

/** Each table as its title, its headings and its rows of texts. */
function shown(rows: readonly CaseRow[], personId: string | null = 'sam') {
  return casesPage(listed(rows), personId).tables.map(({ title, headings, lines }) => ({
    title,
    headings: headings.map(({ text }) => text),
    lines: lines.map(({ caseId, cells }) => [caseId, ...cells.map(({ text }) => text)]),
  }))
}

describe('the list of cases', () => {
  test('shows what is known about a case', () => {
    const missing = [
      { kind: 'fact', item: 'age', missing: 'value' },
      { kind: 'answer', item: '1.1.1', missing: 'decision' },
    ] as const
    const cases = [row('C-1', { interviewAt: '2026-06-02T10:30', missing, assigned: [ada] })]
    expect(shown(cases)).toEqual([
      {
        title: 'All cases',
        headings: ['Kind', 'Status', 'Interview', 'Missing', 'Assessed by'],
        lines: [
          [
            'C-1',
            'Court',
            expect.any(String),
            expect.stringContaining('2 June 2026'),
            expect.any(String),
            'Ada Lewis',
          ],
        ],
      },
    ])
  })

  test('has your own cases first, the most urgent first', () => {
    const cases = [
      row('C-1', { assigned: [sam], progress: { status: 'signed', round: 1 } }),
      row('C-2', { assigned: [ada] }),
      row('C-3', { assigned: [sam] }),
      row('C-4', { assigned: [sam], progress: { status: 'returned', round: 1 } }),
    ]
    expect(shown(cases).map(({ title, lines }) => [title, lines.map(([caseId]) => caseId)])).toEqual([
      ['My cases', ['C-4', 'C-3', 'C-1']],
      ['Other cases', ['C-2']],
    ])
  })

  test('says who assesses your own cases only if you share one', () => {
    expect(shown([row('C-1', { assigned: [sam] })])[0]?.headings).not.toContain('Assessed by')
    expect(shown([row('C-1', { assigned: [ada, sam] })])[0]?.headings).toContain('Assessed by')
  })

  test('marks an assessor with a conflict of interest, and names the cases to reassign', () => {
    const page = casesPage(listed([row('C-1', { assigned: [{ ...ada, isBarred: true }] })]), 'sam')
    expect(page.tables[0]?.lines[0]?.cells.at(-1)?.text).toBe('Ada Lewis (conflict of interest)')
    expect(page.toReassign).toMatchObject([{ caseId: 'C-1', name: 'Ada Lewis' }])
  })

  test('a table without cases is not shown', () => {
    expect(shown([])).toEqual([])
  })
})
