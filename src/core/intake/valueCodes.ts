/** The codes a case list may have, each with the ways in which case management systems write it. */
import { nearest } from './editDistance.ts'
import { plainWords } from './wording.ts'

export type ValueCode = {
  readonly code: string
  readonly title: string
  readonly spellings: readonly string[]
}

export const genders: readonly ValueCode[] = [
  { code: 'male', title: 'Male', spellings: ['m', 'boy', 'man', '1', 'males'] },
  { code: 'female', title: 'Female', spellings: ['f', 'girl', 'woman', '2', 'females'] },
  {
    code: 'another',
    title: 'Another gender',
    spellings: ['non binary', 'nonbinary', 'nb', 'x', 'other', 'other gender', 'transgender', 'gender fluid'],
  },
  {
    code: 'prefer-not-to-say',
    title: 'Prefer not to say',
    spellings: ['refused', 'not stated', 'declined', 'did not wish to say'],
  },
  {
    code: 'not-known',
    title: 'Not known',
    spellings: ['unknown', 'not recorded', 'u', 'nk', 'not specified', 'indeterminate', '9', '0'],
  },
]

/** For risk of serious harm and for safety and wellbeing. */
export const classes: readonly ValueCode[] = [
  { code: 'low', title: 'Low', spellings: ['l', 'low risk', 'standard', 'low level'] },
  { code: 'medium', title: 'Medium', spellings: ['m', 'med', 'medium risk', 'moderate', 'medium level'] },
  { code: 'high', title: 'High', spellings: ['h', 'high risk', 'high level'] },
  {
    code: 'very-high',
    title: 'Very high',
    spellings: ['vh', 'v high', 'very high risk', 'vhigh', 'v h', 'very high level'],
  },
  {
    code: 'none-made',
    title: 'None made',
    spellings: [
      'none',
      'not made',
      'no classification',
      'no classification made',
      'not classified',
      'not assessed',
      'no assessment',
      'not completed',
      'not recorded',
      'not known',
      'unknown',
      'n a',
      'na',
      'not applicable',
    ],
  },
]

export type KnownSpellings = ReadonlyMap<string, ValueCode>

/** Returns every spelling of every code, by its plain words. A spelling that two codes share belongs to the first. */
export function knownSpellings(codes: readonly ValueCode[]): KnownSpellings {
  const known = new Map<string, ValueCode>()
  for (const code of codes) {
    for (const spelling of [code.code, code.title, ...code.spellings]) {
      const words = plainWords(spelling)
      if (!known.has(words)) known.set(words, code)
    }
  }
  return known
}

/** The code that `written` means; otherwise what it may be meant to be. */
export type ReadCode =
  | { readonly known: true; readonly code: string }
  | { readonly known: false; readonly nearest: ValueCode | undefined }

/** Returns the known code that a cell means. Looks for the nearest if there is none and `suggest` is true. */
export function readCode(written: string, known: KnownSpellings, suggest = true): ReadCode {
  const words = plainWords(written)
  const exact = known.get(words) ?? known.get(withoutLead(words))
  if (exact !== undefined) return { known: true, code: exact.code }
  const near = suggest ? nearest(words, known.keys()) : undefined
  return { known: false, nearest: near === undefined ? undefined : known.get(near) }
}

/** Some systems write the code before the words: `W1 White British`, `2 Medium`. */
function withoutLead(words: string): string {
  return words.replace(/^(?:\d{1,2}|[a-z]\d) /, '')
}
