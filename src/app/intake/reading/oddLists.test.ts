/** Lists as spreadsheet programs leave them: read right, refused, or warned of, by row. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anEdition } from '../../../../test/support/anEdition.ts'
import { parseCalendarDate } from '../../../core/kernel/calendarDate.ts'
import { type ReadOptions, readCaseList } from './readCaseList.ts'

const edition = anEdition('yos-2021')
const today = parseCalendarDate('2026-08-03')
const options: ReadOptions = today === undefined ? {} : { today }
const heading = 'case_id,domain,disposal,start_date,gender,age,ethnicity,rosh,safety_wellbeing'
const aCase = (reference: string, date = '2026-03-02', more = '') =>
  `${reference},court,referral order,${date},male,15,indian,medium,low${more}`

async function read(lines: readonly string[], more: ReadOptions = {}) {
  const content = Buffer.from(lines.join('\r\n'), 'utf8')
  const list = await readCaseList(content, 'list.csv', edition, { ...options, ...more })
  return list.ok
    ? { cases: list.value.cases, warnings: list.value.oddities.map(({ code }) => code), problems: [] }
    : { cases: [], warnings: [], problems: list.problems.map(({ code, place }) => [code, place.row]) }
}

const withReferences = (...references: readonly string[]) =>
  read([heading, ...references.map((reference) => aCase(reference))])

test('12,000 cases with a blank line after each are 12,000 cases', async () => {
  const lines = Array.from({ length: 12_000 }, (_, index) => `${aCase(`YJ-${index}`)}\r\n`)
  expect((await read([heading, ...lines])).cases).toHaveLength(12_000)
})

describe('headings', () => {
  const headed = (changed: string, more = '') =>
    read([`${heading.replace('age', changed)}${more}`, aCase('YJ-1', undefined, more)])

  test.each(['a\u00ADge', ' Age\u00A0'])(
    '%j: invisible characters and spaces change nothing',
    async (changed) => {
      const { cases, warnings } = await headed(changed)
      expect(cases.map(({ age }) => age)).toEqual([15])
      expect(warnings).toEqual([])
    },
  )

  test('like that of a column that may be left out are asked about', async () => {
    expect((await headed('agee')).warnings).toEqual(['column-not-recognised'])
  })

  test('that are the same but for what nobody sees are one heading twice', async () => {
    expect((await headed('age', ',My note,My\u00A0note')).problems).toEqual([['intake.heading-doubled', 1]])
  })
})

test('a row that ends before the last heading is warned of, one that ends in empty values is not', async () => {
  const short = aCase('YJ-2')
  const list = await read([
    `${heading},Note,Team`,
    aCase('YJ-1', undefined, ',,'),
    short,
    aCase('YJ-3', undefined, ','),
  ])
  expect([list.cases.length, list.warnings]).toEqual([3, ['rows-shorter-than-headings']])
})

describe('one case twice', () => {
  test.each([
    ['YJ 002', 'YJ\u00A0002'],
    ['YJ002', 'YJ\u00AD002'],
    ['Tŷ 2', 'Ty\u0302 2'],
    ['YJ 002', ' YJ  002\u00A0'],
  ])('is refused: %j and %j', async (one, other) => {
    expect((await withReferences('YJ-1', one, other)).problems).toEqual([
      ['intake.case-id-doubled', 3],
      ['intake.case-id-doubled', 4],
    ])
  })

  test('in capitals only is warned of', async () => {
    const list = await withReferences('YJ-1', 'yj-1', 'YJ-2')
    expect([list.cases.length, list.warnings]).toEqual([3, ['references-differ-in-capitals']])
  })

  test('a reference is stored in its normal form', async () => {
    const list = await withReferences('\u00A0YJ\u00A001 ')
    expect(list.cases).toMatchObject([{ caseId: 'YJ 01', others: {} }])
  })
})

describe('references', () => {
  test.each([
    ['1.00023E+11', 'intake.reference-lost-figures'],
    ['2.19e+26', 'intake.reference-lost-figures'],
    ['"1,00023E+11"', 'intake.reference-lost-figures'],
    ['1E+05', 'intake.reference-lost-figures'],
    ['1.5E5', 'intake.reference-lost-figures'],
    ['1.5 x 10^11', 'intake.reference-lost-figures'],
    ['#######', 'intake.reference-lost-figures'],
    ['"YJ\n1"', 'intake.reference-line-break'],
    ['"YJ\t1"', 'intake.reference-control-character'],
    ['YJ\uFFFD1', 'intake.reference-damaged-character'],
    ['=1+1', 'intake.formula-cell'],
    ['-a', 'intake.reference-formula'],
    ['@home', 'intake.reference-formula'],
  ])('%j is refused by row', async (reference, code) => {
    expect((await withReferences('YJ-1', reference)).problems).toEqual([[code, 3]])
  })

  test.each([
    ['03-Dec', 'references-look-like-dates'],
    ['Mar-12', 'references-look-like-dates'],
    ['March 2026', 'references-look-like-dates'],
    ['03/12/2026', 'references-look-like-dates'],
    ['2026-12-03 00:00:00', 'references-look-like-dates'],
    ['3.12.26', 'references-look-like-dates'],
    ['12/2026', 'references-look-like-dates'],
    ['3 December 2026', 'references-look-like-dates'],
    ['1234567890123450', 'references-may-have-lost-figures'],
    ['12E4', 'references-may-have-lost-figures'],
    ['121.0', 'references-may-have-lost-figures'],
    ['"1,000,121"', 'references-may-have-lost-figures'],
    ['JB030410', 'references-look-like-birth-dates'],
    ['JB-03042010', 'references-look-like-birth-dates'],
    ['J20100403', 'references-look-like-birth-dates'],
  ])('%j is warned of', async (reference, code) => {
    const list = await withReferences(reference)
    expect([list.cases.length, list.warnings]).toEqual([1, [code]])
  })

  test.each(['YJ-0121', 'MARCH-HOUSE', '123456789012345', 'YJ990000', 'E12', 'DECK-12', '12-34-5678'])(
    '%j is neither refused nor warned of',
    async (reference) => {
      const list = await withReferences(reference)
      expect([list.cases.length, list.warnings]).toEqual([1, []])
    },
  )

  test('zeros that were lost are warned of', async () => {
    const list = await withReferences('1000121', '1000122', '1000123', '121')
    expect(list.warnings).toEqual(['references-may-have-lost-zeros'])
    expect((await withReferences('0000121', '1000122', '99')).warnings).toEqual([])
  })
})

describe('dates', () => {
  test('in universal time are the day in London', async () => {
    const list = await read([heading, aCase('YJ-1', '"2026-06-01T23:00:00.000Z"')])
    expect(list.cases).toMatchObject([{ startDate: '2026-06-02' }])
  })

  test('of which none has a day above 12 may have the month first', async () => {
    const days = ['01/02', '02/01', '03/05', '04/11', '05/10', '06/09', '07/08', '08/01', '09/02']
    const rows = days.map((day, index) => aCase(`YJ-${index}`, `${day}/2025`))
    expect((await read([heading, ...rows])).warnings).toEqual(['dates-may-have-month-first'])
    expect((await read([heading, ...rows, aCase('YJ-99', '13/02/2025')])).warnings).toEqual([])
  })

  test('more than five years before the others are warned of', async () => {
    const rows = [aCase('YJ-1'), aCase('YJ-2'), aCase('YJ-3', '24-06-12')]
    expect((await read([heading, ...rows])).warnings).toEqual(['dates-long-ago'])
  })
})

describe('a row that is no case has one message', () => {
  test.each([
    'Total,,,,,,,,1',
    ',,,,,,,Total,1',
    'Grand total: 1 case',
    'Total,1,1,1,1,1,1,1,1',
    'Total,,,,,=COUNTA(A2:A2),,,',
    '"Report generated on 3 August 2026 by Example, System"',
    'Page 1 of 1,,,,,,,,',
    '1',
  ])('%s', async (line) => {
    expect((await read([heading, aCase('YJ-1'), line])).problems).toEqual([
      ['intake.row-looks-like-total', 3],
    ])
  })

  test('headings that are repeated', async () => {
    expect((await read([heading, aCase('YJ-1'), heading, aCase('YJ-2')])).problems).toEqual([
      ['intake.row-repeats-headings', 3],
    ])
  })

  test('a case in which one value is missing is still a case', async () => {
    expect((await read([heading, 'Total,court,,2026-03-02,male,15,indian,medium,low'])).problems).toEqual([
      ['intake.value-missing', 2],
    ])
  })
})

describe('personal values', () => {
  const wards = ['Victoria', 'Chelsea', 'Florence', 'Victoria', 'Kingswood']
  const rows = wards.map((ward, index) => aCase(`YJ-${index}`, '2026-03-02', `,${ward}`))
  const list = [`${heading},Electoral division`, ...rows]

  test('a column of wards is accepted once it is confirmed that these are places', async () => {
    expect((await read(list)).problems).toEqual([['intake.personal-column', 1]])
    const mapping = { columns: {}, leaveOut: [], places: ['Electoral division'] }
    const confirmed = await read(list, { mapping })
    expect([confirmed.cases.length, confirmed.warnings]).toEqual([5, ['columns-of-places']])
  })

  test('a heading that says names is never a column of places', async () => {
    const mapping = { columns: {}, leaveOut: [], places: ['Forename'] }
    const names = [`${heading},Forename`, ...rows]
    expect((await read(names, { mapping })).problems).toEqual([['intake.personal-column', 1]])
  })

  test('a date in a text on which a child may have been born is warned of', async () => {
    const notes = ['spoke to school', 'see letter of 03/04/2010', 'visit 03/04/2026']
    const cases = notes.map((note, index) => aCase(`YJ-${index}`, '2026-03-02', `,${note}`))
    expect((await read([`${heading},Note`, ...cases])).warnings).toEqual(['text-may-hold-birth-dates'])
  })

  test('a date of birth in a text is refused', async () => {
    const cases = [aCase('YJ-1', '2026-03-02', ',DOB 03/04/2010')]
    expect((await read([`${heading},Note`, ...cases])).problems).toEqual([['intake.personal-column', 1]])
  })
})

describe('always', () => {
  test('a list in any encoding, delimiter and line end is the same cases', async () => {
    const reference = fc.stringMatching(/^[A-Z]{2}[éŷ]?-[1-9][0-9]{0,3}x$/)
    const note = fc
      .array(fc.constantFrom('a', 'é', '"', ',', ';', '\n', ' ', '-', 'Môn'), { maxLength: 6 })
      .map((parts) => parts.join('').trim())
    const list = fc.uniqueArray(fc.tuple(reference, note), {
      selector: ([id]) => id.toLowerCase(),
      minLength: 1,
      maxLength: 5,
    })
    const forms = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      mark: fc.constantFrom('', '\uFEFF'),
      encoding: fc.constantFrom('utf8' as const, 'utf16le' as const),
      says: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(list, forms, async (rows, { delimiter, end, mark, encoding, says }) => {
        const cells = [
          [...heading.split(','), 'Note'],
          ...rows.map(([id, text]) => [...aCase(id).split(','), text]),
        ]
        const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
        const lines = cells.map((line) => line.map(quoted).join(delimiter))
        const text = mark + (says ? `sep=${delimiter}${end}` : '') + lines.join(end)
        const found = await readCaseList(Buffer.from(text, encoding), 'l', edition, options)
        const read = found.ok
          ? found.value.cases.map(({ caseId, others: { Note: text } }) => [caseId, text])
          : found
        expect(read).toEqual(rows)
      }),
      { numRuns: 60 },
    )
  })
})
