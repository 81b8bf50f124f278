/** What a sign-in is checked against: the hash of the password, the authenticator app, and failed attempts. */
import { sql } from 'kysely'
import type { Failures } from '../../../core/access/signInThrottle.ts'
import type { Connection, Tx } from '../../../platform/database/connection.ts'

export type Credentials = {
  readonly personId: string
  readonly name: string
  readonly madeUp: boolean
  readonly passwordHash: string | null
  /** Sealed; `openAuthenticatorKey` opens it. */
  readonly authenticatorKey: string | null
  readonly authenticatorStep: number | null
}

/** Returns what the open account with this email address signs in with; undefined if there is none. */
export async function findCredentials(database: Connection, email: string): Promise<Credentials | undefined> {
  return openCredentials(database).where('email', '=', email).executeTakeFirst()
}

/** Returns what an open account signs in with, and locks it until the transaction ends. */
export async function lockCredentials(tx: Tx, personId: string): Promise<Credentials | undefined> {
  return openCredentials(tx).where('person_id', '=', personId).forUpdate().executeTakeFirst()
}

function openCredentials(database: Connection) {
  return database
    .selectFrom('person')
    .select([
      'person_id as personId',
      'name',
      'made_up as madeUp',
      'password_hash as passwordHash',
      'authenticator_key as authenticatorKey',
      'authenticator_step as authenticatorStep',
    ])
    .where('closed_at', 'is', null)
}

/** `place` is a network, or a browser from which the account's person has signed in before; both by their hashes. */
export type FailureKey = { readonly account: string; readonly place: string }

/** Makes attempts from one place, and at one account, wait for each other: many at once cannot all be the first. */
export async function lockAttempts(tx: Tx, { account, place }: FailureKey): Promise<void> {
  // Always the place first, so that no two wait for each other forever.
  for (const name of [`place ${place}`, `account ${account}`]) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in ${name}`}, 0))`.execute(tx)
  }
}

/** Returns the failures of one account from one place; undefined if there are none. */
export async function findFailures(tx: Connection, key: FailureKey): Promise<Failures | undefined> {
  return tx
    .selectFrom('sign_in_failure')
    .select(['failures as count', 'last_at as lastAt'])
    .where('account_hash', '=', key.account)
    .where('place_hash', '=', key.place)
    .executeTakeFirst()
}

type During = { readonly since: Date; readonly until: Date }

/** Returns the failures of one account from all places together; undefined if there are none. */
export async function findFailuresAnywhere(
  tx: Connection,
  account: string,
  { since, until }: During,
): Promise<Failures | undefined> {
  return tx
    .selectFrom('sign_in_failure')
    .select(sql<number>`sum(failures)::integer`.as('count'))
    .select(sql<Date>`max(last_at)`.as('lastAt'))
    .where('account_hash', '=', account)
    .where('last_at', '>=', since)
    .where('last_at', '<=', until)
    .groupBy('account_hash')
    .executeTakeFirst()
}

/** Returns how many accounts failed from one place, and when the last did; undefined if none did. */
export async function findFailuresFrom(
  tx: Connection,
  place: string,
  { since, until }: During,
): Promise<Failures | undefined> {
  return tx
    .selectFrom('sign_in_failure')
    .select(sql<number>`count(*)::integer`.as('count'))
    .select(sql<Date>`max(last_at)`.as('lastAt'))
    .where('place_hash', '=', place)
    .where('last_at', '>=', since)
    .where('last_at', '<=', until)
    .groupBy('place_hash')
    .executeTakeFirst()
}

/** Saves the failures of an account from a place. */
export async function saveFailures(tx: Connection, key: FailureKey, failures: Failures): Promise<void> {
  const values = { failures: failures.count, last_at: failures.lastAt }
  await tx
    .insertInto('sign_in_failure')
    .values({ account_hash: key.account, place_hash: key.place, ...values })
    .onConflict((conflict) => conflict.columns(['account_hash', 'place_hash']).doUpdateSet(values))
    .execute()
}

/** Deletes the failures of an account from a place, after the correct password and code, with the one counted ahead. */
export async function deleteFailures(tx: Connection, key: FailureKey): Promise<void> {
  await tx
    .deleteFrom('sign_in_failure')
    .where('account_hash', '=', key.account)
    .where('place_hash', '=', key.place)
    .execute()
}

/** Deletes the failures whose last was before `moment`. Returns how many. */
export async function deleteFailuresBefore(database: Connection, moment: Date): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('sign_in_failure')
    .where('last_at', '<', moment)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/**
 * Uses up the code of a step. Returns false if a code of this step or a later one was used before, so that of two at the
 * same moment only one is accepted.
 */
export async function useAuthenticatorStep(tx: Tx, personId: string, step: number): Promise<boolean> {
  const row = await tx
    .updateTable('person')
    .set({ authenticator_step: step })
    .where('person_id', '=', personId)
    .where((expression) =>
      expression.or([
        expression('authenticator_step', 'is', null),
        expression('authenticator_step', '<', step),
      ]),
    )
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Uses up a recovery code. Returns false if the person has no such unused code. */
export async function useRecoveryCode(
  tx: Tx,
  personId: string,
  codeHash: string,
  now: Date,
): Promise<boolean> {
  const row = await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('code_hash', '=', codeHash)
    .where('used_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Returns what is stored of everyone’s authenticator apps, and locks it until the transaction ends. */
export async function lockAuthenticatorKeys(
  tx: Tx,
): Promise<readonly { readonly personId: string; readonly key: string }[]> {
  return tx
    .selectFrom('person')
    .select(['person_id as personId', 'authenticator_key as key'])
    .where('authenticator_key', 'is not', null)
    .$narrowType<{ key: string }>()
    .orderBy('person_id')
    .forUpdate()
    .execute()
}

/** Saves the same key of an authenticator app, sealed again. */
export async function saveAuthenticatorKey(tx: Tx, personId: string, sealed: string): Promise<void> {
  await tx
    .updateTable('person')
    .set({ authenticator_key: sealed })
    .where('person_id', '=', personId)
    .execute()
}

/** Sets up the authenticator app with new recovery codes, or removes both if it is null. */
export async function saveAuthenticator(
  tx: Tx,
  personId: string,
  authenticator: {
    readonly key: string
    readonly step: number
    readonly codeHashes: readonly string[]
  } | null,
): Promise<void> {
  await tx
    .updateTable('person')
    .set({ authenticator_key: authenticator?.key ?? null, authenticator_step: authenticator?.step ?? null })
    .where('person_id', '=', personId)
    .execute()
  await tx.deleteFrom('recovery_code').where('person_id', '=', personId).execute()
  if (authenticator === null) return
  await tx
    .insertInto('recovery_code')
    .values(authenticator.codeHashes.map((code_hash) => ({ person_id: personId, code_hash })))
    .execute()
}
