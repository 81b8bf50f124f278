/** How headings and codes are compared: by their words, whatever the capitals, accents and punctuation. */
import { normalText } from '../kernel/writtenText.ts'

/** Returns the words of a text in plain form: `S&W  (Current)` is `s and w current`. */
export function plainWords(text: string): string {
  return normalText(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** Returns a text as a code: `Youth Rehabilitation Order` is `youth-rehabilitation-order`. */
export function codeOf(text: string): string {
  return plainWords(text).replaceAll(' ', '-')
}

/** Returns a cell's value as a sentence may quote it: on one line, no longer than `longest` characters. */
export function quotable(value: string, longest = 60): string {
  const line = value.replace(/[\p{C}\s]+/gu, ' ').trim()
  const characters = [...line]
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('')}…`
}
