import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'

/** Framework: what its pages, operations and commands refuse. */
export const frameworkProblems = {
  'edition.not-found': {
    status: 404,
    sentence: 'There is no edition “{edition}”.',
    action: 'Choose one from the list of editions.',
  },
  'edition.standard-not-found': {
    status: 404,
    sentence: 'Edition {edition} has no standard “{standard}”.',
    action: 'Choose one from the page of the edition.',
  },
  'edition.none-found': {
    status: 422,
    sentence: 'The folder {folder} holds no edition.',
    action: 'Put an edition there, as a file whose name ends in .yaml.',
  },
  'edition.folder-unreadable': {
    status: 422,
    sentence: 'The folder {folder} cannot be read.',
    action: 'Check that it is there and that you may read it.',
  },
  'edition.file-too-large': {
    status: 413,
    sentence: 'The file {file} is larger than {limit} kilobytes.',
    action: 'Check that it is an edition; those that are known need less than a tenth of that.',
  },
  'edition.file-name': {
    status: 422,
    sentence: 'The file {file} holds the edition “{id}”.',
    action: 'Name the file {id}.yaml, or correct the id.',
  },
  'edition.not-yaml': {
    status: 422,
    sentence: 'The file is not well-formed YAML: {fault}.',
    action:
      'Fix that line; look for an indent that differs, a quotation mark that is not closed, or a colon in text without quotation marks.',
  },
  'edition.key-twice': {
    status: 422,
    sentence: 'The same key is given twice in one place.',
    action: 'Keep one of the two.',
  },
  'edition.alias': {
    status: 422,
    sentence: 'The file uses the alias “{name}”, which editions do not.',
    action: 'Write the value out where it is used.',
  },
  'edition.tag': {
    status: 422,
    sentence: 'The file uses a YAML tag that editions do not.',
    action: 'Take out the word that begins with an exclamation mark.',
  },
} as const satisfies ProblemTable<'edition'>

declare module '../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly frameworkProblems: typeof frameworkProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(frameworkProblems)
