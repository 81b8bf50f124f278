import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from './csvRows.ts'
import { lineOf } from './lineOf.ts'

const most = 1_000
const read = (text: string, delimiter = ',') => readCsv(text, { delimiter, most })

describe('a quotation mark that is opened and never closed', () => {
  test.each([
    ['\n', 3],
    ['\r\n', 3],
    ['\r', 3],
  ])('is named by the line in which it was opened (%j)', (end, line) => {
    const text = ['a,b', '1,"two', 'lines",2', '', '3,x'].join(end)
    expect(read(text.replace('lines",2', 'lines",2')).ok).toBe(true)
    const open = ['a,b', '"x","y"', '1,"Team one', '2,x', '3,y', ''].join(end)
    expect(read(open)).toMatchObject({ ok: false, fault: { kind: 'quote-never-closed', line } })
  })

  test('after a cell of two lines, lines are still counted as an editor counts', () => {
    expect(read('a\n"one\ntwo"\n"open\n')).toMatchObject({ fault: { line: 4 } })
  })
})

test('other faults of quotation marks', () => {
  expect(read('a\n"b"c\n')).toMatchObject({ ok: false, fault: { kind: 'text-after-quote', line: 2 } })
  expect(read('a\n\nb"c\n')).toMatchObject({ ok: false, fault: { kind: 'quote-inside-value', line: 3 } })
})

test('blank lines count as rows and not towards the limit', () => {
  const text = `a,b\n\n , \n1,2\n,,\n3,4`
  expect(readCsv(text, { delimiter: ',', most: 3 })).toEqual({
    ok: true,
    rows: [
      { row: 1, cells: ['a', 'b'] },
      { row: 4, cells: ['1', '2'] },
      { row: 6, cells: ['3', '4'] },
    ],
  })
})

test('lines as an editor counts them', () => {
  expect([0, 1, 2, 3, 4, 5].map((offset) => lineOf('\r\n\r\n\r', offset))).toEqual([1, 2, 2, 3, 3, 4])
})

describe('always', () => {
  const cell = fc
    .array(fc.constantFrom('a', '"', ',', ';', '\t', '|', '\n', '\r', ' ', 'é', '=', "'", '0'), {
      maxLength: 5,
    })
    .map((parts) => parts.join(''))
  const table = fc.array(
    fc
      .array(cell, { minLength: 1, maxLength: 4 })
      .filter((cells) => cells.some((each) => each.trim() !== '')),
    { minLength: 1, maxLength: 6 },
  )

  test('any table with any delimiter, line end and amount of quotation reads as it was written', () => {
    const delimiters = fc.constantFrom(',', ';', '\t', '|')
    const ends = fc.constantFrom('\n', '\r\n', '\r')
    fc.assert(
      fc.property(table, delimiters, ends, fc.boolean(), (rows, delimiter, end, always) => {
        const written = (each: string) =>
          always || /[",;\t|\r\n]/.test(each) ? `"${each.replaceAll('"', '""')}"` : each
        const text = rows.map((cells) => cells.map(written).join(delimiter)).join(end)
        const found = read(text, delimiter)
        expect(found.ok && found.rows.map(({ cells }) => cells)).toEqual(rows)
      }),
    )
  })
})
