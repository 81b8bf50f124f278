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

test.each([
  ['an empty cell in quotation marks at the start', '"",b', [['', 'b']]],
  ['a quotation mark doubled at the end of a cell', '"a""",b', [['a"', 'b']]],
  ['a lone quotation mark, doubled', '""""', [['"']]],
  ['an end of line after a quoted cell', '"a"\r\nb', [['a'], ['b']]],
])('%s', (_, text, rows) => {
  const found = read(text)
  expect(found.rows.map(({ cells }) => cells)).toEqual(rows)
  expect(found.ok).toBe(true)
})

test('a quotation mark that is never closed, at the very start', () => {
  expect(read('"')).toEqual({ ok: false, rows: [], fault: { kind: 'quote-never-closed', line: 1 } })
  expect(read('"a""')).toEqual({ ok: false, rows: [], fault: { kind: 'quote-never-closed', line: 1 } })
})

test('a line end of two characters ends one row, not two', () => {
  expect(read('a\r\nb\r\rc\n\rd').rows.map(({ row }) => row)).toEqual([1, 2, 4, 6])
})

test('columns parted by a vertical bar', () => {
  expect(read('a|"b|c"|d\ne|f', '|').rows.map(({ cells }) => cells)).toEqual([
    ['a', 'b|c', 'd'],
    ['e', 'f'],
  ])
})

test.each([
  [1, [['a']]],
  [2, [['a'], ['b']]],
  [3, [['a'], ['b'], ['c']]],
])('reading ends after %i rows, and nothing behind them is looked at', (most, rows) => {
  const found = readCsv('a\n\nb\nc\n"open', { delimiter: ',', most })
  expect(found.rows.map(({ cells }) => cells)).toEqual(rows)
  expect(found.ok).toBe(true)
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
