/** The two types by which code says what it needs of the database. */
import type { Kysely, Transaction } from 'kysely'
import type { Database } from './databaseTypes.ts'

/** The database, inside a transaction or not: what reads asks for this. */
export type Connection = Kysely<Database>

/** An open transaction: what writes asks for this, so that all of a change is saved or nothing. */
export type Tx = Transaction<Database>
