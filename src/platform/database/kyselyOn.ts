import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Connection } from './connection.ts'
import { prepareStatements } from './preparedStatements.ts'

/**
 * int8 is a number here, on purpose: counts and ids stay far below 2^53, and one that does not is an error rather
 * than a wrong number. Other types keep the driver's parsers.
 */
function parseInt8(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} does not fit a number`)
  return value
}

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.INT8 && format !== 'binary' ? parseInt8 : pg.types.getTypeParser(oid, format),
}

/** Kysely over a pool of connections. `largest` is how many at most. */
export function kyselyOn(connection: pg.ClientConfig, largest = 10): Connection {
  const pool = new pg.Pool({ ...connection, max: largest, types, connectionTimeoutMillis: 5_000 })
  // A connection that breaks is replaced by the pool, and the query that was on it fails: no reason for the program
  // to end, which an error that nobody listens for would bring about.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    prepareStatements(client)
  })
  return new Kysely({ dialect: new PostgresDialect({ pool }) })
}
