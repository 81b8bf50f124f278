/** Text from outside that is safe to print on a terminal, in a log or in a calendar. */
import { codePointName } from './writtenText.ts'

/** Control characters, line separators, direction marks, tags, and half characters. */
const acting =
  /[\p{Cc}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}\p{Cs}]/gu

/** Returns whether nothing in the text has an effect on what prints it. */
export function isPrintable(text: string): boolean {
  return text.search(acting) < 0
}

/**
 * Returns the text on one line, with the name of each character that would have an effect on the printer: `<U+001B>`.
 */
export function printableText(text: string): string {
  return text.replace(acting, named)
}

/** Returns the same for a text of several lines: tabs and line ends stay; those of a table are CR and LF. */
export function printableLines(text: string): string {
  return text.replace(acting, (character, at: number) => {
    const endsLine = character === '\n' || (character === '\r' && text[at + 1] === '\n')
    return endsLine || character === '\t' ? character : named(character)
  })
}

/**
 * Returns a value as JSON on several lines. What would have an effect on the printer is escaped as JSON does, and reads
 * back the same.
 */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(acting, (character) =>
    character === '\n' ? character : character.replace(/[\s\S]/g, escapedUnit),
  )
}

function escapedUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function named(character: string): string {
  return `<${codePointName(character)}>`
}
