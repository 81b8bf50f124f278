import { type ProblemTable, problemsOf } from '../core/kernel/problem.ts'

/** What is refused about files, texts, key files and the audit log, whichever area reads them. */
export const fileProblems = {
  'file.reading-stopped': {
    status: 413,
    sentence: 'We stopped reading this file because it needed too much {what}.',
    action: 'Split the file into smaller files, and upload each.',
    recorded: 'File that could not be read within its limits',
  },
  'file.reading-busy': {
    status: 503,
    sentence: 'We are reading too many files at the moment, so nothing was stored.',
    action: 'Upload the file again in a minute.',
    recorded: 'Too many files at once',
  },
  'text.not-utf-8': {
    status: 422,
    sentence:
      'The file begins with the byte order mark of UTF-8, but the byte {byte} in this line is not UTF-8.',
    action: 'Save the whole file again as UTF-8.',
  },
  'text.not-utf-16': {
    status: 422,
    sentence: 'The file is UTF-16, but a character in this line is damaged.',
    action: 'Save the whole file again as UTF-8.',
  },
  'text.encodings-mixed': {
    status: 422,
    sentence:
      'The file mixes two encodings: the byte {byte} in this line is not UTF-8, but other letters are.',
    action: 'Save the whole file again as UTF-8, and check the letters with accents.',
  },
  'text.encoding-unknown': {
    status: 422,
    sentence: 'The file is in an encoding that we cannot read (UTF-32).',
    action: 'Save it again as UTF-8.',
  },
  'text.encoding-doubtful': {
    status: 422,
    sentence:
      'The file does not say its encoding. It was read as {encoding}, and letters with accents may be wrong.',
    action: 'Check the letters in this line, or save the file again as UTF-8.',
  },
  'text.encoded-twice': {
    status: 422,
    sentence: 'The letters “{letters}” look as if the text was saved twice, in two encodings.',
    action: 'Check the letters in this line. If they are wrong, export the file again.',
  },
  'text.nul': {
    status: 422,
    sentence: 'This line has a NUL character, which is not text.',
    action: 'Remove it, or export the file again.',
  },
  'keys.missing': {
    status: 503,
    sentence: 'The key file {file} is missing. It is needed for authenticator apps.',
    action:
      'Restore the file, or set ASSAY_KEY_FILE to its path. If it is lost, remove the apps with “assay authenticator remove”.',
  },
  'keys.open-to-others': {
    status: 503,
    sentence: 'Everyone on this computer can read the key file {file}.',
    action: 'Allow only its owner to read it: chmod 600.',
  },
  'keys.malformed': {
    status: 503,
    sentence: 'The file {file} is not a key file.',
    action: 'Restore the file; each line is the id of a key, a space and the key.',
  },
  'keys.do-not-open': {
    status: 503,
    sentence:
      'The keys in {file} do not match the stored keys of authenticator apps (number of apps: {count}).',
    action:
      'Restore the key file of this database. If it is lost, remove the apps with “assay authenticator remove”.',
  },
  'file.not-found': {
    status: 404,
    sentence: 'The file {file} does not exist or cannot be read.',
    action: 'Check the name and the folder, and that you have permission to read it.',
  },
  'file.is-folder': {
    status: 422,
    sentence: '{file} is a folder.',
    action: 'Enter the name of a file in it.',
  },
  'file.too-large': {
    status: 413,
    sentence: 'The file {file} is larger than {limit} megabytes.',
    action: 'Check that it is the right file, or split it.',
  },
  'file.empty': {
    status: 422,
    sentence: 'The file {file} is empty.',
    action: 'Select the file with the data.',
  },
  'file.wrong-kind': {
    status: 415,
    sentence: 'The file {file} cannot be read here: it is {kind}.',
    action: 'To continue, {next}.',
  },
  'json.field-missing': {
    status: 422,
    sentence: 'The field “{field}” is missing.',
    action: 'Add the field.',
  },
  'json.field-unknown': {
    status: 422,
    sentence: '“{field}” is not a known field.',
    action: 'Check its spelling or delete it.',
  },
  'json.wrong-type': {
    status: 422,
    sentence: 'The value must be {wanted}, not {found}.',
    action: 'Write the value again in that form.',
  },
  'json.value-unknown': {
    status: 422,
    sentence: 'The value {found} is not one of those allowed here.',
    action: 'Use one of these: {known}.',
  },
  'json.value-not-allowed': {
    status: 422,
    sentence: 'The value {found} is not allowed here.',
    action: 'Enter {wanted}.',
  },
  'audit.chain-broken': {
    status: 500,
    sentence: 'The audit log of {chain} is not as it was written: event {position} {fault}.',
    action: 'Do not change the database. Restore a backup as a second database and compare the two.',
  },
  'audit.record-differs': {
    status: 500,
    sentence: 'In the inspection {inspection}, {subject} {fault}.',
    action: 'Do not change the database. Restore a backup as a second database and compare the two.',
  },
  'audit.no-heads': {
    status: 422,
    sentence: 'The file {file} has no heads, so nothing was compared.',
    action: 'Enter the name of the file with the lines of “assay audit head”, and check how it is copied.',
  },
  'audit.head-malformed': {
    status: 422,
    sentence: 'This line is not the head of an audit log.',
    action: 'Store only the lines that “assay audit head” prints, unchanged.',
  },
} as const satisfies ProblemTable<'audit' | 'file' | 'json' | 'keys' | 'text'>

declare module '../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly fileProblems: typeof fileProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(fileProblems)
