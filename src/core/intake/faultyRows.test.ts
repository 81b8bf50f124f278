import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from '../kernel/csvRows.ts'
import { csvText } from '../kernel/csvText.ts'
import type { CaseListReading } from './checkCaseList.ts'
import { faultyRows, placeWithout, withoutAddedColumns } from './faultyRows.ts'
import { problem } from './problems.ts'

function reading(headings: readonly string[], rows: readonly (readonly string[])[]): CaseListReading {
  return {
    table: { headingRow: 1, headings, rows: rows.map((cells, index) => ({ row: index + 2, cells })) },
    columns: { places: new Map(), unclear: new Map(), carried: [], leftOut: [] },
    personal: [],
    cases: [],
    problems: [problem('intake.value-missing', { column: 'Age' }, { row: 3, field: 'Age' })],
    oddities: [],
  }
}

/** What is in the file that was downloaded, read as a list again. */
function again(list: CaseListReading) {
  const text = csvText(faultyRows(list)).replace(/^\uFEFF/, '')
  const read = readCsv(text, { delimiter: ',', most: 1_000 })
  if (!read.ok) throw new Error('not readable')
  return withoutAddedColumns(read.rows)
}

describe('the list with its faults, sent again', () => {
  test('is the whole list, and no value comes back otherwise than it was', () => {
    const rows = [
      ['YJ-1', '-', '=x'],
      ['YJ-2', "'-", '+44'],
      ['YJ-3', '@home', "'"],
    ]
    const { rows: read, added } = again(reading(['case_id', 'note', 'more'], rows))
    expect(read.map(({ cells }) => cells)).toEqual([['case_id', 'note', 'more'], ...rows])
    expect(added).toEqual([0, 1, 2])
  })

  test('other lists are left as they are', () => {
    const rows = [
      { row: 1, cells: ['Row', 'case_id'] },
      { row: 2, cells: ["'-", 'YJ-1'] },
    ]
    expect(withoutAddedColumns(rows)).toEqual({ rows, added: [] })
  })

  test('columns that may not be stored are not in it', () => {
    const list = reading(['case_id', 'Name'], [['YJ-1', 'Amber Madeup']])
    const personal = [
      { column: 1, heading: 'Name', kind: 'names', isReference: false, mayBePlaces: false } as const,
    ]
    expect(faultyRows({ ...list, personal })).toEqual([
      ['Row', 'What is wrong', 'What to do', 'case_id'],
      ['2', '', '', 'YJ-1'],
    ])
  })

  test('places are counted without the added columns', () => {
    expect([0, 1, 2, 3, 4].map((column) => placeWithout([0, 2, 3], column))).toEqual([-1, 0, -1, -1, 1])
  })
})

test('always: any list comes back as it was', () => {
  const cell = fc
    .array(fc.constantFrom('a', "'", '=', '-', '+', '@', '%', '|', '"', ',', '\n', ' ', '1'), {
      maxLength: 4,
    })
    .map((parts) => parts.join(''))
  const lists = fc.array(fc.tuple(fc.constant('YJ'), cell, cell), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(lists, (rows) => {
      const read = again(reading(['case_id', 'a', 'b'], rows))
      expect(read.rows.slice(1).map(({ cells }) => cells)).toEqual(rows)
    }),
  )
})
