import { type ProblemTable, problemsOf } from './problem.ts'

/** What is refused while texts, dates and JSON are read. */
export const kernelProblems = {
  'text.too-long': {
    status: 422,
    sentence: 'This text has {count} characters. The most is {limit}.',
    action: 'Shorten the text, or split it.',
  },
  'file.not-json': {
    status: 422,
    sentence: 'This is not JSON: {fault}.',
    action: 'Fix it at that place. Text and names are in quotation marks, and commas separate values.',
  },
  'json.key-twice': {
    status: 422,
    sentence: 'The name “{field}” is given twice in one place.',
    action: 'Keep the one that is right and delete the other.',
  },
  'json.key-reserved': {
    status: 422,
    sentence: 'The name “{field}” cannot be used.',
    action: 'Delete it or give it another name.',
  },
  'json.number-inexact': {
    status: 422,
    sentence: 'The number {value} has more figures than can be stored exactly.',
    action: 'Enter a smaller number. If it is a reference, put it in quotation marks.',
  },
  'json.text-unstorable': {
    status: 422,
    sentence: 'The text holds half a character or a NUL character, which cannot be stored.',
    action: 'Delete the character, or write it again.',
  },
  'json.too-deep': {
    status: 422,
    sentence: 'Values are nested more than 64 levels deep.',
    action: 'Check that this is the right file.',
  },
  'inspection.date-malformed': {
    status: 422,
    sentence: '“{value}” is not a date that can be used here.',
    action: 'Write {form}.',
  },
} as const satisfies ProblemTable<'file' | 'inspection' | 'json' | 'text'>

declare module './problem.ts' {
  interface ProblemTables {
    readonly kernelProblems: typeof kernelProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(kernelProblems)
