/**
 * The program works with a role that owns nothing: it reads and writes rows, adds to histories, and can neither change
 * what was written nor remove a guard. The role that migrates gives it these rights, and no others.
 */
import { sql } from 'kysely'
import type { Connection } from './connection.ts'

/** The role on the embedded server. On a server of your own it is the user of DATABASE_URL. */
export const programRole = 'assay_program'

/** One at a time: two starts that give rights to the same tables would disturb each other. */
const rightsLock = 7_211_456

/**
 * Gives `role` exactly the rights that the program needs on every table, and makes it if it is not there. To be called
 * as the owner of the tables, after they were migrated.
 */
export async function grantLeastRights(database: Connection, role: string): Promise<void> {
  await database.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${rightsLock})`.execute(tx)
    const { rows: known } = await sql`select from pg_roles where rolname = ${role}`.execute(tx)
    const grantee = sql.id(role)
    if (known.length === 0) await sql`create role ${grantee} login`.execute(tx)
    await sql`revoke create on schema public from public, ${grantee}`.execute(tx)
    await sql`grant usage on schema public to ${grantee}`.execute(tx)
    await sql`revoke all on all tables in schema public from ${grantee}`.execute(tx)
    await sql`grant select, insert, update, delete on all tables in schema public to ${grantee}`.execute(tx)
    await sql`grant usage on all sequences in schema public to ${grantee}`.execute(tx)
    for (const { table, right } of await guardedTables(tx)) {
      await sql`revoke ${sql.raw(right)} on ${sql.table(table)} from ${grantee}`.execute(tx)
    }
    for (const table of ownersTables) {
      await sql`revoke insert, update, delete on ${sql.table(table)} from ${grantee}`.execute(tx)
    }
  })
}

/** Whether the role of `database` owns the tables, or there are none yet. */
export async function isOwner(database: Connection): Promise<boolean> {
  const { rows } = await sql<{ owner: boolean }>`
    select pg_has_role(current_user, relowner, 'usage') as owner
    from pg_class where oid = to_regclass('kysely_migration')`.execute(database)
  return rows[0]?.owner ?? true
}

/** Whether `role` has been given its rights. */
export async function hasRights(database: Connection, role: string): Promise<boolean> {
  const { rows } = await sql<{ granted: boolean }>`
    select has_table_privilege(rolname, 'audit_event', 'insert') as granted
    from pg_roles where rolname = ${role}`.execute(database)
  return rows[0]?.granted ?? false
}

/** What only migrations and the functions of the audit chain write. */
const ownersTables = ['audit_chain', 'kysely_migration', 'kysely_migration_lock']

/** Tables whose triggers refuse every update or every deletion: nobody needs the right to be refused. */
async function guardedTables(
  database: Connection,
): Promise<readonly { readonly table: string; readonly right: 'update' | 'delete' }[]> {
  const { rows } = await sql<{ table: string; right: 'update' | 'delete' }>`
    select distinct relname as table, guarded.right
    from pg_trigger guard
    join pg_class on pg_class.oid = guard.tgrelid
    join pg_proc refusal on refusal.oid = guard.tgfoid
    -- The bits of a trigger's type that pg_trigger.h gives to each row, to deletions and to updates.
    join (values ('delete', 8), ('update', 16)) as guarded ("right", bit) on guard.tgtype::int & guarded.bit > 0
    where refusal.proname like 'refuse\_change\_of\_%' and guard.tgtype::int & 1 = 1
      and guard.tgqual is null and guard.tgattr = ''
    order by relname, guarded.right`.execute(database)
  return rows
}
