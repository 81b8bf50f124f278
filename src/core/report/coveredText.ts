/** Which characters of a text the typefaces of the PDF can print, and what stands where they cannot. */
import { codePointName } from '../kernel/writtenText.ts'

/** The code points that one typeface has. */
export type Coverage = ReadonlySet<number>

/** Printed in place of a character that no typeface has. */
export const missingMark = '□'

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Joiners and selectors of variants, which have no shape of their own. */
const shapeless = /\p{Default_Ignorable_Code_Point}/u
/** What stands for nothing that others would know, though a typeface may have a shape at its place. */
const private_ = /[\p{Co}\p{Cn}]/u

/**
 * The text as the PDF prints it: each character, with its accents and joiners, that no single typeface of `typefaces`
 * can print is the mark. What is printed in this way has no such character left.
 */
export function coveredText(text: string, typefaces: readonly Coverage[]): string {
  if (isPlain(text, typefaces)) return text
  return [...characters.segment(text)]
    .map(({ segment }) => (isCovered(segment, typefaces) ? segment : missingMark))
    .join('')
}

/** The characters of the text that the PDF does not print, each once, in the order in which they come. */
export function missingCharacters(text: string, typefaces: readonly Coverage[]): readonly string[] {
  if (isPlain(text, typefaces)) return []
  const missing = [...characters.segment(text)]
    .map(({ segment }) => segment)
    .filter((segment) => !isCovered(segment, typefaces))
  return [...new Set(missing)]
}

const mostNamed = 10

/** `👍 (U+1F44D)`, of at most ten characters, for a sentence that names them; null where there are none. */
export function missingWords(missing: readonly string[]): string | null {
  if (missing.length === 0) return null
  const named = missing.slice(0, mostNamed).map((one) => {
    const points = [...one].map(codePointName).join(' ')
    return `${one} (${points})`
  })
  const others = missing.length - named.length
  return `${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}`
}

/** Most texts need only the first typeface. */
function isPlain(text: string, [first]: readonly Coverage[]): boolean {
  if (first === undefined) return false
  for (const character of text) {
    if (!first.has(character.codePointAt(0) ?? 0) || private_.test(character)) return false
  }
  return true
}

function isCovered(character: string, typefaces: readonly Coverage[]): boolean {
  if (/^[\n\t]$/.test(character)) return true
  const shaped = [...character].filter((one) => !shapeless.test(one))
  if (shaped.some((one) => private_.test(one))) return false
  return typefaces.some((typeface) => shaped.every((one) => typeface.has(one.codePointAt(0) ?? 0)))
}
