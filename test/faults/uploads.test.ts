/** Thousands of spoilt and hostile uploads: none throws, and each says what is wrong. */
import { crc32, deflateRawSync } from 'node:zlib'
import * as spreadsheet from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCaseList } from '../../src/app/intake/reading/readCaseList.ts'
import { workbookParts } from '../../src/app/intake/reading/workbookParts.ts'
import { workbookRows } from '../../src/app/intake/reading/workbookRows.ts'
import { storedArchive } from '../../src/app/intake/reading/zipArchive.ts'
import type { Result } from '../../src/core/kernel/result.ts'
import { anEdition } from '../support/anEdition.ts'
import { madeUpTable, plainCsv } from '../support/madeUpCaseList.ts'

const edition = anEdition('yos-2021')
const table = madeUpTable().slice(0, 12)
const list = plainCsv(table)

function archiveOf(type: 'xlsx' | 'ods'): Buffer {
  const book = spreadsheet.utils.book_new()
  spreadsheet.utils.book_append_sheet(book, spreadsheet.utils.aoa_to_sheet(table), 'List')
  return spreadsheet.write(book, { type: 'buffer', bookType: type })
}

/** Every problem has a code of the intake or of texts, a sentence without blanks left open, and an action. */
function isNamed(result: Result<unknown>): boolean {
  return (
    result.ok ||
    result.problems.every(
      ({ code, text, action }) =>
        /^(intake|text)\./.test(code) &&
        text.length > 5 &&
        action.length > 5 &&
        !/undefined|\[object|\{\w+\}/.test(text.replace(/“[^”]*”/g, '')),
    )
  )
}

const read = (content: Uint8Array) => readCaseList(content, 'upload', edition)

/** What a fuzzer puts where a value was. */
const hostileCell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '=1+1',
    "=cmd|' /C calc'!A0",
    '@SUM(A1)',
    '#REF!',
    '',
    ' ',
    '\u0000',
    '\u202Eevil',
    '"',
    '""',
    '"\n',
    '\r',
    '__proto__',
    'constructor',
    '&xxe;',
    '<script>',
    '31/02/2024',
    '99999',
    '-1',
    '1e999',
    'NaN',
    '\uD800',
  ),
  fc.nat({ max: 5_000 }).map((length) => 'x'.repeat(length)),
)

/** Seldom one that is slow to read, so that there is time for many lists. */
const anyCell = fc.oneof(
  { weight: 40, arbitrary: hostileCell },
  { weight: 1, arbitrary: fc.constant('y'.repeat(200_000)) },
)

describe('text', () => {
  test('3,000 lists with hostile cells are never thrown at, and what is wrong is named', async () => {
    const place = fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 12 }), anyCell)
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 6 }), async (places) => {
        const spoilt = table.map((row) => [...row])
        for (const [row, column, cell] of places) (spoilt[row] ?? [])[column] = cell
        const result = await read(
          new TextEncoder().encode(plainCsv(spoilt.map((row) => Array.from(row, (c) => c ?? '')))),
        )
        expect(isNamed(result)).toBe(true)
      }),
      { numRuns: 3_000 },
    )
  }, 120_000)

  test('2,000 files of any bytes', async () => {
    const parts = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constant(new TextEncoder().encode(list)))
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 4 }), async (pieces) => {
        expect(isNamed(await read(Buffer.concat(pieces)))).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  }, 120_000)

  test('a list cut off or with one byte changed, 1,500 times', async () => {
    const whole = Buffer.from(list)
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: whole.length }),
        fc.nat({ max: 255 }),
        fc.boolean(),
        async (at, byte, cut) => {
          const spoilt = cut ? whole.subarray(0, at) : Buffer.from(whole)
          if (!cut && at < spoilt.length) spoilt[at] = byte
          expect(isNamed(await read(spoilt))).toBe(true)
        },
      ),
      { numRuns: 1_500 },
    )
  }, 120_000)
})

describe('archives', () => {
  test.each(['xlsx', 'ods'] as const)(
    '%s cut off at any byte is refused by name',
    async (type) => {
      const whole = archiveOf(type)
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: whole.length - 1 }), async (at) => {
          const result = await read(whole.subarray(0, at))
          expect(result.ok).toBe(false)
          expect(isNamed(result)).toBe(true)
        }),
        { numRuns: 500 },
      )
    },
    120_000,
  )

  test.each(['xlsx', 'ods'] as const)(
    '%s with bytes changed, 1,500 times',
    (type) => {
      const whole = archiveOf(type)
      const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }))
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
          const spoilt = Buffer.from(whole)
          for (const [at, byte] of changes) spoilt[at] = byte
          const parts = workbookParts(spoilt)
          expect(isNamed(parts)).toBe(true)
          if (parts.ok) expect(isNamed(workbookRows(parts.value, 'upload'))).toBe(true)
        }),
        { numRuns: 1_500 },
      )
    },
    120_000,
  )

  test('1,000 workbooks whose XML is spoilt but whose archive is whole', () => {
    const parts = workbookParts(archiveOf('xlsx'))
    if (!parts.ok) throw new Error('the archive is whole')
    const sheet = [...parts.value.keys()].find((name) => name.includes('worksheets/sheet')) ?? ''
    const xml = parts.value.get(sheet)?.toString() ?? ''
    const piece = fc.constantFrom(
      '<c r="A1',
      '</c>',
      '<row r="',
      '<v>',
      '</sheetData>',
      't="s"',
      't="e"',
      '<f>',
      '99999999999',
      '-5',
      '\u0000',
      'XFD1048576',
      '&#xFFFFFFF;',
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: xml.length }), piece, fc.nat({ max: 40 })), { maxLength: 5 }),
        (cuts) => {
          const spoilt = cuts.reduce(
            (text, [at, put, length]) => text.slice(0, at) + put + text.slice(at + length),
            xml,
          )
          const checked = workbookParts(
            storedArchive(new Map([...parts.value, [sheet, Buffer.from(spoilt)]])),
          )
          expect(isNamed(checked)).toBe(true)
          if (checked.ok) expect(isNamed(workbookRows(checked.value, 'upload'))).toBe(true)
        },
      ),
      { numRuns: 1_000 },
    )
  }, 120_000)
})

/** An archive whose directory says of itself what it likes. */
function packedArchive(name: string, content: Buffer, saidBytes = content.length): Buffer {
  const packed = deflateRawSync(content, { level: 9 })
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(crc32(content), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(saidBytes, 18)
  fields.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
  const entry = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00'),
    fields,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, end])
}

/** A workbook of one sheet from its XML. */
function workbookWith(changes: Readonly<Record<string, string>>): Buffer {
  const parts = workbookParts(archiveOf('xlsx'))
  if (!parts.ok) throw new Error('the archive is whole')
  return storedArchive(
    new Map([
      ...parts.value,
      ...Object.entries(changes).map(([name, text]) => [name, Buffer.from(text)] as const),
    ]),
  )
}

async function codesOf(content: Uint8Array): Promise<readonly string[]> {
  const result = await read(content)
  return result.ok ? [] : [...new Set(result.problems.map(({ code }) => code))]
}

describe('attacks', () => {
  const nought = Buffer.alloc(200 * 1024 * 1024)

  test('a bomb that says its size is refused before it is unpacked', async () => {
    expect(await codesOf(packedArchive('xl/workbook.xml', nought))).toEqual(['intake.archive-too-big'])
  })

  test('a bomb below the limit of size is refused for its ratio', async () => {
    const small = packedArchive('xl/workbook.xml', nought.subarray(0, 50 * 1024 * 1024))
    expect(await codesOf(small)).toEqual(['intake.archive-too-big'])
  })

  test('a bomb that lies about its size is not unpacked beyond it', () => {
    const liar = packedArchive('content.xml', nought, 1_000)
    expect(workbookParts(liar).ok).toBe(false)
  })

  test('thousands of parts', async () => {
    const parts = new Map(
      Array.from({ length: 3_000 }, (_, index) => [`p${index}`, Buffer.from('x')] as const),
    )
    expect(await codesOf(storedArchive(parts))).toEqual(['intake.archive-too-big'])
  })

  test.each([
    [
      'an entity that doubles itself',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>',
    ],
    [
      'an entity that reads a file',
      '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet>&f;</worksheet>',
    ],
    ['an outside document type', '<!doctype x SYSTEM "http://invented.example/x.dtd"><worksheet/>'],
  ])('%s is refused by name', async (_, xml) => {
    const codes = await codesOf(workbookWith({ 'xl/worksheets/sheet1.xml': xml }))
    expect(codes).toEqual(['intake.xml-entity'])
  })

  test.each([
    ['xl/vbaProject.bin', 'macros'],
    ['xl/comments1.xml', 'notes on cells'],
    ['xl/pivotCache/pivotCacheRecords1.xml', 'a pivot table'],
    ['xl/externalLinks/externalLink1.xml', 'links to other workbooks'],
  ])('a workbook with %s is refused, since it would be stored unseen', async (name, what) => {
    const result = await read(workbookWith({ [name]: '<x/>' }))
    expect(result.ok ? '' : result.problems[0].text).toContain(what)
  })

  test('a second sheet with something in it', async () => {
    const book = spreadsheet.utils.book_new()
    spreadsheet.utils.book_append_sheet(book, spreadsheet.utils.aoa_to_sheet(table), 'List')
    spreadsheet.utils.book_append_sheet(book, spreadsheet.utils.aoa_to_sheet([['Name', 'x']]), 'Behind')
    expect(await codesOf(spreadsheet.write(book, { type: 'buffer', bookType: 'xlsx' }))).toEqual([
      'intake.several-sheets',
    ])
  })

  test('a formula, an error and a row far below are reported or ignored', async () => {
    const sheet = spreadsheet.utils.aoa_to_sheet(table)
    Object.assign(sheet, { J5: { t: 'n', f: 'A1&B1', v: 1 }, J6: { t: 'e', v: 42, w: '#N/A' } })
    const book = spreadsheet.utils.book_new()
    spreadsheet.utils.book_append_sheet(book, sheet, 'List')
    const codes = await codesOf(spreadsheet.write(book, { type: 'buffer', bookType: 'xlsx' }))
    expect(codes.toSorted()).toEqual(['intake.error-cell', 'intake.formula-cell'])
  })

  test('a cell thousands of millions of columns away is refused, and nobody walks there', async () => {
    const cells = `<c r="A1"><v>1</v></c><c r='FFFFFFF1'><v>1</v></c>`
    const sheet = `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`
    const codes = await codesOf(workbookWith({ 'xl/worksheets/sheet1.xml': sheet }))
    expect(codes).toEqual(['intake.archive-too-big'])
  })

  test('a sheet that repeats one cell a million million times ends with a refusal', async () => {
    const content = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="L"><table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`
    const archive = storedArchive(
      new Map([
        ['mimetype', Buffer.from('application/vnd.oasis.opendocument.spreadsheet')],
        ['content.xml', Buffer.from(content)],
      ]),
    )
    const [code] = await codesOf(archive)
    expect(code).toBe('intake.archive-too-big')
  }, 120_000)
})
