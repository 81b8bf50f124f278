import { describe, expect, test } from 'vitest'
import { codesOf, doneValue } from '../../../../test/support/results.ts'
import { readAnswersFile } from './answersFile.ts'

const header = 'case_id,domain,question,answer'
const first = { caseId: 'A1', domain: 'court', question: '2.1.1', answer: 'yes', row: 2 }

function read(text: string | Uint8Array) {
  return readAnswersFile(text, 'answers.csv')
}

function placesOf(text: string) {
  const result = read(text)
  return result.ok ? [] : result.problems.map(({ code, place }) => [code, place.row, place.field])
}

describe('an answers file', () => {
  test.each([
    ['commas', `${header}\nA1,court,2.1.1,yes\n`],
    ['semicolons', `${header}\nA1,court,2.1.1,yes\n`.replaceAll(',', ';')],
    ['tabs', `${header}\nA1,court,2.1.1,yes\n`.replaceAll(',', '\t')],
    ['a byte order mark', `\uFEFF${header}\nA1,court,2.1.1,yes\n`],
    ['line ends of Windows', `${header}\r\nA1,court,2.1.1,yes\r\n`],
    ['line ends of an old Mac', `${header}\rA1,court,2.1.1,yes\r`],
    ['no line end at its end', `${header}\nA1,court,2.1.1,yes`],
    ['quoted cells', `${header}\n"A1","court","2.1.1","yes"\n`],
    ['spaces about the cells', `${header}\n A1 , court , 2.1.1 , yes \n`],
    ['columns in another order', 'answer,question,domain,case_id\nyes,2.1.1,court,A1\n'],
  ])('is read with %s', (_, text) => {
    expect(doneValue(read(text))).toEqual([first])
  })

  test('is read as bytes, and keeps letters beyond English', () => {
    const bytes = new TextEncoder().encode(`${header}\nŵyn-1,court,2.1.1,yes\n`)
    expect(doneValue(read(bytes))[0]?.caseId).toBe('ŵyn-1')
  })

  test('skips blank lines and numbers rows as a spreadsheet does', () => {
    const text = `${header}\n\nA1,court,2.1.1,yes\n,,,\nA2,court,2.1.1,no\n`
    expect(doneValue(read(text)).map(({ row }) => row)).toEqual([3, 5])
  })
})

describe('what is refused', () => {
  test.each([
    ['nothing', '', 'file.empty'],
    ['only blanks', ' \n\n', 'file.empty'],
    ['only a header', `${header}\n`, 'table.no-rows'],
    ['a quotation mark that is not closed', `${header}\n"A1,court,2.1.1,yes\n`, 'table.not-readable'],
  ])('%s', (_, text, code) => {
    expect(codesOf(read(text))).toEqual([code])
  })

  test('a table that cannot be read, with the row it breaks at', () => {
    expect(read(`${header}\nA1,court,2.1.1,"yes"!\n`)).toMatchObject({
      ok: false,
      problems: [{ code: 'table.not-readable', place: { line: 2 } }],
    })
  })

  test('bytes in two encodings; one of Windows is read, and no letter is lost', () => {
    const windows = Buffer.from(`${header}\nMôn-1,court,2.1.1,yes\n`, 'latin1')
    expect(doneValue(read(windows))[0]?.caseId).toBe('Môn-1')
    const mixed = Buffer.concat([windows, Buffer.from('Môn-2,court,2.1.1,yes\n')])
    expect(read(mixed)).toMatchObject({ problems: [{ code: 'text.encodings-mixed', place: { line: 2 } }] })
  })

  test('every fault of the header', () => {
    expect(placesOf('case_id,domain,domain,colour,question\nA1,court,court,red,2.1.1\n')).toEqual([
      ['table.column-missing', 1, 'answer'],
      ['table.column-unknown', 1, 'colour'],
      ['table.column-twice', 1, 'domain'],
    ])
  })

  test('a total, a footer and headings that are repeated, in one message each', () => {
    const rows = ['A1,court,2.1.1,yes', 'Total,,,40', 'Printed on 3 May,,,', header.toUpperCase()]
    expect(placesOf(`${header}\n${rows.join('\n')}\n`)).toEqual([
      ['table.row-incomplete', 3, undefined],
      ['table.row-incomplete', 4, undefined],
      ['intake.row-repeats-headings', 5, undefined],
    ])
  })

  test('every fault of the rows, with row and field', () => {
    expect(placesOf(`${header}\nA1,court,2.1.1\n\nA2,,2.1.1,\nA3,court,2.1.1,yes,no\n`)).toEqual([
      ['table.cells-differ', 2, undefined],
      ['table.cell-empty', 4, 'domain'],
      ['table.cell-empty', 4, 'answer'],
      ['table.cells-differ', 5, undefined],
    ])
  })
})
