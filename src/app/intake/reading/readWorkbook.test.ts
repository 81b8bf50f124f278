/** Workbooks written by hand: what a cell shows is what is read, and what is hidden is said. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anEdition } from '../../../../test/support/anEdition.ts'
import {
  escaped,
  openDocumentCell,
  type RawExcel,
  rawExcel,
  rawOpenDocument,
} from '../../../../test/support/rawWorkbook.ts'
import { parseCalendarDate } from '../../../core/kernel/calendarDate.ts'
import { examineCaseList } from './readCaseList.ts'
import { readWorkbook } from './readWorkbook.ts'

const headings = 'case_id,domain,disposal,start_date,gender,age,ethnicity,rosh,safety_wellbeing'.split(',')
const usual = ['YJ-1', 'court', 'referral order', '2024-03-04', 'male', '15', 'indian', 'medium', 'low']
const edition = anEdition('yos-2021')
const today = parseCalendarDate('2024-06-03')

const inline = (text: string) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
const number = (value: number | string, style = 0) => `<c s="${style}"><v>${value}</v></c>`
const rowOf = (cells: readonly string[], more = '') => `<row ${more}>${cells.join('')}</row>`

type Change = { readonly column: number; readonly cell: string }

/** A list of one case for each change: the usual case with one cell changed. */
function listWith(changes: readonly Change[], rowsMore: readonly string[] = []): string {
  const rows = changes.map(({ column, cell }, at) =>
    rowOf(
      usual
        .with(0, `YJ-${at + 1}`)
        .map(inline)
        .with(column, cell),
      rowsMore[at] ?? '',
    ),
  )
  return `<sheetData>${rowOf(headings.map(inline))}${rows.join('')}</sheetData>`
}

function examined(content: Uint8Array) {
  const read = examineCaseList(content, 'list.xlsx', edition, today === undefined ? {} : { today })
  if (!read.ok) throw new Error(read.problems.map(({ text }) => text).join(' '))
  return read.value
}

function firstCell(book: Omit<RawExcel, 'sheets'>, cell: string): string | undefined {
  const read = readWorkbook(
    rawExcel({ ...book, sheets: [{ name: 'List', xml: `<sheetData>${rowOf([cell])}</sheetData>` }] }),
    'list.xlsx',
  )
  return read.ok ? read.value.rows[0]?.cells[0] : read.problems.map(({ text }) => text).join(' ')
}

function firstOfOpenDocument(attributes: string, shown: string): string | undefined {
  const rows = `<table:table table:name="A"><table:table-row>${openDocumentCell(attributes, shown)}</table:table-row></table:table>`
  const read = readWorkbook(rawOpenDocument(rows), 'list.ods')
  return read.ok ? read.value.rows[0]?.cells[0] : read.problems.map(({ text }) => text).join(' ')
}

describe('a number is read as its cell shows it', () => {
  test.each([
    ['0000000', 121, '0000121'],
    ['00-000', 121, '00-121'],
    ['"YJS-"0000', 121, 'YJS-0121'],
    ['\\Y\\J000', 121, 'YJ121'],
    ['000\\/000', 12_345, '012/345'],
    ['#,##0', 1234, '1,234'],
    ['0%', 0.5, '50%'],
    ['[$£-809]#,##0.00', 12, '£12.00'],
    ['_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', 121, '121'],
    ['*-0', 121, '121'],
    ['General', 123_456_789_012, '123456789012'],
    ['0.00', 121, '121.00'],
    ['000.0', 5, '005.0'],
    ['0.0##', 12_345, '12345.0'],
    ['[$-10409]0000', 121, '0121'],
    ['[$-409]#,##0', 1234, '1,234'],
    ['General" cases"', 121, '121 cases'],
    ['0;-0;"nil"', 0, 'nil'],
    ['\\*000', 121, '*121'],
    ['General', 12_345_678_901.5, '12345678901.5'],
    ['0', 15.4, '15'],
    ['h:mm', 0.5, '12:00'],
    ['dd/mm/yyyy', 45_322, '2024-01-31'],
    ['dd/mm/yyyy hh:mm', 45_322.75, '2024-01-31'],
    ['mmm-yy', 45_322, '2024-01-31'],
    ['[$-F800]dddd, mmmm dd, yyyy', 45_322.999_999_9, '2024-02-01'],
  ])('XLSX, format %s: %d is %s', (format, value, shown) => {
    expect(firstCell({ formats: [format] }, number(value, 1))).toBe(shown)
  })

  test.each([
    ['office:value-type="float" office:value="121"', '0000121', '0000121'],
    ['office:value-type="float" office:value="121"', 'YJS-0121', 'YJS-0121'],
    ['office:value-type="float" office:value="121"', '00-121', '00-121'],
    ['office:value-type="float" office:value="0.333333333333333"', '0.33', '0.333333333333333'],
    ['office:value-type="float" office:value="123456789012"', '1.23456789012E+11', '123456789012'],
    ['office:value-type="percentage" office:value="0.5"', '50%', '50%'],
    ['office:value-type="currency" office:value="12"', '£12.00', '£12.00'],
    ['office:value-type="boolean" office:boolean-value="true"', 'TRUE', 'TRUE'],
    ['office:value-type="date" office:date-value="2024-01-31"', '31 Jan 24', '2024-01-31'],
    ['office:value-type="date" office:date-value="2024-01-31T18:00:00"', '31/01/24 18:00', '2024-01-31'],
    ['office:value-type="time" office:time-value="PT09H30M00S"', '09:30', '09:30'],
    ['office:value-type="string"', 'N 1', 'N 1'],
  ])('ODS, %s shown as %s is %s', (attributes, shown, text) => {
    expect(firstOfOpenDocument(attributes, shown)).toBe(text)
  })

  test('whole numbers under any format of noughts, letters and hyphens keep every figure and letter', () => {
    const piece = fc.constantFrom(['0', ''], ['"Y"', 'Y'], ['"JS-"', 'JS-'], ['-', '-'], ['\\/', '/'])
    const format = fc.array(piece, { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(format, fc.integer({ min: 1, max: 999_999 }), (pieces, value) => {
        const written = pieces.map(([code]) => code).join('')
        const shown = firstCell({ formats: [`${written}0`] }, number(value, 1)) ?? ''
        const noughts = pieces.filter(([code]) => code === '0').length + 1
        expect(shown.replaceAll(/\D/g, '')).toBe(String(value).padStart(noughts, '0'))
        expect(shown.replaceAll(/\d/g, '')).toBe(pieces.map(([, text]) => text).join(''))
      }),
      { numRuns: 200 },
    )
  })

  test('a format that hides the value does not lose it, and the row is said', () => {
    const xml = listWith([{ column: 5, cell: number(15, 1) }])
    const { cases, oddities } = examined(rawExcel({ formats: [';;;'], sheets: [{ name: 'A', xml }] }))
    expect(cases[0]?.age).toBe(15)
    expect(oddities).toMatchObject([{ code: 'hidden-values', text: expect.stringContaining('Row 2 ') }])
  })

  test('a number of sixteen figures is refused by row and column', () => {
    const xml = listWith([{ column: 0, cell: number('9912140633506421') }])
    const { problems } = examined(rawExcel({ sheets: [{ name: 'A', xml }] }))
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'intake.number-lost-figures',
        place: { file: 'list.xlsx', row: 2, field: 'case_id' },
      }),
    )
  })
})

describe('a cell that would be left out or read as another value is refused, with the cell', () => {
  test.each([
    ['an address given twice', '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>', 'its cell A1 is there twice'],
    ['an address that is none', '<c r="a1"><v>1</v></c>', 'the address of a cell cannot be read'],
    ['a row before the first', '<c r="A0"><v>1</v></c>', 'the address of a cell cannot be read'],
    ['a decimal comma', '<c r="A1"><v>1,5</v></c>', 'its cell A1 is a number but contains something else'],
    ['a hexadecimal number', '<c><v>0x10</v></c>', 'a cell is a number but contains something else'],
    [
      'a shared text that is not there',
      '<c t="s"><v>3</v></c>',
      'a cell refers to a text that does not exist',
    ],
    [
      'a text that does not say so',
      '<c><is><t>a</t></is></c>',
      'a cell contains a text that is not marked as one',
    ],
    ['a time in universal time', '<c t="d"><v>2026-06-01T23:00:00Z</v></c>', 'the time of another zone'],
    ['a comment that never ends', '<!-- <c><v>1</v></c>', 'is incomplete'],
  ])('%s', (_, cell, fault) => {
    const text = firstCell({}, cell)
    expect(text).toContain('The workbook is damaged')
    expect(text).toContain(fault)
  })

  test.each([
    ['office:value-type="date" office:date-value="2026-06-01T23:00:00Z"', 'the time of another zone'],
    ['office:value-type="date" office:date-value="31/01/2024"', 'a cell is a date'],
    ['office:value-type="float" office:value="1,5"', 'a cell is a number'],
  ])('ODS, %s', (attributes, fault) => {
    expect(firstOfOpenDocument(attributes, 'x')).toContain(fault)
  })

  test('ODS, a text that is not shown', () => {
    const cell = '<table:table-cell office:value-type="string" office:string-value="N1"/>'
    const rows = `<table:table table:name="A"><table:table-row>${cell}</table:table-row></table:table>`
    const read = readWorkbook(rawOpenDocument(rows), 'list.ods')
    expect(read.ok || read.problems[0].text).toContain('a cell has a text that it does not show')
  })
})

describe('dates of the 1904 system', () => {
  const properties = '<workbookPr date1904="1"/>'
  test.each([
    ['a date format', 1],
    ['the format General', 0],
  ])('in cells of %s are read by it', (_, style) => {
    const xml = listWith([{ column: 3, cell: number(43_860, style) }])
    const book = { formats: ['dd/mm/yyyy'], workbookProperties: properties, sheets: [{ name: 'A', xml }] }
    expect(examined(rawExcel(book)).cases[0]?.startDate).toBe('2024-01-31')
  })

  test('do not change a reference that is a number', () => {
    const xml = listWith([{ column: 0, cell: number(43_860) }])
    const book = { workbookProperties: properties, sheets: [{ name: 'A', xml }] }
    expect(examined(rawExcel(book)).cases[0]?.caseId).toBe('43860')
  })
})

describe('cells of every kind', () => {
  const shared = (text: string) => `<si>${text}</si>`
  const book = {
    sharedStrings: [
      shared('<t>plain</t>'),
      shared('<r><t>rich</t></r><r><t xml:space="preserve"> text</t></r>'),
      shared('<t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh>'),
    ],
  }
  test.each([
    ['a shared text', '<c t="s"><v>0</v></c>', 'plain'],
    ['rich text', '<c t="s"><v>1</v></c>', 'rich text'],
    ['text with its pronunciation', '<c t="s"><v>2</v></c>', '東京'],
    ['inline rich text', '<c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>', 'inline'],
    ['a boolean', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['a broken link', '<c t="e"><v>#REF!</v></c>', '#REF!'],
    ['a formula with a value', '<c><f>1+1</f><v>2</v></c>', '=1+1'],
    ['a formula without a value', '<c><f>1+1</f></c>', '=1+1'],
    ['a formula that gives text', '<c t="str"><f>A2</f><v>x</v></c>', '=A2'],
    ['a text of figures', '<c t="inlineStr"><is><t>0012</t></is></c>', '0012'],
  ])('%s', (_, cell, text) => {
    expect(firstCell(book, cell)).toBe(text)
  })

  test('an empty shared text does not move those after it', () => {
    const texts = ['<t/>', '', '<t>one</t>'].map((text) => (text === '' ? '<si/>' : shared(text)))
    expect(firstCell({ sharedStrings: texts }, '<c t="s"><v>2</v></c>')).toBe('one')
    const withProperties = [`<si xml:space="preserve"><t>nought</t></si>`, shared('<t>one</t>')]
    expect(firstCell({ sharedStrings: withProperties }, '<c t="s"><v>1</v></c>')).toBe('one')
    const pronounced = [shared('<t/><phoneticPr fontId="1"/>')]
    expect(firstCell({ sharedStrings: pronounced }, `<c t="s"><v>0</v></c>${inline('next')}`)).toBe('')
  })

  test('comments and character data of the file itself are read as such', () => {
    const cells = `<!-- ${number(1)} --><c t="str"><v><![CDATA[A<&B]]></v></c>`
    expect(firstCell({}, cells)).toBe('A<&B')
    expect(firstCell({ sharedStrings: [shared('<t>YJ<!-- x -->S</t>')] }, '<c t="s"><v>0</v></c>')).toBe(
      'YJS',
    )
    expect(firstOfOpenDocument('office:value-type="string"', 'x')).toBe('x')
  })

  test('a workbook without styles is read', () => {
    expect(firstCell({ formats: null }, number(121))).toBe('121')
  })

  test('strict Office Open XML is read, with its dates', () => {
    const xml = listWith([{ column: 3, cell: '<c t="d" s="1"><v>2024-01-31T00:00:00</v></c>' }])
    const strict = { strict: true, formats: ['dd/mm/yyyy'], sheets: [{ name: 'A', xml }] }
    expect(examined(rawExcel(strict)).cases[0]?.startDate).toBe('2024-01-31')
  })

  test('repeated cells and rows of an ODS are repeated, and covered cells are not read', () => {
    const cell = (text: string, more = '') => openDocumentCell(`office:value-type="string" ${more}`, text)
    const rows = [
      `<table:table-row>${cell('a', 'table:number-columns-repeated="2"')}${cell('b')}</table:table-row>`,
      `<table:table-row table:number-rows-repeated="2">${cell('c', 'table:number-columns-spanned="2"')}<table:covered-table-cell office:value-type="string"><text:p>under</text:p></table:covered-table-cell>${cell('d')}</table:table-row>`,
      '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    ]
    const read = readWorkbook(
      rawOpenDocument(`<table:table table:name="A">${rows.join('')}</table:table>`),
      'list.ods',
    )
    expect(read.ok && read.value.rows).toEqual([
      { row: 1, cells: ['a', 'a', 'b'] },
      { row: 2, cells: ['c', '', 'd'] },
      { row: 3, cells: ['c', '', 'd'] },
    ])
  })
})

describe('what is hidden is said', () => {
  const three = [1, 2, 3].map(() => ({ column: 5, cell: inline('15') }))
  const textsOf = (content: Uint8Array) => examined(content).oddities.map(({ code, text }) => [code, text])

  test('hidden and filtered rows, by their numbers', () => {
    const xml = listWith(three, ['', 'hidden="1"', 'hidden="true"'])
    expect(textsOf(rawExcel({ sheets: [{ name: 'A', xml }] }))).toEqual([
      ['hidden-rows', expect.stringContaining('Rows 3 to 4 ')],
    ])
  })

  test('hidden columns, by their headings', () => {
    const xml = `<cols><col min="6" max="7" hidden="1"/></cols>${listWith(three)}`
    expect(textsOf(rawExcel({ sheets: [{ name: 'A', xml }] }))).toEqual([
      ['hidden-columns', expect.stringContaining('“age” and “ethnicity”')],
    ])
  })

  test('merged cells of an optional column', () => {
    const xml = `${listWith(three)}<mergeCells><mergeCell ref="F2:F4"/></mergeCells>`
    expect(textsOf(rawExcel({ sheets: [{ name: 'A', xml }] }))).toEqual([
      ['merged-cells', expect.stringContaining('Rows 2 and 4 ')],
    ])
  })

  test.each([
    ['hidden', '“Old” (hidden)'],
    ['veryHidden', '“Old” (hidden so that only a macro can show it)'],
  ])('a %s sheet that holds something is named as hidden', (state, named) => {
    const xml = listWith(three)
    const read = readWorkbook(
      rawExcel({
        sheets: [
          { name: 'List', xml },
          { name: 'Old', xml, state },
        ],
      }),
      'list.xlsx',
    )
    expect(read.ok ? [] : read.problems).toMatchObject([
      { code: 'intake.several-sheets', text: expect.stringContaining(named) },
    ])
  })

  test('the list itself on a hidden sheet', () => {
    const sheets = [
      { name: 'Notes', xml: '<sheetData/>' },
      { name: 'List', xml: listWith(three), state: 'hidden' },
    ]
    expect(textsOf(rawExcel({ sheets }))).toEqual([['hidden-sheet', expect.stringContaining('“List”')]])
  })

  test('rows, columns and sheets of an ODS', () => {
    const cells = (row: readonly string[]) =>
      row.map((text) => openDocumentCell('office:value-type="string"', text)).join('')
    const rows = [
      `<table:table-column table:number-columns-repeated="5"/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="3"/>`,
      `<table:table-row>${cells(headings)}</table:table-row>`,
      `<table:table-row table:visibility="filter">${cells(usual)}</table:table-row>`,
      `<table:table-row-group table:display="false"><table:table-row>${cells(usual.with(0, 'YJ-2'))}</table:table-row></table:table-row-group>`,
    ]
    const style =
      '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>'
    const sheet = `<table:table table:name="A" table:style-name="ta1">${rows.join('')}</table:table>`
    expect(textsOf(rawOpenDocument(sheet, style))).toEqual([
      ['hidden-sheet', expect.stringContaining('“A”')],
      ['hidden-rows', expect.stringContaining('Rows 2 to 3 ')],
      ['hidden-columns', expect.stringContaining('“age”')],
    ])
  })

  test('an ordinary workbook is not odd', () => {
    expect(textsOf(rawExcel({ sheets: [{ name: 'A', xml: listWith(three) }] }))).toEqual([])
  })
})
