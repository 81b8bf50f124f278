/** Columns that would identify a child. They are refused before anything is stored. */
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
import { plainWords } from './wording.ts'

/** What a column looks like, as the refusal says it. */
export const personalKinds = [
  'names',
  'dates of birth',
  'e-mail addresses',
  'addresses',
  'postcodes',
  'telephone numbers',
  'NHS numbers',
  'National Insurance numbers',
  'police national computer numbers',
  'pupil numbers',
] as const
export type PersonalKind = (typeof personalKinds)[number]

const headingsOf: readonly (readonly [PersonalKind, RegExp])[] = [
  ['e-mail addresses', /\be ?mails?\b/],
  ['dates of birth', /\b(dob|d o b|date of birth|birth ?date|birth ?day|born|(year|month) of birth)\b/],
  ['postcodes', /\b(post ?code|postal code|zip code)\b/],
  ['addresses', /\b(address(es)?|address ?\d|street|house (number|no|name)|home location|uprn)\b/],
  [
    'telephone numbers',
    /\b(tel|tel no|telephone|phone|mobile|landline|contact (no|number|numbers|details))\b/,
  ],
  ['NHS numbers', /\bnhs (no|number|num|id)\b|^nhs$/],
  ['National Insurance numbers', /\b(national insurance|ni (no|number)|nino)\b/],
  [
    'police national computer numbers',
    /\b(pnc|pncid|police national computer|cro (no|number)|police (id|ref|reference))\b/,
  ],
  ['pupil numbers', /\b(upn|uln|unique pupil|unique learner)\b/],
  [
    'names',
    /\b((fore|sur|first|last|full|middle|nick|family|given|user)? ?names?|alias(es)?|aka|known as)\b/,
  ],
  [
    'names',
    /^(child|child or young person|young person|yp|client|parents?|carers?|parent or carer|parent carer|guardian|mother|father|victim|next of kin)$/,
  ],
]

/** "Order name" or "name of team" names a thing, not a person. */
const nameOfThing =
  /\b(order|disposal|programme|intervention|team|service|yot|yos|yjs|area|office|outcome|offence|sentence|court|field|column|establishment|locality|ward) names?\b|\bnames? of (the )?(order|disposal|programme|intervention|team|service|area|office|outcome|offence|court)\b/

/** Returns what the heading says the column has, or undefined if it says nothing about a person. */
export function personalByHeading(heading: string): PersonalKind | undefined {
  const words = plainWords(heading).replace(nameOfThing, ' ')
  return headingsOf.find(([, pattern]) => pattern.test(words))?.[0]
}

/**
 * Returns what the cells of a column look like. In a column that is stored unchanged, one e-mail address, telephone
 * number, postcode or number of a person is too many; names and NHS numbers count only above a share of the cells,
 * since a single match may be chance.
 */
export function personalByValues(cells: readonly string[]): PersonalKind | undefined {
  if (cells.some(hasEmail)) return 'e-mail addresses'
  if (cells.some(hasNationalInsuranceNumber)) return 'National Insurance numbers'
  if (cells.some(hasPoliceNumber)) return 'police national computer numbers'
  if (areNhsNumbers(cells) || cells.some(hasNhsNumber)) return 'NHS numbers'
  if (cells.some(hasBirthDate)) return 'dates of birth'
  if (cells.some(hasTelephoneNumber)) return 'telephone numbers'
  if (cells.some(hasPostcode)) return 'postcodes'
  if (shareOf(cells, isAddress) >= 0.2) return 'addresses'
  return areNames(cells) ? 'names' : undefined
}

/** Returns the same for the column of references, which may look like a postcode or a landline number by chance. */
export function personalReferences(cells: readonly string[]): PersonalKind | undefined {
  if (cells.some(hasEmail)) return 'e-mail addresses'
  if (shareOf(cells, hasNationalInsuranceNumber) >= 0.5) return 'National Insurance numbers'
  if (shareOf(cells, hasPoliceNumber) >= 0.5) return 'police national computer numbers'
  if (areNhsNumbers(cells)) return 'NHS numbers'
  if (shareOf(cells, hasMobileNumber) >= 0.5) return 'telephone numbers'
  return areNames(cells) ? 'names' : undefined
}

/** Nine in ten pass the check digit; of other ten-digit numbers one in eleven does. */
function areNhsNumbers(cells: readonly string[]): boolean {
  return shareOf(cells, isNhsNumber) >= 0.9
}

/** One cell in five is a common name, and they differ: a town called Chelsea in every row is not a name. */
function areNames(cells: readonly string[]): boolean {
  return [isGivenName, isFamilyName].some((isName) => {
    const different = new Set(cells.filter(isName).map((cell) => cell.toLowerCase()))
    return shareOf(cells, isName) >= 0.2 && different.size >= Math.min(3, cells.length)
  })
}

/** Returns the share of the cells with content for which `holds` is true; 0 for an empty column. */
export function shareOf(cells: readonly string[], holds: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(holds).length / cells.length
}
