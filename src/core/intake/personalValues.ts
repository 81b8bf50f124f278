/** What personal data looks like in cells: by form, by check digit, or by being a common name. */
import { familyNames, givenNames } from './givenNames.ts'

/** Every repetition has a limit, so that no cell, however it is made, takes long. */
const email = /[^\s@,;<>]{1,64}@[^\s@,;<>]{1,120}\.[a-z]{2,}/i
/** Two letters, six digits, one of A to D; with or without spaces. HM Revenue and Customs manual NIM39110. */
const nationalInsurance =
  /\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/i
/** Year, slash, up to seven digits, check letter. */
const policeNumber = /\b(?:19|20)?\d{2}\/\d{1,7}[A-Z]\b/i
const mobile = /(?:\+44[ -]?|\b0)7(?:[ -]?\d){9}\b/
const landline = /(?:\+44[ -]?(?:\(0\)[ -]?)?[1238]|\(?\b0[1238])(?:[ )-]{0,2}\d){8,9}\b/
const postcodeInText = /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/i
const postcodeAlone = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i
const street =
  /^(?:flat|apartment|\d+[a-z]?)\b[^\d]{2,60}\b(?:road|rd|street|st|avenue|ave|lane|close|drive|crescent|terrace|way|gardens|court|grove|place|row|walk|house)\b/i

/** `DOB 03/04/2010`, `born 3 April 2010`, `d.o.b. 2010`, `DOB 03042010`. */
const birthDate =
  /\b(?:dob|d\.o\.b|d o b|date of birth|birth ?date|birth ?day|born)\b[^a-z\d]{0,6}(?:(?:on|in|is|was|the)\b ?){0,3}(?:(?:\d{1,4}|\d{6}|\d{8})\b|\d{1,2}(?:st|nd|rd|th)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d)/i
const tenDigits = /\b\d{3}[ -]\d{3}[ -]\d{4}\b/g
const namedNhsNumber = /\bnhs\b[^\d]{0,20}(\d(?:[ -]?\d){9})\b/i

export const hasBirthDate = (cell: string): boolean => birthDate.test(cell)
export const hasEmail = (cell: string): boolean => email.test(cell)
export const hasNationalInsuranceNumber = (cell: string): boolean => nationalInsurance.test(cell)
export const hasPoliceNumber = (cell: string): boolean => policeNumber.test(cell)
export const hasMobileNumber = (cell: string): boolean => mobile.test(cell)
export const hasTelephoneNumber = (cell: string): boolean => mobile.test(cell) || landline.test(cell)
export const hasPostcode = (cell: string): boolean => postcodeInText.test(cell) || postcodeAlone.test(cell)
export const isAddress = (cell: string): boolean => street.test(cell.trim())

/**
 * Returns whether a cell is ten digits whose last is the modulus 11 check digit. NHS Data Model and Dictionary, "NHS
 * number".
 */
export function isNhsNumber(cell: string): boolean {
  const digits = cell.replace(/[ -]/g, '')
  if (!/^\d{10}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false
  const sum = [...digits.slice(0, 9)].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0)
  return (11 - (sum % 11)) % 11 === Number(digits[9])
}

/** Returns whether other text has an NHS number in it: in the usual format, or called so. */
export function hasNhsNumber(cell: string): boolean {
  const [, named] = namedNhsNumber.exec(cell) ?? []
  return [...(cell.match(tenDigits) ?? []), ...(named === undefined ? [] : [named])].some(isNhsNumber)
}

/**
 * Returns whether a cell is one to four words of which the first, or the word after a comma, is a common given name.
 */
export function isGivenName(cell: string): boolean {
  const parts = nameWords(cell)
  return parts.some((words) => givenNames.has(words[0] ?? ''))
}

/** Returns whether a cell is a common family name, by itself or before a comma. */
export function isFamilyName(cell: string): boolean {
  const [first] = nameWords(cell)
  return first?.length === 1 && familyNames.has(first[0] ?? '')
}

function nameWords(cell: string): string[][] {
  const text = cell
    .trim()
    .toLowerCase()
    .replace(/^(?:mr|mrs|ms|miss|master|dr)\.? /, '')
  if (!/^[\p{L}'’-]{1,40}(?:(?:, ?| )[\p{L}'’.-]{1,40}){0,3}$/u.test(text)) return []
  return text.split(/,\s*/).map((part) => part.split(/\s+/))
}
