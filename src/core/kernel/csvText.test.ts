import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvText, csvTextWithoutMark, exactCsvText, originalCell, safeCell } from './csvText.ts'

describe('cells that a spreadsheet program would run are made safe', () => {
  test.each(['=1+1', '+cmd|x', '|calc', '+12.5.1', '-1x', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '%0A'])(
    '%j',
    (cell) => {
      expect(safeCell(cell)).toBe(`'${cell}`)
    },
  )

  test.each(['-5', '+12.5', '-12.345', '-15%', '12', '15%', 'plain', '', '2024-01-31', 'a=b'])(
    '%j stays as it is',
    (cell) => {
      expect(safeCell(cell)).toBe(cell)
    },
  )
})

test('quotation marks, commas and line ends are quoted', () => {
  expect(csvText([['a,b', 'say "x"', 'two\nlines', 'c']])).toBe('\uFEFF"a,b","say ""x""","two\nlines",c\r\n')
})

test('a table for programs has no byte-order mark, and is just as safe', () => {
  expect(csvTextWithoutMark([['a', '=1+1']])).toBe("a,'=1+1\r\n")
})

test.each([
  ["'=1+1", '=1+1'],
  ["''=1+1", "'=1+1"],
  ["'plain", "'plain"],
  ['=1+1', '=1+1'],
])('%j was %j before it was made safe', (safe, original) => {
  expect(originalCell(safe)).toBe(original)
})

describe('always', () => {
  test('no cell of safe CSV begins as a formula', () => {
    fc.assert(
      fc.property(fc.string(), (cell) => {
        const safe = safeCell(cell)
        expect(/^[=@\t\r]/.test(safe)).toBe(false)
        expect(safe.endsWith(cell)).toBe(true)
      }),
    )
  })

  test('a cell that was made safe comes back as it was', () => {
    const cells = fc.oneof(fc.string(), fc.stringMatching(/^'{0,3}[=+@|%-]?[0-9a-z]{0,3}$/))
    fc.assert(fc.property(cells, (cell) => originalCell(safeCell(cell)) === cell))
  })

  test('exact CSV changes no cell', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[^",\r\n]*$/), (cell) => {
        expect(exactCsvText([[cell]])).toBe(`\uFEFF${cell}\r\n`)
      }),
    )
  })
})
