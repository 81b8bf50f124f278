/** Which characters of a text the typefaces of the PDF can print, and what is printed instead of the others. */
import { isPrintable } from '../kernel/printableText.ts'
import { codePointName } from '../kernel/writtenText.ts'

/** The code points that one typeface has. */
export type Coverage = ReadonlySet<number>

/** Printed instead of a character that no typeface has. */
export const missingMark = '□'

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Places where a word may be broken, and byte order marks: no one misses them. */
const unseen = /[\u200B\u2060\uFEFF]/g
/** Joiners and selectors of variants, which have no shape of their own. */
const shapeless = /\p{Default_Ignorable_Code_Point}/u
/** Characters without a common meaning, though a typeface may have a shape for them. */
const meaningless = /[\p{Co}\p{Cn}]/u

/**
 * Returns the text as the PDF prints it, with a mark for each character, with its accents and joiners, that no single
 * typeface of `typefaces` has, or that would have an effect on the printer. The result has no such character.
 */
export function coveredText(text: string, typefaces: readonly Coverage[]): string {
  const seen = seenText(text)
  if (isPlain(seen, typefaces)) return seen
  const printed = [...characters.segment(seen)]
    .map(({ segment }) => (isCovered(segment, typefaces) ? segment : missingMark))
    .join('')
  // An accent that was on its own may now be on a mark, and no typeface has that.
  return printed === seen ? printed : coveredText(printed, typefaces)
}

/** Returns the characters for which `coveredText` prints the mark, each once, in their order. */
export function missingCharacters(text: string, typefaces: readonly Coverage[]): readonly string[] {
  // Checking each word once makes long texts quick. An accent may be on the space before a word.
  const words = new Set(seenText(text).match(/[ \n]?[^ \n]+/g))
  const missing = [...words].flatMap((word) => {
    if (isPlain(word, typefaces)) return []
    const segments = [...characters.segment(word)].map(({ segment }) => segment)
    return segments.filter((segment) => !isCovered(segment, typefaces))
  })
  return [...new Set(missing)]
}

/** The text without what nobody sees, its lines ended by a line feed. */
function seenText(text: string): string {
  return text.replace(unseen, '').replaceAll('\r\n', '\n')
}

/** Most texts need only the first typeface. */
function isPlain(text: string, [first]: readonly Coverage[]): boolean {
  if (first === undefined) return false
  for (const character of text) {
    if (!first.has(character.codePointAt(0) ?? 0) || !isMeant(character)) return false
  }
  return true
}

function isCovered(character: string, typefaces: readonly Coverage[]): boolean {
  if (/^[\n\t]$/.test(character)) return true
  const shaped = [...character].filter((part) => !shapeless.test(part))
  if (![...character].every(isMeant)) return false
  return typefaces.some((typeface) => shaped.every((part) => typeface.has(part.codePointAt(0) ?? 0)))
}

function isMeant(character: string): boolean {
  return isPrintable(character) && !meaningless.test(character)
}

const mostNamed = 10

/** Returns `👍 (U+1F44D)` for at most ten characters, for a sentence that names them; null if there are none. */
export function missingText(missing: readonly string[]): string | null {
  if (missing.length === 0) return null
  const named = missing.slice(0, mostNamed).map(characterText)
  const others = missing.length - named.length
  return `${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}`
}

/** The character and its name; only the name if it would have an effect on the page. */
function characterText(character: string): string {
  const points = [...character].map(codePointName).join(' ')
  return [...character].every(isPrintable) ? `${character} (${points})` : points
}
