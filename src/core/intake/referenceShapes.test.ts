import { describe, expect, test } from 'vitest'
import { day } from '../../../test/support/listedCases.ts'
import {
  hasLostFigures,
  isSpreadsheetError,
  lettersBeforeBirthDate,
  looksLikeDate,
  mayHaveLostFigures,
} from './referenceShapes.ts'

type References = readonly string[]
const shapes: readonly (readonly [
  what: string,
  is: (text: string) => boolean,
  yes: References,
  no: References,
])[] = [
  [
    'digits that are lost',
    hasLostFigures,
    [
      ...[
        '1.00023E+11',
        '2,19e+26',
        '1E+5',
        '-1.5e-12',
        '1.5 E + 11',
        '12e +123',
        '1.5e11',
        '1.5 E 1',
        '+1.5e123',
      ],
      ...['1.5 x 10^11', '2×10^11', '1,5*10 ^ -3', '3·10+11', '15 X 10 11', '##', '########'],
    ],
    [
      ...[
        '1E5',
        'E+11',
        '1.E+11',
        '1.5e1234',
        '1E+1234',
        'C1E+11',
        '1E+11a',
        '1.5 x 11^10',
        '#',
        '##1',
        '1##',
        '1.5x10^1234',
      ],
      ...[
        '15',
        '1.5',
        'A1.5e11',
        '1.5e11B',
        '1.5ee11',
        'x10^11',
        '2x10^',
        'a2x10^11',
        '2x10^11a',
        '1.5 e  11',
      ],
    ],
  ],
  [
    'digits that may be lost',
    mayHaveLostFigures,
    [
      '1234567890123456',
      '12345678901234567',
      '1E5',
      '12e34',
      '121.0',
      '-121,00',
      '1,121',
      '12,121',
      '123,456,789',
      '1,121.5',
    ],
    [
      ...[
        '123456789012345',
        'C1234567890123456',
        '1234567890123456C',
        '1E',
        'E5',
        'A1E5',
        '1E5A',
        '121.5',
        '121.',
        '.0',
        'a121.0',
      ],
      ...['121.0a', '1234,121', '1,12', '1,1213', ',121', '1,121.', '1,121.5a', 'a1,121', '--1.0'],
    ],
  ],
  [
    'the error of a formula',
    isSpreadsheetError,
    ['#N/A', '#NAME?', '#DIV/0!', '#REF!', '#VALUE!', '#GETTING_DATA', '#n/a', 'Err:502', 'ERR:508'],
    [
      'N/A',
      '#N/AB',
      'a#N/A',
      '#NAME',
      '#DIV/0',
      '#AB!',
      '#ABCDEFGHIJKLM!',
      '#REF!a',
      'Err:50',
      'Err:5021',
      'xErr:502',
      '#GETTING_DATA!'.slice(1),
    ],
  ],
  [
    'a date',
    looksLikeDate,
    [
      ...[
        '03-Dec',
        '3Dec',
        '3rd December',
        '1st/Jan/22',
        '2 Feb 2022',
        '22nd-Mar-2022',
        'Mar-12',
        'MAR12',
        'May 2022',
        'June 3, 2022',
      ],
      ...[
        'Sept.2022',
        'Sep-22',
        'July/1',
        'aug 1 2022',
        '2022-Dec',
        '2022Dec03',
        '2022 oct 1',
        '03/12/2026',
        '3.12.26',
        '31-12-1999',
      ],
      ...[
        '2026-12-03',
        '2026/1/9',
        '1999.12.31',
        '3/12',
        '12/2026',
        '2026/12',
        '9:30',
        '09:30:15',
        '03/12/2026 9:30',
        '2026-12-03T09:30:00Z',
      ],
      ...['2026-12-03 09:30:00.123', '3-Dec 10:15', '16April', '1november2020', '04 Nov', '01/01/20'],
    ],
    [
      ...[
        '03-Decem',
        '3-12',
        '12-3',
        '2026',
        '32/13/2026',
        '0/12/2026',
        '03/12-2026',
        '03/12/1826',
        '03/12/202',
        '2126-12-03',
        '2026-12/03',
      ],
      ...[
        '2026-00-03',
        '2026-12-32',
        '3/12345',
        '12345/1',
        '2026/123',
        '930',
        '9:3',
        '9:30:1',
        'a3/12',
        '3/12a',
        'C-Dec',
        'Dec',
        '123Dec',
      ],
      ...[
        'Mar-12345',
        '2022-Dec-123',
        '2026-12-03T9',
        '2026-12-03 09:30:00.',
        'xMar12',
        'Mar12x',
        '03Dec123',
        '2026x12',
      ],
    ],
  ],
]

describe.each(shapes)('%s', (_, is, yes, no) => {
  test.each(yes)('%j looks like it', (reference) => {
    expect(is(reference)).toBe(true)
  })
  test.each(no)('%j does not', (reference) => {
    expect(is(reference)).toBe(false)
  })
})

describe('the letters before a date of birth', () => {
  const today = day('2026-06-01')

  test.each([
    ['JB030410', 'JB'],
    ['jb-030410', 'JB'],
    ['JB 030410', 'JB'],
    ['JB/030410', 'JB'],
    ['JB_030410', 'JB'],
    ['JB.030410', 'JB'],
    ['ABCD03042010', 'ABCD'],
    ['03042010', ''],
    ['030410', ''],
    ['20100403', ''],
    ['A311210', 'A'],
    ['A010110', 'A'],
    ['A010118', 'A'],
    ['A010105', 'A'],
    ['A01012018', 'A'],
    ['A20050131', 'A'],
  ])('%s: %j', (reference, letters) => {
    expect(lettersBeforeBirthDate(reference, today)).toBe(letters)
  })

  test.each([
    'ABCDE030410',
    'JB0304100',
    'JB03041',
    'JB--030410',
    'xJB 030410'.replace('x', '1'),
    'JB030410A',
    'A010119',
    'A010104',
    'A320110',
    'A000110',
    'A011310',
    'A010010',
    'A01012019',
    'A01012004',
    'A20051301',
    'A20050001',
    'A20050132',
    'A20050100',
    'A20040131',
    'A20190131',
  ])('%s has none', (reference) => {
    expect(lettersBeforeBirthDate(reference, today)).toBeUndefined()
  })
})
