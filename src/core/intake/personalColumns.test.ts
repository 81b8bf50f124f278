import { describe, expect, test } from 'vitest'
import { personalByHeading, personalByValues, personalReferences } from './personalColumns.ts'

describe('a heading tells', () => {
  test.each([
    ['Child name', 'names'],
    ['Forename', 'names'],
    ['Surname', 'names'],
    ['Young person', 'names'],
    ['Case manager name', 'names'],
    ['D.O.B.', 'dates of birth'],
    ['Date of Birth', 'dates of birth'],
    ['Home address', 'addresses'],
    ['Address line 1', 'addresses'],
    ['Post code', 'postcodes'],
    ['Mobile', 'telephone numbers'],
    ['Contact number', 'telephone numbers'],
    ['NHS No', 'NHS numbers'],
    ['NI number', 'National Insurance numbers'],
    ['PNC ID', 'police national computer numbers'],
    ['E-mail', 'e-mail addresses'],
    ['Email address', 'e-mail addresses'],
    ['UPN', 'pupil numbers'],
  ])('%s: %s', (heading, kind) => {
    expect(personalByHeading(heading)).toBe(kind)
  })

  test.each([
    'Order name',
    'Team name',
    'YJS ID',
    'Child ID',
    'Name of order',
    'Start date',
    'Looked after',
    'Offence',
  ])('%s: nothing of a person', (heading) => {
    expect(personalByHeading(heading)).toBeUndefined()
  })
})

describe('cells tell, whatever the heading says', () => {
  test.each([
    [['Amber Madeup', 'Rhys Madeup', 'Chloe Madeup'], 'names'],
    [['MADEUP, Amber', 'MADEUP, Rhys', 'MADEUP, Chloe'], 'names'],
    [['Smith', 'Jones', 'Patel', 'xyz'], 'names'],
    [['no', 'ring 07700 900123 after four'], 'telephone numbers'],
    [['+44 7700 900123'], 'telephone numbers'],
    [['(01632) 960001'], 'telephone numbers'],
    [['someone@invented.example'], 'e-mail addresses'],
    [['lives near ZZ1 1ZZ'], 'postcodes'],
    [['12 Invented Street', 'Flat 2, Made Up House'], 'addresses'],
    [['943 476 5919', '9434765919'], 'NHS numbers'],
    [['seen twice', 'DOB 03/04/2010'], 'dates of birth'],
    [['child born 3 April 2010'], 'dates of birth'],
    [['d.o.b. 3.4.10'], 'dates of birth'],
    [['see NHS no 9434765919'], 'NHS numbers'],
    [['known as 943 476 5919'], 'NHS numbers'],
    [['QQ 12 34 56 C'], undefined],
    [['AB 12 34 56 C'], 'National Insurance numbers'],
    [['2012/0123456X'], 'police national computer numbers'],
  ])('%j: %s', (cells, kind) => {
    expect(personalByValues(cells)).toBe(kind)
  })

  test.each([
    [['Referral order', 'Youth caution', 'Community resolution']],
    [['North', 'South', 'Court and custody']],
    [['Chelsea', 'Chelsea', 'Chelsea']],
    [['Yes', 'No', 'Not known']],
    [['9434765918', '1234567890', '5556667778']],
    [['12', '15.5', '2024-01-31']],
    [['newborn team', 'born leader', '100 200 3000']],
  ])('%j: nothing of a person', (cells) => {
    expect(personalByValues(cells)).toBeUndefined()
  })

  test('references may look like a postcode or a landline number, but not like names or mobile numbers', () => {
    expect(personalReferences(['CF12 3AB', 'CF12 4AB'])).toBeUndefined()
    expect(personalReferences(['0100000001', '0100000002'])).toBeUndefined()
    expect(personalReferences(['07700900123', '07700900124'])).toBe('telephone numbers')
    expect(personalReferences(['Amber', 'Rhys', 'Chloe'])).toBe('names')
  })
})
