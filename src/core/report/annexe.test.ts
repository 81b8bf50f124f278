import { describe, expect, test } from 'vitest'
import { aPublishedReport, aReport, withJudgement } from '../../../test/support/reportSources.ts'
import { denominatorTitle } from '../framework/answers.ts'
import { ratingText } from '../ratings/ratingText.ts'
import { annexeRows, annexeSection } from './annexe.ts'
import type { AnnexeRow, Section, Table } from './reportModel.ts'

const { edition, rated } = aReport()
const rows = annexeRows(edition, rated)
const all = denominatorTitle('all-inspected-cases')
const applicable = denominatorTitle('applicable-cases')
const notRated = ratingText(edition, null)

const blank = { yes: null, no: null, notApplicable: null, unanswered: null, base: null, dividedBy: null }
const standardLine = { kind: 'standard', ...blank, percentYes: null } as const
const questionLine = { domain: 'Lamps', standard: 'B1', calculated: null, points: null } as const

function tablesIn(section: Section): readonly Table[] {
  return [
    ...section.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
    ...section.sections.flatMap(tablesIn),
  ]
}

const cells = (table: Table | undefined) => table?.rows.map((row) => row.map(({ text }) => text))
const kinds = (table: Table | undefined) => table?.columns.map(({ kind }) => kind)

describe('the lines of the annexe', () => {
  test('are each standard with its rating and points, and each question with its counts', () => {
    const counts = { notApplicable: 0, unanswered: 0, base: 17, dividedBy: all }
    expect(rows).toEqual([
      {
        ...standardLine,
        domain: 'The board',
        standard: 'A1',
        item: 'A1',
        text: 'Oversight',
        rating: 'Bright',
        calculated: null,
        points: 4,
      },
      {
        ...standardLine,
        domain: 'Lamps',
        standard: 'B1',
        item: 'B1',
        text: 'Lighting',
        rating: 'Dim',
        calculated: 'Dim',
        points: 2,
      },
      {
        ...questionLine,
        ...counts,
        kind: 'key-question',
        item: 'B1.1',
        text: 'Is the lamp lit at dusk?',
        yes: 11,
        no: 6,
        percentYes: 65,
        rating: 'Dim',
      },
      {
        ...questionLine,
        kind: 'prompt',
        item: 'B1.1.a',
        text: 'Does the first prompt of B1.1 hold?',
        yes: 2,
        no: 1,
        notApplicable: 14,
        unanswered: 0,
        base: 3,
        dividedBy: applicable,
        percentYes: 67,
        rating: null,
      },
      {
        ...questionLine,
        ...counts,
        kind: 'key-question',
        item: 'B1.2',
        text: 'Is the lens clean?',
        yes: 13,
        no: 4,
        percentYes: 76,
        rating: 'Bright',
      },
      {
        ...standardLine,
        domain: 'Fog signals',
        standard: 'C1',
        item: 'C1',
        text: 'Sounding',
        rating: 'Bright',
        calculated: null,
        points: null,
      },
    ] satisfies readonly AnnexeRow[])
  })

  test('give what the figures say next to what was awarded', () => {
    const judged = annexeRows(edition, withJudgement(aReport(), 'The lamp was being replaced').rated)
    expect(judged.find(({ item }) => item === 'B1')).toMatchObject({ rating: 'Bright', calculated: 'Dim' })
  })

  test('leave out a standard of which nothing is known, and a question without a figure', () => {
    const [, lighting] = rated.standards
    const [first] = lighting?.keyQuestions ?? []
    const standards = lighting && first ? [{ ...lighting, keyQuestions: [first] }] : []
    expect(annexeRows(edition, { ...rated, standards }).map(({ item }) => item)).toEqual([
      'B1',
      'B1.1',
      'B1.1.a',
    ])
    const prompts = lighting ? [{ ...lighting, keyQuestions: [] }] : []
    expect(annexeRows(edition, { ...rated, standards: prompts }).map(({ item }) => item)).toEqual([
      'B1',
      'B1.1.a',
    ])
  })
})

describe('the printed tables', () => {
  test('are one for each standard with figures', () => {
    const section = annexeSection(edition, rows)
    expect(section.sections.map(({ id }) => id)).toEqual(['annexe-B1'])
    expect(section.blocks).toHaveLength(1)
    const [table, ...others] = tablesIn(section)
    expect(others).toEqual([])
    expect(kinds(table)).toEqual([
      'heading',
      'number',
      'number',
      'number',
      'number',
      'text',
      'number',
      'rating',
    ])
    const promptRating = table?.rows[1]?.[7]?.text
    expect(cells(table)).toEqual([
      ['B1.1 Is the lamp lit at dusk?', '11', '6', '0', '17', all, '65%', 'Dim'],
      ['B1.1.a Does the first prompt of B1.1 hold?', '2', '1', '14', '3', applicable, '67%', promptRating],
      ['B1.2 Is the lens clean?', '13', '4', '0', '17', all, '76%', 'Bright'],
    ])
    expect([promptRating === notRated.text, promptRating === '']).toEqual([false, false])
    expect(table?.rows.map((row) => row.at(-1)?.tone)).toEqual(['higher', 'none', 'highest'])
  })

  test('have no column of counts if only percentages were published', () => {
    const published = annexeSection(edition, annexeRows(edition, aPublishedReport().rated))
    const [table] = tablesIn(published)
    expect(kinds(table)).toEqual(['heading', 'text', 'number', 'rating'])
    expect(cells(table)).toEqual([
      ['B1.1 Is the lamp lit at dusk?', all, '65%', 'Dim'],
      ['B1.2 Is the lens clean?', all, '76%', 'Bright'],
    ])
  })

  test('have the columns of counts if one question has them, and none for a standard without questions', () => {
    const [, , first, , second] = rows
    const mixed = first && second ? [{ ...first, base: null }, second] : []
    expect(kinds(tablesIn(annexeSection(edition, mixed))[0])).toHaveLength(8)
    const none = annexeSection(
      edition,
      rows.filter(({ kind }) => kind === 'standard'),
    )
    expect(none.sections).toEqual([])
    expect(none.blocks).not.toEqual(annexeSection(edition, rows).blocks)
  })

  test('give a question that has no rating the text for that', () => {
    const [, , first] = rows
    const [table] = tablesIn(annexeSection(edition, first ? [{ ...first, rating: null }] : []))
    expect(table?.rows[0]?.at(-1)).toEqual(notRated)
  })
})
