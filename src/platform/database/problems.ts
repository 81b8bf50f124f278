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
    sentence: 'The database was made by a newer version of Assay: it has the unknown migration {migration}.',
    action: 'Use the newer version. Nothing was changed.',
  },
  'database.unreachable': {
    status: 503,
    sentence: 'The database does not answer: {reason}.',
    action: 'Check that it is running and that DATABASE_URL is correct.',
  },
  'database.not-migrated': {
    status: 503,
    sentence: 'The migration {migration} of the database is missing.',
    action: 'Run the migrations, or start the server again, which runs them.',
  },
} as const satisfies ProblemTable<'database'>

declare module '../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly databaseProblems: typeof databaseProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(databaseProblems)
