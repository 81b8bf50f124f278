/**
 * Ethnicity by the Government Statistical Service's harmonised standard for England and Wales: 19 categories in 5
 * groups, and "prefer not to say". The source's own text is always stored with the category.
 */
import type { ValueCode } from './valueCodes.ts'

/** Stored with every list, since the standard is under review. */
export const ethnicityStandard = 'GSS harmonised ethnic group, England and Wales, 19 categories'

export const ethnicGroups = ['asian', 'black', 'mixed', 'white', 'other'] as const
export type EthnicGroup = (typeof ethnicGroups)[number]

/** `group` is null if the child's ethnicity is not stated. */
export type Ethnicity = ValueCode & { readonly group: EthnicGroup | null; readonly category: boolean }

function category(
  group: EthnicGroup,
  code: string,
  title: string,
  spellings: readonly string[] = [],
): Ethnicity {
  return { group, code, title, spellings, category: true }
}

/** Systems that record only the group: the category is then not known and never guessed. */
function groupAlone(group: EthnicGroup, title: string, spellings: readonly string[]): Ethnicity {
  return { group, code: `${group}-group`, title: `${title}, category not given`, spellings, category: false }
}

const asian: readonly Ethnicity[] = [
  category('asian', 'indian', 'Indian', ['asian indian', 'a1', 'asian or asian british indian']),
  category('asian', 'pakistani', 'Pakistani', ['asian pakistani', 'a2', 'asian or asian british pakistani']),
  category('asian', 'bangladeshi', 'Bangladeshi', [
    'asian bangladeshi',
    'a3',
    'asian or asian british bangladeshi',
  ]),
  category('asian', 'chinese', 'Chinese', ['asian chinese', 'a4', 'chinese or other chinese', 'o1']),
  category('asian', 'other-asian', 'Any other Asian background', [
    'asian other',
    'other asian',
    'a9',
    'any other asian',
    'asian or asian british any other',
  ]),
  groupAlone('asian', 'Asian', ['asian', 'asian or asian british', 'asian asian british or asian welsh']),
]

const black: readonly Ethnicity[] = [
  category('black', 'caribbean', 'Caribbean', ['black caribbean', 'b1', 'black or black british caribbean']),
  category('black', 'african', 'African', ['black african', 'b2', 'black or black british african']),
  category('black', 'other-black', 'Any other Black, Black British or Caribbean background', [
    'black other',
    'other black',
    'b9',
    'any other black background',
    'any other black',
    'black british',
    'black or black british any other',
  ]),
  groupAlone('black', 'Black', [
    'black',
    'black or black british',
    'black black british caribbean or african',
    'black black british black welsh caribbean or african',
  ]),
]

const mixed: readonly Ethnicity[] = [
  category('mixed', 'white-and-black-caribbean', 'White and Black Caribbean', [
    'mixed white and black caribbean',
    'white black caribbean',
    'm1',
  ]),
  category('mixed', 'white-and-black-african', 'White and Black African', [
    'mixed white and black african',
    'white black african',
    'm2',
  ]),
  category('mixed', 'white-and-asian', 'White and Asian', ['mixed white and asian', 'white asian', 'm3']),
  category('mixed', 'other-mixed', 'Any other Mixed or multiple ethnic background', [
    'mixed other',
    'other mixed',
    'm9',
    'any other mixed background',
    'any other mixed',
    'any other multiple',
  ]),
  groupAlone('mixed', 'Mixed', ['mixed', 'mixed or multiple ethnic groups', 'mixed race', 'dual heritage']),
]

const white: readonly Ethnicity[] = [
  category('white', 'white-british', 'English, Welsh, Scottish, Northern Irish or British', [
    'british',
    'english',
    'welsh',
    'scottish',
    'northern irish',
    'w1',
    'white english',
    'white welsh',
    'white scottish',
    'white northern irish',
    'white english welsh scottish northern irish british',
    'english welsh scottish northern irish british',
    'white english welsh scottish northern irish or british',
  ]),
  category('white', 'irish', 'Irish', ['white irish', 'w2']),
  category('white', 'gypsy-or-irish-traveller', 'Gypsy or Irish Traveller', [
    'white gypsy or irish traveller',
    'gypsy irish traveller',
    'gypsy',
    'irish traveller',
    'traveller',
    'w3',
    'grt',
  ]),
  category('white', 'roma', 'Roma', ['white roma', 'romany', 'w4']),
  category('white', 'other-white', 'Any other White background', [
    'white other',
    'other white',
    'w9',
    'any other white',
  ]),
  groupAlone('white', 'White', ['white']),
]

const others: readonly Ethnicity[] = [
  category('other', 'arab', 'Arab', ['other arab', 'o2']),
  category('other', 'any-other', 'Any other ethnic group', [
    'other ethnic group',
    'o9',
    'any other',
    'other any other',
    'any other background',
  ]),
  groupAlone('other', 'Other', ['other', 'chinese or other ethnic group', 'chinese or other']),
]

const notGiven: readonly Ethnicity[] = [
  {
    group: null,
    code: 'prefer-not-to-say',
    title: 'Prefer not to say',
    spellings: ['refused', 'not stated', 'declined', 'ns', 'did not wish to say'],
    category: false,
  },
  {
    group: null,
    code: 'not-known',
    title: 'Not known',
    spellings: [
      'unknown',
      'not recorded',
      'information not obtained',
      'nk',
      'not obtained',
      'not yet obtained',
    ],
    category: false,
  },
]

export const ethnicities: readonly Ethnicity[] = [
  ...asian,
  ...black,
  ...mixed,
  ...white,
  ...others,
  ...notGiven,
]
