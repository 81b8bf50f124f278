import { printableText } from './printableText.ts'

/** One refusal. Its sentences are whole, so that each can be put into Welsh; `{blanks}` are filled when it is made. */
export type ProblemEntry = {
  /** The HTTP status of an answer that refuses with it. */
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503 | 507
  /** What is wrong. */
  readonly sentence: string
  /** What to do about it. */
  readonly action: string
  /**
   * What the refusal is called in the record of refusals, if it leaves a trace there. The ones that do are those that
   * guessing, prying, forging, flooding and skipping steps come to; a form with a missing field is none of them.
   */
  readonly recorded?: string
}

/** The problems of one room by their codes, `noun.what-is-wrong`. Other nouns than the room's own do not compile. */
export type ProblemTable<Noun extends string = string> = Readonly<Record<`${Noun}.${string}`, ProblemEntry>>

/**
 * Every table of problems there is, by the name of its room. Each room adds its own with `declare module`, so that
 * a misspelt code does not compile wherever it is written.
 */
// biome-ignore lint/suspicious/noEmptyInterface: each room adds to it
export interface ProblemTables {}

type CodeOf<Table> = Table extends unknown ? keyof Table & string : never

/** The code of a problem that some room declares. */
export type ProblemCode = CodeOf<ProblemTables[keyof ProblemTables]>

/** Every problem there is, which only the entry points join. */
export type AllProblems = Readonly<Record<ProblemCode, ProblemEntry>>

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
  /** The HTTP status of an answer that refuses with it. */
  readonly status: number
  /** What is wrong, a whole sentence in plain English. */
  readonly text: string
  /** What to do about it, a whole sentence in plain English. */
  readonly action: string
  readonly place: Place
}

type Blanks<Sentence> = Sentence extends `${string}{${infer Name}}${infer Rest}` ? Name | Blanks<Rest> : never
type Sentences<Entry> = Entry extends ProblemEntry ? Entry['sentence' | 'action'] : never
type Details<Entry> = Readonly<Record<Blanks<Sentences<Entry>>, string | number>>

/**
 * Returns the function that makes the problems of `table`. It fills the blanks of a problem, so that the text is
 * printable wherever it is shown. A code that the table does not have and a blank that is forgotten do not compile.
 */
export function problemsOf<Table extends { readonly [Code in keyof Table]: ProblemEntry }>(table: Table) {
  return <Code extends ProblemCode & keyof Table>(
    code: Code,
    details: Details<Table[Code]>,
    place: Place = {},
  ): Problem => {
    const { status, sentence, action }: ProblemEntry = table[code]
    return { code, status, text: fill(sentence, details), action: fill(action, details), place }
  }
}

function fill(sentence: string, details: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (blank, name: string) =>
    printableText(String(details[name] ?? blank)),
  )
}
