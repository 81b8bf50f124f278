/** Lets the database parse and plan each statement once for each connection, not at every call. */
import { createHash } from 'node:crypto'
import type pg from 'pg'

/** A statement more than these is sent as it is, so that no connection has to remember more and more of them. */
const mostNames = 500
const names = new Map<string, string>()

/** Gives each statement that `client` sends with values a name, by which the database knows it again. */
export function prepareStatements(client: pg.ClientBase): void {
  const send: (query: pg.QueryConfig) => Promise<pg.QueryResult> = client.query.bind(client)
  Object.assign(client, {
    query: (text: string, values: unknown[] = []) => {
      const name = values.length === 0 ? undefined : nameOf(text)
      return send({ text, values, ...(name === undefined ? {} : { name }) })
    },
  })
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostNames) return known
  const name = createHash('sha256').update(text).digest('hex').slice(0, 24)
  names.set(text, name)
  return name
}
