/** Accounts: people, their overall roles, passwords and the links to set one. */
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { isOverallRole, type OverallRole } from '../../../core/access/roles.ts'
import type { Connection, Tx } from '../../../platform/database/connection.ts'
import type { Actor } from '../../../platform/shell.ts'

export type Person = {
  readonly personId: string
  readonly email: string
  readonly name: string
  readonly madeUp: boolean
  readonly closed: boolean
  readonly hasPassword: boolean
  readonly hasAuthenticator: boolean
  readonly overallRoles: readonly OverallRole[]
}

/** Returns everyone with an account, by name; closed accounts last. */
export async function listPeople(database: Connection): Promise<readonly Person[]> {
  const rows = await personRows(database)
    .orderBy('closed_at', 'desc')
    .orderBy('name')
    .orderBy('email')
    .execute()
  return rows.map(personOf)
}

/** Returns the person of an account, open or closed; undefined if there is none. */
export async function findPerson(database: Connection, personId: string): Promise<Person | undefined> {
  const row = await personRows(database).where('person_id', '=', personId).executeTakeFirst()
  return row && personOf(row)
}

/** Returns the person with an email address, in any letter case; undefined if there is none. */
export async function findPersonByEmail(database: Connection, email: string): Promise<Person | undefined> {
  const row = await personRows(database).where('email', '=', email.trim().toLowerCase()).executeTakeFirst()
  return row && personOf(row)
}

function personRows(database: Connection) {
  return database
    .selectFrom('person')
    .select((expression) => [
      'person_id',
      'email',
      'name',
      'made_up',
      'closed_at',
      'password_hash',
      'authenticator_key',
      jsonArrayFrom(
        expression
          .selectFrom('overall_role')
          .select('role')
          .whereRef('overall_role.person_id', '=', 'person.person_id')
          .orderBy('role'),
      ).as('roles'),
    ])
}

type PersonRow = Awaited<ReturnType<ReturnType<typeof personRows>['executeTakeFirstOrThrow']>>

function personOf(row: PersonRow): Person {
  return {
    personId: row.person_id,
    email: row.email,
    name: row.name,
    madeUp: row.made_up,
    closed: row.closed_at !== null,
    hasPassword: row.password_hash !== null,
    hasAuthenticator: row.authenticator_key !== null,
    overallRoles: row.roles.map(({ role }) => role).filter(isOverallRole),
  }
}

/** Returns whether the actor added the account. Never true of an actor without an account, such as the command line. */
export async function isAddedBy(
  database: Connection,
  personId: string,
  actor: Pick<Actor, 'personId'>,
): Promise<boolean> {
  if (actor.personId === undefined) return false
  const row = await database
    .selectFrom('audit_event')
    .select('audit_event_id')
    .where('action', '=', 'person.add')
    .where('subject', '=', personId)
    .where('person_id', '=', actor.personId)
    .executeTakeFirst()
  return row !== undefined
}

export type NewPerson = {
  readonly personId: string
  readonly email: string
  readonly name: string
  readonly madeUp: boolean
  readonly addedAt: Date
}

/** Adds an account. Returns false if the email address has one already. */
export async function insertPerson(tx: Tx, person: NewPerson): Promise<boolean> {
  const row = await tx
    .insertInto('person')
    .values({
      person_id: person.personId,
      email: person.email,
      name: person.name,
      made_up: person.madeUp,
      added_at: person.addedAt,
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Saves the name of a person. */
export async function saveName(tx: Tx, personId: string, name: string): Promise<void> {
  await tx.updateTable('person').set({ name }).where('person_id', '=', personId).execute()
}

/** Saves the roles that a person has in all inspections, and removes the others. */
export async function saveOverallRoles(
  tx: Tx,
  personId: string,
  roles: readonly OverallRole[],
): Promise<void> {
  await tx.deleteFrom('overall_role').where('person_id', '=', personId).execute()
  if (roles.length === 0) return
  await tx
    .insertInto('overall_role')
    .values(roles.map((role) => ({ person_id: personId, role })))
    .execute()
}

/** Locks the administrators and returns their ids, so that two who leave at once cannot both be the last but one. */
export async function lockAdministrators(tx: Tx): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('overall_role')
    .innerJoin('person', 'person.person_id', 'overall_role.person_id')
    .select('person.person_id')
    .where('role', '=', 'administrator')
    .where('closed_at', 'is', null)
    .forUpdate()
    .execute()
  return rows.map((row) => row.person_id)
}

/** Closes an account, or opens it again if `closedAt` is null. */
export async function saveClosed(tx: Tx, personId: string, closedAt: Date | null): Promise<void> {
  await tx.updateTable('person').set({ closed_at: closedAt }).where('person_id', '=', personId).execute()
}

/** Saves the hash of a new password. */
export async function savePasswordHash(tx: Connection, personId: string, hash: string): Promise<void> {
  await tx.updateTable('person').set({ password_hash: hash }).where('person_id', '=', personId).execute()
}

/** Saves a link to set a password, which replaces the unused ones of the person. */
export async function insertPasswordLink(
  tx: Tx,
  personId: string,
  link: { readonly hash: string; readonly endsAt: Date },
): Promise<void> {
  await tx
    .deleteFrom('password_link')
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute()
  await tx
    .insertInto('password_link')
    .values({ link_hash: link.hash, person_id: personId, ends_at: link.endsAt })
    .execute()
}

/** Returns the person of an unused link; undefined if it was used or has expired. */
export async function findPasswordLink(
  database: Connection,
  hash: string,
  now: Date,
): Promise<Person | undefined> {
  const row = await database
    .selectFrom('password_link')
    .select('person_id')
    .where('link_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('ends_at', '>', now)
    .executeTakeFirst()
  return row && findPerson(database, row.person_id)
}

/** Uses up a link. Returns false if it was used meanwhile. */
export async function usePasswordLink(tx: Tx, hash: string, now: Date): Promise<boolean> {
  const row = await tx
    .updateTable('password_link')
    .set({ used_at: now })
    .where('link_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('ends_at', '>', now)
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Deletes the links that expired before `moment`. Returns how many. */
export async function deletePasswordLinksBefore(database: Connection, moment: Date): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('password_link')
    .where('ends_at', '<', moment)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
