/** The record of what was refused: added to and read; nothing in it is changed. */
import { sql } from 'kysely'
import type { Connection } from '../database/connection.ts'
import type { CountedRefusal } from './refusalLog.ts'

export async function insertRefusal(database: Connection, row: CountedRefusal): Promise<void> {
  const { code, byToken, personId, network, route, firstAt, lastAt, times } = row
  await database
    .insertInto('refusal')
    .values({
      code,
      by_token: byToken,
      person_id: personId,
      network,
      route,
      first_at: firstAt,
      last_at: lastAt,
      times,
    })
    .execute()
}

export type ListedRefusal = {
  readonly firstAt: Date
  readonly lastAt: Date
  readonly times: number
  readonly code: string
  readonly byToken: boolean
  readonly personId: string | null
  readonly personName: string | null
  readonly network: string | null
  readonly route: string | null
}

type Part = { readonly since: Date; readonly from: number; readonly atMost: number }

/** Part of what was refused since a moment, the last written first. */
export async function listRefusals(
  database: Connection,
  { since, from, atMost }: Part,
): Promise<readonly ListedRefusal[]> {
  return database
    .selectFrom('refusal')
    .leftJoin('person', 'person.person_id', 'refusal.person_id')
    .where('last_at', '>=', since)
    .select([
      'first_at as firstAt',
      'last_at as lastAt',
      'times',
      'code',
      'by_token as byToken',
      'refusal.person_id as personId',
      'person.name as personName',
      'network',
      'route',
    ])
    .orderBy('refusal_id', 'desc')
    .offset(from)
    .limit(atMost)
    .execute()
}

/** How many rows there are. */
export async function countRefusals(database: Connection): Promise<number> {
  const { count } = await database
    .selectFrom('refusal')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Removes what was last refused before `moment`, as far as the database lets it go. Returns how many rows. */
export async function forgetRefusals(database: Connection, moment: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select forget_refusals(${moment}) as count`.execute(database)
  return Number(rows[0]?.count ?? 0)
}
