import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../test/support/database.ts'
import { type AuditEvent, recordAudit } from '../audit.queries.ts'
import { isOwner } from './leastRights.ts'

const shell = useDatabase()

test('the program’s role is no superuser, owns nothing and can make nothing', async () => {
  const { database } = shell()
  const { rows } = await sql`
    select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls,
      (select count(*) from pg_class where pg_has_role(rolname, relowner, 'member')) as owned
    from pg_roles where rolname = current_user`.execute(database)
  expect(rows).toEqual([
    { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false, owned: 0 },
  ])
  expect(await isOwner(database)).toBe(false)
})

describe('refused to the program, whatever statement reaches the database through it', () => {
  test.each([
    'update audit_event set actor = actor',
    'delete from audit_event',
    'truncate audit_event',
    'update audit_chain set position = 0',
    'insert into audit_chain values (1, 1, 1)',
    'update entry_version set value = null',
    'delete from signed_case',
    'update case_step set round = 1',
    'delete from sample_draw',
    'update assignment set reason = null',
    'update refusal set code = code',
    'delete from refusal',
    'truncate refusal',
    'delete from kysely_migration',
    'alter table audit_event disable trigger all',
    'drop trigger audit_event_unaltered on audit_event',
    'create table notes (words text)',
    'set session_replication_role = replica',
  ])('%s', async (statement) => {
    await expect(sql.raw(statement).execute(shell().database)).rejects.toThrow(
      /permission denied|must be owner/,
    )
  })
})

test('an event that the program adds is chained all the same', async () => {
  const present = shell()
  const event: AuditEvent = {
    action: 'case.attend',
    inspectionId: null,
    subject: 'a',
    before: null,
    after: null,
    reason: null,
  }
  await present.transact(async (tx) => ({ ok: true, value: await recordAudit(tx, present, event) }))
  await sql`set constraints all immediate`.execute(present.database)
  const { rows } = await sql`select position, hash from audit_event`.execute(present.database)
  expect(rows).toEqual([{ position: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
})

test('every table that is only added to refuses changes to its owner as well, by triggers', async () => {
  const { rows } = await sql<{ name: string; guards: number }>`
    select relname as name, bit_or(tgtype::int) & 24 as guards
    from pg_trigger join pg_class on pg_class.oid = tgrelid join pg_proc on pg_proc.oid = tgfoid
    where proname like 'refuse\\_change\\_of\\_%' group by relname`.execute(shell().database)
  expect(rows.length).toBeGreaterThan(9)
  // 8 is deletions, 16 is updates.
  expect(rows.filter(({ guards }) => guards !== 24)).toEqual([])
})
