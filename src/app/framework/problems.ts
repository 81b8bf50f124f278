import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'

/** Framework: what its pages, operations and commands refuse. */
export const frameworkProblems = {
  'edition.not-found': {
    status: 404,
    sentence: 'There is no edition “{edition}”.',
    action: 'Select one from the list of editions.',
  },
  'edition.standard-not-found': {
    status: 404,
    sentence: 'Edition {edition} has no standard “{standard}”.',
    action: 'Select one on the page of the edition.',
  },
  'edition.none-found': {
    status: 422,
    sentence: 'There is no edition in the folder {folder}.',
    action: 'Add an edition, as a file with a name that ends in .yaml.',
  },
  'edition.folder-unreadable': {
    status: 422,
    sentence: 'The folder {folder} cannot be read.',
    action: 'Check that it exists and that you have permission to read it.',
  },
  'edition.file-too-large': {
    status: 413,
    sentence: 'The file {file} is larger than {limit} kilobytes.',
    action: 'Check that it is an edition. The known editions are less than a tenth of that.',
  },
  'edition.file-name': {
    status: 422,
    sentence: 'The file {file} contains the edition “{id}”.',
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
    sentence: 'The same key is used twice in one place.',
    action: 'Remove one of the two.',
  },
  'edition.alias': {
    status: 422,
    sentence: 'The file uses the alias “{name}”. You cannot use aliases in an edition.',
    action: 'Enter the value in full in each place.',
  },
  'edition.tag': {
    status: 422,
    sentence: 'The file uses a YAML tag. You cannot use tags in an edition.',
    action: 'Remove the word that begins with an exclamation mark.',
  },
} as const satisfies ProblemTable<'edition'>

declare module '../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly frameworkProblems: typeof frameworkProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(frameworkProblems)
