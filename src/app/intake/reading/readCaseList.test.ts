import { readFileSync } from 'node:fs'
import * as spreadsheet from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { anEdition } from '../../../../test/support/anEdition.ts'
import {
  madeUpCases,
  madeUpFiles,
  madeUpRows,
  madeUpTable,
  madeUpToday,
  plainCsv,
  spoiltTable,
} from '../../../../test/support/madeUpCaseList.ts'
import { parseCalendarDate } from '../../../core/kernel/calendarDate.ts'
import { caseListLimits } from './caseListLimits.ts'
import { examineCaseList, type ReadOptions, readCaseList } from './readCaseList.ts'
import { storedArchive } from './zipArchive.ts'

const edition = anEdition('yos-2021')
const today = parseCalendarDate(madeUpToday)
const options: ReadOptions = today === undefined ? {} : { today }

const bytes = (text: string) => new TextEncoder().encode(text)

function workbook(table: readonly (readonly string[])[], type: 'xlsx' | 'ods'): Uint8Array {
  const book = spreadsheet.utils.book_new()
  spreadsheet.utils.book_append_sheet(
    book,
    spreadsheet.utils.aoa_to_sheet(table.map((row) => [...row])),
    'List',
  )
  return spreadsheet.write(book, { type: 'buffer', bookType: type })
}

async function problemsOf(content: Uint8Array, more: ReadOptions = {}) {
  const read = await readCaseList(content, 'list', edition, { ...options, ...more })
  return read.ok ? [] : read.problems
}

async function codesOf(content: Uint8Array, more: ReadOptions = {}) {
  return [...new Set((await problemsOf(content, more)).map(({ code }) => code))]
}

async function casesOf(content: Uint8Array) {
  const read = await readCaseList(content, 'list', edition, options)
  if (!read.ok) throw new Error(read.problems.map(({ text }) => text).join(' '))
  return read.value.cases
}

describe('the made-up list of 400 cases', () => {
  test('is in the demonstration as its generator makes it', () => {
    for (const [name, text] of Object.entries(madeUpFiles)) {
      expect(readFileSync(`demonstration/${name}`, 'utf8')).toBe(text())
    }
  })

  test('is accepted as a whole, below its title, with every heading of the export recognised', async () => {
    const cases = await casesOf(bytes(plainCsv(madeUpTable())))
    expect(cases).toHaveLength(madeUpCases)
    const [first] = madeUpRows()
    expect(cases[0]).toMatchObject({ caseId: first?.[0], row: 4, others: { Team: first?.[9] } })
  })

  test.each(['csv', 'xlsx', 'ods'] as const)(
    'has every one of its twenty planted faults named (%s)',
    async (type) => {
      const { table, planted } = spoiltTable()
      const usable =
        type === 'csv' ? table : table.map((row) => row.map((cell) => cell.replace('\u0007', '\u200B')))
      const content = type === 'csv' ? bytes(plainCsv(table)) : workbook(usable, type)
      const found = (await problemsOf(content)).map(({ code, place }) => ({
        code,
        row: place.row,
        heading: place.field,
      }))
      expect(planted).toHaveLength(20)
      expect(found).toEqual(expect.arrayContaining([...planted]))
      // A reference in two rows is named in both; nothing else is.
      expect(found).toHaveLength(planted.length + 2)
    },
  )

  test('keeps nothing of columns that a person has left out', async () => {
    const { table } = spoiltTable()
    const mapping = { columns: {}, leaveOut: ['D.O.B.', 'Worked with', 'Best contact'] }
    const examined = await examineCaseList(bytes(plainCsv(table)), 'list', edition, { ...options, mapping })
    if (!examined.ok) throw new Error('refused')
    expect(examined.value.personal).toEqual([])
    expect(JSON.stringify(examined.value.cases)).not.toMatch(/07700|Madeup|\/2009/)
  })
})

describe('one list in every dress gives the same cases', () => {
  const table = madeUpTable()
  const text = plainCsv(table)
  const dresses: readonly (readonly [string, () => Uint8Array])[] = [
    ['semicolons', () => bytes(plainCsv(table, ';'))],
    ['tabs and line feeds', () => bytes(plainCsv(table, '\t', '\n'))],
    ['bars and carriage returns', () => bytes(plainCsv(table, '|', '\r'))],
    ['a byte-order mark', () => bytes(`\uFEFF${text}`)],
    ['UTF-16, little end first, marked', () => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, little end first, not marked', () => Buffer.from(text, 'utf16le')],
    ['UTF-16, big end first', () => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['XLSX', () => workbook(table, 'xlsx')],
    ['ODS', () => workbook(table, 'ods')],
  ]
  test.each(dresses)('%s', async (_, content) => {
    expect(await casesOf(content())).toEqual(await casesOf(bytes(text)))
  })

  test('Windows-1252 keeps its letters', async () => {
    const spoken = plainCsv([
      ...table.slice(0, 4).map((row) => row.map((cell) => cell.replace('North', 'Pen-y-Bont ŷ'))),
    ])
    const latin = plainCsv(table.slice(0, 5).map((row, index) => (index === 4 ? row.with(9, 'Café') : row)))
    const cases = await casesOf(Buffer.from(latin, 'latin1'))
    expect(cases[1]?.others).toMatchObject({ Team: 'Café' })
    expect((await casesOf(bytes(spoken))).length).toBe(1)
  })

  test('spreadsheet dates, whole numbers and words for them', async () => {
    const [title = [], blank = [], headings = [], first = []] = table
    const written = [
      '2024-01-31',
      '31/01/2024',
      '31-Jan-24',
      '31 January 2024',
      '45322',
      '2024-01-31T00:00:00',
      '31/01/2024 09:30',
    ]
    const rows = written.map((date, index) => first.with(0, `N${index}`).with(3, date))
    const cases = await casesOf(bytes(plainCsv([title, blank, headings, ...rows])))
    expect(cases.map(({ startDate }) => startDate)).toEqual(written.map(() => '2024-01-31'))
  })
})

describe('limits', () => {
  const row = (index: number) => `N${index},court,Referral Order,2024-01-31,F,15,Indian,low,high`
  const heading = 'case_id,domain,disposal,start_date,gender,age,ethnicity,rosh,safety_wellbeing'

  test('20,000 cases are accepted', async () => {
    const lines = Array.from({ length: caseListLimits.rows }, (_, index) => row(index))
    expect(await casesOf(bytes([heading, ...lines].join('\n')))).toHaveLength(20_000)
  })

  test('20,001 are refused with the limit named', async () => {
    const lines = Array.from({ length: caseListLimits.rows + 1 }, (_, index) => row(index))
    const [refused] = await problemsOf(bytes([heading, ...lines].join('\n')))
    expect(refused?.code).toBe('intake.too-many-rows')
    expect(refused?.text).toContain('20000')
  })

  test('20,000 cases of a workbook are accepted', async () => {
    const table = [heading, ...Array.from({ length: caseListLimits.rows }, (_, index) => row(index))]
    expect(
      await casesOf(
        workbook(
          table.map((line) => line.split(',')),
          'xlsx',
        ),
      ),
    ).toHaveLength(20_000)
  })

  test('20 MB and a byte are refused with the limit named', async () => {
    const [refused] = await problemsOf(new Uint8Array(caseListLimits.bytes + 1).fill(65))
    expect(refused?.code).toBe('intake.file-too-large')
    expect(refused?.text).toContain('20 MB')
  })

  test('a hundred and one columns', async () => {
    const many = Array.from({ length: 101 }, (_, index) => `column ${index}`).join(',')
    expect(await codesOf(bytes(`${many}\n${many}\n`))).toEqual(['intake.too-many-columns'])
  })
})

describe('files that are no case list', () => {
  const files: readonly (readonly [string, Uint8Array, string])[] = [
    ['nothing', new Uint8Array(), 'intake.file-empty'],
    ['only blank lines', bytes('\n\n  \n'), 'intake.file-empty'],
    ['a PDF', bytes('%PDF-1.7 …'), 'intake.file-type-not-taken'],
    ['an old Excel workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'intake.file-type-not-taken'],
    [
      'a web page',
      bytes('<html><table><tr><td>case_id</td></tr></table></html>'),
      'intake.file-type-not-taken',
    ],
    ['JSON', bytes('[{"case_id": 1}]'), 'intake.file-type-not-taken'],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 400 }, (_, index) => index % 32)),
      'intake.file-type-not-taken',
    ],
    ['an open quotation mark', bytes('case_id,domain\n"N1,court\n'), 'intake.text-damaged'],
    ['only headings', bytes('case_id,disposal,start_date,gender,ethnicity,rosh,saw\n'), 'intake.no-cases'],
  ]
  test.each(files)('%s', async (_, content, code) => {
    expect(await codesOf(content)).toEqual([code])
  })

  test.each([
    [
      'Index/Document.iwa',
      'This file is a file of Apple Numbers, Pages or Keynote.',
      'export it from Numbers',
    ],
    ['word/document.xml', 'This file is a Word document.', 'select the spreadsheet'],
    [
      'xl/workbook.bin',
      'This file is a binary Excel workbook (.xlsb).',
      'save it as Excel workbook (.xlsx) or CSV',
    ],
    ['Cases/list.csv', 'This file is a ZIP archive of other files.', 'unpack it'],
    ['photo.jpg', 'This file is an archive without a workbook.', 'select the spreadsheet'],
  ])('an archive of %s says what it is and what to do', async (name, sentence, next) => {
    const read = await readCaseList(storedArchive(new Map([[name, Buffer.from('x')]])), 'list.xlsx', edition)
    expect(read.ok || read.problems[0].text).toContain(sentence)
    expect(read.ok || read.problems[0].action).toContain(next)
  })
})
