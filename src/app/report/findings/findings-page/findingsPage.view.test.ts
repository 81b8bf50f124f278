import { describe, expect, test } from 'vitest'
import { lighthouseEdition } from '../../../../../test/support/reportSources.ts'
import { problemsOf } from '../../../../core/kernel/problem.ts'
import { kernelProblems } from '../../../../core/kernel/problems.ts'
import { reportProblems } from '../../problems.ts'
import type { StoredFindings } from '../findings.queries.ts'
import { fieldId, findingsView } from './findingsPage.view.ts'

const problem = problemsOf({ ...kernelProblems, ...reportProblems })

const inspection = { id: 'rock-2001-03', serviceName: 'Rock Lighthouse' }
const stored: StoredFindings = {
  standard: 'B1',
  strengths: ['Stored strength.', 'Another.'],
  areasForImprovement: [],
  version: 4,
  savedAt: new Date('2001-07-05T13:30:00Z'),
  savedBy: 'Ann Keeper',
}

const standardB1 = (view: ReturnType<typeof findingsView>) => view.standards.find(({ id }) => id === 'B1')

describe('the page on which findings are written', () => {
  test('has a form for each standard of the edition, with what is stored and its version', () => {
    const view = findingsView(inspection, lighthouseEdition, [stored], null)
    expect(view.standards.map(({ title, version }) => [title, version])).toEqual([
      ['A1 Oversight', 0],
      ['B1 Lighting', 4],
      ['C1 Sounding', 0],
    ])
    expect(standardB1(view)).toMatchObject({
      strengths: 'Stored strength.\n\nAnother.',
      saved: 'Saved by Ann Keeper on 5 July 2001 at 2:30pm.',
      stored: null,
    })
  })

  test('warns at the field of each character that the PDF cannot print, and of no other', () => {
    const unprintable = { ...stored, strengths: ['Good \uF0B7 work.'], areasForImprovement: ['বাংলা 👍'] }
    expect(standardB1(findingsView(inspection, lighthouseEdition, [unprintable], null))?.unprintable).toEqual(
      {
        strengths: 'The PDF of the report shows □ instead of: \uF0B7 (U+F0B7).',
        areasForImprovement: null,
      },
    )
  })

  test('shows both texts after a conflict, and the next save replaces what was seen', () => {
    const values = {
      standard: 'B1',
      'version:B1': '3',
      'strengths:B1': 'Mine.',
      'areasForImprovement:B1': 'Mine too.',
    }
    const conflict = problem(
      'findings.changed-meanwhile',
      { standard: 'B1', who: 'Ann', when: 'noon' },
      { field: fieldId('strengths', 'B1') },
    )
    const sent = { form: '', values, problems: [conflict] } as const
    const view = findingsView(inspection, lighthouseEdition, [stored], sent)
    expect(standardB1(view)).toMatchObject({
      strengths: 'Mine.',
      areasForImprovement: 'Mine too.',
      version: 4,
      stored: { strengths: ['Stored strength.', 'Another.'] },
    })
    expect(view.standards.filter((standard) => standard.stored !== null)).toHaveLength(1)
  })

  test('shows what is stored for a standard that was saved while another was refused', () => {
    const values = {
      standard: 'B1',
      'version:B1': '3',
      'strengths:B1': 'Saved as it was typed.',
      'version:A1': '0',
      'strengths:A1': 'Too long.',
    }
    const tooLong = problem('text.too-long', { count: 2, limit: 1 }, { field: fieldId('strengths', 'A1') })
    const sent = { form: '', values, problems: [tooLong] } as const
    const view = findingsView(inspection, lighthouseEdition, [stored], sent)
    expect(standardB1(view)).toMatchObject({ strengths: 'Stored strength.\n\nAnother.', stored: null })
    expect(view.standards.find(({ id }) => id === 'A1')).toMatchObject({ strengths: 'Too long.' })
  })
})
