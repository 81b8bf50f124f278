import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clonedShell } from '../../../test/support/database.ts'
import type { Shell } from '../shell.ts'

let shell: Shell
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ shell, remove } = await clonedShell())
})
afterAll(() => remove())

test('counts are numbers, and one too large to be exact is an error', async () => {
  const { rows } = await sql`select count(*) as events from audit_event`.execute(shell.database)
  expect(rows).toEqual([{ events: 0 }])
  await expect(sql`select 9007199254740993 as events`.execute(shell.database)).rejects.toThrow('does not fit')
})

test('a connection that the server cuts fails its query, and the pool soon has another', async () => {
  const cut = sql`select pg_sleep(60)`.execute(shell.database)
  const failure = expect(cut).rejects.toThrow('terminating connection')
  const find = sql<{ cut: boolean }>`
    select pg_terminate_backend(pid) as cut from pg_stat_activity
    where query like 'select pg_sleep%' and state = 'active'`
  await expect.poll(async () => (await find.execute(shell.database)).rows).toEqual([{ cut: true }])
  await failure
  // The pool may hand the broken one out once more before it hears of the end.
  const next = async () => (await sql`select 1 as one`.execute(shell.database)).rows
  await expect.poll(next).toEqual([{ one: 1 }])
})

test('a statement with values is parsed once by each connection, whatever the values', async () => {
  const rows = await shell.database.connection().execute(async (one) => {
    for (const word of ['a', 'b', 'c']) await sql`select ${word}::text as prepared_once`.execute(one)
    const { rows: prepared } = await sql<{ times: number }>`
      select generic_plans + custom_plans as times from pg_prepared_statements
      where statement like '%prepared_once%' and statement not like '%generic_plans%'`.execute(one)
    return prepared
  })
  expect(rows).toEqual([{ times: 3 }])
})
