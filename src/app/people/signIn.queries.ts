/** What a sign-in is checked against: the password's hash, the authenticator, and failed tries. */
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../../platform/database/databaseTypes.ts'
import type { Failures } from './signInThrottle.ts'

type Connection = Kysely<Database> | Transaction<Database>

export type Credentials = {
  readonly personId: string
  readonly name: string
  readonly madeUp: boolean
  readonly passwordHash: string | null
  /** Sealed; `openAuthenticatorKey` opens it. */
  readonly authenticatorKey: string | null
  readonly authenticatorStep: number | null
}

/** How the open account with this address proves itself. */
export async function findCredentials(database: Connection, email: string): Promise<Credentials | undefined> {
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
    .where('email', '=', email)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
}

export type FailureKey = { readonly account: string; readonly address: string }

/** Makes tries from one address wait for each other, so that many at once cannot all be the first. */
export async function lockTries(tx: Transaction<Database>, address: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sign-in ${address}`}, 0))`.execute(tx)
}

export async function findFailures(tx: Connection, key: FailureKey): Promise<Failures | undefined> {
  return tx
    .selectFrom('sign_in_failure')
    .select(['failures as count', 'last_at as lastAt'])
    .where('account_hash', '=', key.account)
    .where('address_hash', '=', key.address)
    .executeTakeFirst()
}

export async function saveFailures(tx: Connection, key: FailureKey, failures: Failures): Promise<void> {
  const values = { failures: failures.count, last_at: failures.lastAt }
  await tx
    .insertInto('sign_in_failure')
    .values({ account_hash: key.account, address_hash: key.address, ...values })
    .onConflict((conflict) => conflict.columns(['account_hash', 'address_hash']).doUpdateSet(values))
    .execute()
}

export async function deleteFailures(tx: Connection, key: FailureKey): Promise<void> {
  await tx
    .deleteFrom('sign_in_failure')
    .where('account_hash', '=', key.account)
    .where('address_hash', '=', key.address)
    .execute()
}

/** Takes back one failure that was counted ahead of a try which then was right. */
export async function takeBackFailure(tx: Connection, key: FailureKey): Promise<void> {
  await tx
    .updateTable('sign_in_failure')
    .set((expression) => ({ failures: expression('failures', '-', 1) }))
    .where('account_hash', '=', key.account)
    .where('address_hash', '=', key.address)
    .where('failures', '>', 1)
    .execute()
}

/** Gives back how many. */
export async function deleteFailuresBefore(database: Connection, moment: Date): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('sign_in_failure')
    .where('last_at', '<', moment)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** False where a code of this step or a later one was used already: two at the same moment cannot both count. */
export async function useAuthenticatorStep(
  tx: Transaction<Database>,
  personId: string,
  step: number,
): Promise<boolean> {
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

export async function useRecoveryCode(
  tx: Transaction<Database>,
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

/** What is stored of everybody's authenticator, held until the transaction ends. */
export async function listAuthenticatorKeys(
  tx: Transaction<Database>,
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

/** The same key, sealed anew. */
export async function saveAuthenticatorKey(
  tx: Transaction<Database>,
  personId: string,
  sealed: string,
): Promise<void> {
  await tx
    .updateTable('person')
    .set({ authenticator_key: sealed })
    .where('person_id', '=', personId)
    .execute()
}

/** Sets the authenticator up with new recovery codes, or, with null, takes both away. */
export async function saveAuthenticator(
  tx: Transaction<Database>,
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
