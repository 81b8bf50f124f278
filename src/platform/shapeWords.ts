/** Kinds and values of structured files in words that fit in a line. */

/** What a schema expects, such as “a whole number”. */
export function kindWords(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of fields',
    record: 'a group of fields',
    null: 'nothing',
  }
  return words[expected] ?? 'another kind of value'
}

/** A value so that a person recognises it, at most 60 characters of it. */
export function valueWords(input: unknown): string {
  if (input === null || input === undefined) return 'nothing'
  if (Array.isArray(input)) return 'a list'
  if (typeof input === 'object') return 'a group of fields'
  const text = String(input)
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text
  if (typeof input === 'number') return `the number ${short}`
  return typeof input === 'string' ? `“${short}”` : short
}
