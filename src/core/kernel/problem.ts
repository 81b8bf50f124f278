import { catalogue } from './catalogue.ts'
import { printableText } from './printableText.ts'

export type ProblemCode = keyof typeof catalogue

/** Where in the input the problem is; every part that is known is given. */
export type Place = {
  readonly file?: string
  /** Line of a table, counted as a spreadsheet does: the header is row 1. */
  readonly row?: number
  /** Line of a text file, counted from 1. */
  readonly line?: number
  /** Place in the line, counted from 1. */
  readonly column?: number
  readonly field?: string
  /** Path inside a structured file, such as `domains[1].standards[0].id`. */
  readonly path?: string
}

export type Problem = {
  readonly code: ProblemCode
  /** What is wrong, a whole sentence in plain English. */
  readonly text: string
  /** What to do about it, a whole sentence in plain English. */
  readonly action: string
  readonly place: Place
}

type Blanks<Sentence> = Sentence extends `${string}{${infer Name}}${infer Rest}` ? Name | Blanks<Rest> : never
type Entry<Code extends ProblemCode> = (typeof catalogue)[Code]
type Details<Code extends ProblemCode> = Readonly<
  Record<Blanks<Entry<Code>['sentence'] | Entry<Code>['action']>, string | number>
>

/**
 * A problem of the catalogue with its blanks filled, printable wherever it is shown. A blank that is forgotten does not
 * compile.
 */
export function problem<Code extends ProblemCode>(
  code: Code,
  details: Details<Code>,
  place: Place = {},
): Problem {
  const entry = catalogue[code]
  return { code, text: fill(entry.sentence, details), action: fill(entry.action, details), place }
}

function fill(sentence: string, details: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (blank, name: string) =>
    printableText(String(details[name] ?? blank)),
  )
}
