import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'

/** Why the database cannot be opened. */
export const databaseProblems = {
  'database.in-use': {
    status: 409,
    sentence: 'The database in {folder} is in use by another running Assay (process {process}).',
    action: 'Use that one, stop it first, or set ASSAY_DATA to another folder.',
  },
  'database.newer': {
    status: 409,
    sentence:
      'The database was made by a newer version of Assay: it has the migration {migration}, unknown here.',
    action: 'Use the newer version. Nothing was changed.',
  },
  'database.unreachable': {
    status: 503,
    sentence: 'The database does not answer: {reason}.',
    action: 'Check that it runs and that DATABASE_URL is right.',
  },
  'database.not-migrated': {
    status: 503,
    sentence: 'The database lacks the migration {migration}.',
    action: 'Run the migrations, or start the server anew, which does it.',
  },
} as const satisfies ProblemTable<'database'>

declare module '../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly databaseProblems: typeof databaseProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(databaseProblems)
