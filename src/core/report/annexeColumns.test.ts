import { describe, expect, test } from 'vitest'
import { aReport } from '../../../test/support/reportSources.ts'
import { annexeColumns } from './annexeColumns.ts'
import { buildReport } from './buildReport.ts'

const report = buildReport(aReport())
const question = report.annexe.find(({ item }) => item === 'B1.1') ?? expect.fail()
const standard = report.annexe.find(({ item }) => item === 'B1') ?? expect.fail()

describe('the columns of the data annexe', () => {
  // Name, data type, whether every line has a value, the value of key question B1.1 and of standard B1.
  test.each([
    ['inspection', 'string', true, 'rock-2001-03', 'rock-2001-03'],
    ['service', 'string', true, 'Rock Lighthouse', 'Rock Lighthouse'],
    ['status', 'string', true, report.warning, report.warning],
    ['edition', 'string', true, 'invented-1', 'invented-1'],
    ['kind', 'string', true, 'key-question', 'standard'],
    ['domain', 'string', true, 'Lamps', 'Lamps'],
    ['standard', 'string', true, 'B1', 'B1'],
    ['item', 'string', true, 'B1.1', 'B1'],
    ['text', 'string', true, 'Is the lamp lit at dusk?', 'Lighting'],
    ['yes', 'integer', false, 11, null],
    ['no', 'integer', false, 6, null],
    ['not_applicable', 'integer', false, 0, null],
    ['unanswered', 'integer', false, 0, null],
    ['base', 'integer', false, 17, null],
    ['divided_by', 'string', false, question.dividedBy, null],
    ['percent_yes', 'integer', false, 65, null],
    ['rating', 'string', false, 'Dim', 'Dim'],
    ['calculated', 'string', false, null, 'Dim'],
    ['points', 'integer', false, null, 2],
  ])('%s', (name, datatype, required, ofQuestion, ofStandard) => {
    const column = annexeColumns.find((each) => each.name === name) ?? expect.fail()
    expect([column.datatype, column.required]).toEqual([datatype, required])
    expect(column.value(question, report)).toBe(ofQuestion)
    expect(column.value(standard, report)).toBe(ofStandard)
  })

  test('are 19, and each has a name, a title and a description of its own', () => {
    expect(annexeColumns).toHaveLength(19)
    for (const part of ['name', 'title', 'description'] as const)
      expect(new Set(annexeColumns.map((column) => column[part])).size).toBe(19)
  })

  test('say of a published report that it is published', () => {
    const status = annexeColumns.find(({ name }) => name === 'status')
    expect(status?.value(question, { ...report, warning: null })).not.toBe('')
    expect(status?.value(question, { ...report, warning: null })).not.toBe(report.warning)
  })
})
