/** All names, numbers and addresses are made up: telephone numbers are of Ofcom's ranges for drama. */
import { describe, expect, test } from 'vitest'
import {
  hasBirthDate,
  hasEmail,
  hasMobileNumber,
  hasNationalInsuranceNumber,
  hasNhsNumber,
  hasPoliceNumber,
  hasPostcode,
  hasTelephoneNumber,
  isAddress,
  isFamilyName,
  isGivenName,
  isNhsNumber,
} from './personalValues.ts'

type Values = readonly string[]
const kinds: readonly (readonly [kind: string, is: (cell: string) => boolean, yes: Values, no: Values])[] = [
  [
    'an e-mail address',
    hasEmail,
    ['a@b.example', 'write to some.one@team.invented.example today', 'A@B.CO', `${'a'.repeat(64)}@b.example`],
    ['a@b', 'a @ b.example', '@b.example', 'a@.c', 'a@b.c', 'a@b.1', 'a@b;c', 'at home', 'a@@'],
  ],
  [
    'a National Insurance number',
    hasNationalInsuranceNumber,
    ['AB123456C', 'ab 12 34 56 c', 'AB 123456 D', 'is AB 12 34 56 A.', 'ZA123456B', 'TA123456B'],
    [
      ...['QQ123456C', 'DA123456A', 'FA123456A', 'IA123456A', 'AO123456A', 'UA123456A', 'VA123456A'],
      ...['BG123456A', 'GB123456A', 'KN123456A', 'NK123456A', 'NT123456A', 'TN123456A', 'ZZ123456A'],
      ...['AB123456E', 'AB12345C', 'AB1234567C', 'XAB123456C', 'AB123456CD', 'AB  123456C', 'AB12-34-56C'],
    ],
  ],
  [
    'a police national computer number',
    hasPoliceNumber,
    ['2012/0123456X', '12/1A', '99/1234567z', 'see 1999/12B.'],
    ['2012/01234567X', '2012/X', '1812/123X', '2/12X', '2012/123', '2012/123XY', '2012-123X'],
  ],
  [
    'a mobile number',
    hasMobileNumber,
    [
      '07700900123',
      '07700 900123',
      '+44 7700 900 123',
      '+447700900123',
      '+44-7700-900-123',
      'ring 07700-900-123 today',
    ],
    ['0770090012', '077009001234', '17700900123', '08700900123', '+45 7700 900123', '07700  900123'],
  ],
  [
    'a telephone number',
    hasTelephoneNumber,
    [
      '01632 960001',
      '(01632) 960001',
      '02079460001',
      '+44 (0)1632 960001',
      '+441632960001',
      '0300 960 0012',
      '07700 900123',
      '0800-960-001',
    ],
    [
      '1632 960001',
      '0463 296 0001',
      '01632',
      '016329',
      'order 01 of 12',
      '+44 4632 960001',
      '01632 96  0   001',
    ],
  ],
  [
    'a postcode',
    hasPostcode,
    ['ZZ1 1ZZ', 'zz11zz', 'Z1 1ZZ', 'ZZ1Z 1ZZ', 'Z11ZZ', 'near ZZ99 9ZZ, behind it'],
    [
      'ZZ11 ZZ',
      'near ZZ991ZZ behind it',
      'ZZZ1 1ZZ',
      'ZZ1 1Z',
      'ZZ1 1ZZZ',
      'ZZ 1ZZ',
      'ZZ1  1ZZ',
      '1ZZ',
      'aZZ1 1ZZ',
    ],
  ],
  [
    'an address',
    isAddress,
    [
      '12 Invented Street',
      '12a invented rd',
      ' Flat B, Made Up House ',
      'Apartment at The Close',
      '7 The Grove, Northmoor',
    ],
    [
      'Invented Street',
      '12 of them',
      'flat',
      '12th Street',
      'Court order',
      '12 Streets',
      'about 12 Invented Street',
      '12 St',
    ],
  ],
  [
    'a date of birth',
    hasBirthDate,
    [
      ...[
        'DOB 03/04/2010',
        'DOB 03042010',
        'dob 030410',
        'dob: 3.4.10',
        'd.o.b. 2010',
        'D O B 3/4/10',
        'date of birth 2010',
        'birthdate 3 April',
      ],
      ...[
        'birth date - 2010',
        'born on the 3rd of April',
        'born 3rd April',
        'was born in 2010',
        'Birthday: Apr 3',
        'birth day is 1 May',
      ],
    ],
    [
      ...[
        'newborn 3 April',
        'born leader',
        'dob',
        'born in Northmoor 3',
        'DOB ......... 2010',
        'born to lead 12',
        'born April',
      ],
      ...['born 12345', 'dobbin 2010', 'birth 2010'],
    ],
  ],
  [
    'an NHS number among other text',
    hasNhsNumber,
    [
      'known as 943 476 5919',
      '943-476-5919',
      'NHS no 9434765919',
      'nhs: 943 476 5919',
      'NHS number is 943-476-5919 today',
      '123 456 7890 and 943 476 5919',
    ],
    [
      'known as 9434765919',
      '943 476 5918',
      'NHS no 9434765918',
      'nhsx 9434765919',
      '9943 476 5919',
      '943 476 59190',
      'NHS 94347659190',
    ],
  ],
  [
    'a common given name',
    isGivenName,
    [
      'Amber',
      'amber madeup',
      'MADEUP, Amber',
      'MADEUP,Amber',
      'Madeup, amber',
      'Mr Rhys Madeup',
      'Miss. Chloe',
      'Dr Chloe Anne Made Up',
      'Chloe-Anne'.slice(0, 5),
    ],
    [
      'Madeup',
      'Madeup Amber',
      'Amber 2',
      'Amber in the court room',
      '',
      'Lord Amber',
      'Amber  Madeup',
      'Amber; Rhys',
    ],
  ],
  [
    'a common family name',
    isFamilyName,
    ['Smith', 'PATEL', 'Jones, Amber', 'Jones,Amber', 'Mrs Smith'],
    ['Amber Smith', 'Smith Jones', 'Smithy', '', 'Smith2'],
  ],
]

describe.each(kinds)('%s', (_, is, yes, no) => {
  test.each(yes)('%j is one', (cell) => {
    expect(is(cell)).toBe(true)
  })
  test.each(no)('%j is none', (cell) => {
    expect(is(cell)).toBe(false)
  })
})

describe('the check digit of an NHS number', () => {
  test.each(['9434765919', '943 476 5919', '943-476-5919', '4010232137', '9000000009'.replace('9', '9')])(
    '%s',
    (cell) => {
      const digits = cell.replace(/\D/g, '')
      const sum = [...digits.slice(0, 9)].reduce((all, digit, at) => all + Number(digit) * (10 - at), 0)
      expect(isNhsNumber(cell)).toBe((11 - (sum % 11)) % 11 === Number(digits.at(-1)))
    },
  )

  test('is right for one last digit in ten at most, and for none if the sum leaves 1', () => {
    const right = (start: string) => [...'0123456789'].filter((last) => isNhsNumber(`${start}${last}`))
    expect(right('943476591')).toEqual(['9'])
    expect(right('401023213')).toEqual(['7'])
    expect(right('100000000')).toEqual(['1'])
    expect(right('000000001')).toEqual(['9'])
    expect(right('000000050')).toEqual(['7'])
    expect(right('000000210')).toEqual(['0'])
    expect(right('000000006')).toEqual([])
  })

  test.each(['1111111111', '943476591', '94347659190', '9434 765919x', 'A434765919'])(
    '%s is none',
    (cell) => {
      expect(isNhsNumber(cell)).toBe(false)
    },
  )
})
