/** Text from outside as a terminal, a log or a calendar may print it: nothing in it acts. */
import { codePointName } from './writtenText.ts'

/** Control characters, separators of lines, marks of direction, tags, and halves of characters. */
const acting =
  /[\p{Cc}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}\p{Cs}]/gu

/** Whether nothing in the text acts on what prints it. */
export function isPrintable(text: string): boolean {
  return text.search(acting) < 0
}

/** The text on one line, each character that would act on the printer as its name: `<U+001B>`. */
export function printableText(text: string): string {
  return text.replace(acting, named)
}

/** As above for a text of several lines: tabs stay, and the ends of lines, of which a table's are CR and LF. */
export function printableLines(text: string): string {
  return text.replace(acting, (character, at: number) => {
    const endsLine = character === '\n' || (character === '\r' && text[at + 1] === '\n')
    return endsLine || character === '\t' ? character : named(character)
  })
}

/** A value as JSON on several lines: what would act on the printer is escaped as JSON has it, and reads back the same. */
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
