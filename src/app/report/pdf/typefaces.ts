/** The typefaces of the PDF: that of the report, and those that print the characters it does not have. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Coverage } from '../../../core/report/coveredText.ts'
import { fontCharacters } from './fontCharacters.ts'
import { templatesFolder } from './typstTemplate.ts'

export const fontsFolder = join(templatesFolder, 'fonts')

/** In the order in which they are tried. */
const typefaces = [
  { family: 'Source Sans 3', file: 'SourceSans3-Regular.ttf' },
  { family: 'Noto Sans Bengali', file: 'NotoSansBengali-Regular.ttf' },
  { family: 'Noto Sans Gurmukhi', file: 'NotoSansGurmukhi-Regular.ttf' },
  { family: 'Noto Sans Gujarati', file: 'NotoSansGujarati-Regular.ttf' },
  { family: 'Noto Sans Devanagari', file: 'NotoSansDevanagari-Regular.ttf' },
  { family: 'Noto Sans Tamil', file: 'NotoSansTamil-Regular.ttf' },
  { family: 'Noto Sans Arabic', file: 'NotoSansArabic-Regular.ttf' },
  { family: 'Noto Emoji', file: 'NotoEmoji-Regular.ttf' },
  { family: 'Droid Sans Fallback', file: 'DroidSansFallback-Regular.ttf' },
] as const

export const typefaceFamilies: readonly string[] = typefaces.map(({ family }) => family)

let coverage: readonly Coverage[] | undefined

/** Returns the characters that each of them covers, in the same order. The files are read once. */
export function typefaceCoverage(): readonly Coverage[] {
  coverage ??= typefaces.map(({ file }) => fontCharacters(readFileSync(join(fontsFolder, file))))
  return coverage
}
