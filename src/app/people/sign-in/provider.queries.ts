import type { Connection, Tx } from '../../../platform/database/connection.ts'

export type AwaitedSignIn = {
  readonly nonce: string
  readonly verifier: string
  readonly returnTo: string
  /** Whether the person was asked to sign in there again, to prove who they are. */
  readonly isProof: boolean
}

/** Saves a sign-in that is sent to the provider, for the browser that began it. */
export async function insertAwaited(
  database: Connection,
  key: { readonly stateHash: string; readonly browserHash: string; readonly begunAt: Date },
  awaited: AwaitedSignIn,
): Promise<void> {
  await database
    .insertInto('provider_sign_in')
    .values({
      state_hash: key.stateHash,
      browser_hash: key.browserHash,
      nonce: awaited.nonce,
      verifier: awaited.verifier,
      return_to: awaited.returnTo,
      asks_again: awaited.isProof,
      begun_at: key.begunAt,
    })
    .execute()
}

/** Deletes and returns the sign-in that this browser waits for, if it began at `since` or later: an answer can be used once. */
export async function deleteAwaited(
  database: Connection,
  key: { readonly stateHash: string; readonly browserHash: string; readonly since: Date },
): Promise<AwaitedSignIn | undefined> {
  return database
    .deleteFrom('provider_sign_in')
    .where('state_hash', '=', key.stateHash)
    .where('browser_hash', '=', key.browserHash)
    .where('begun_at', '>=', key.since)
    .returning(['nonce', 'verifier', 'return_to as returnTo', 'asks_again as isProof'])
    .executeTakeFirst()
}

/** Deletes the sign-ins that began before `moment`. Returns how many. */
export async function deleteAwaitedBefore(database: Connection, moment: Date): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('provider_sign_in')
    .where('begun_at', '<', moment)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export type KnownByProvider = { readonly personId: string; readonly name: string; readonly madeUp: boolean }

/** Returns the open account that is linked to the provider’s person; undefined if there is none. */
export async function findByIdentity(
  database: Connection,
  issuer: string,
  subject: string,
): Promise<KnownByProvider | undefined> {
  return database
    .selectFrom('provider_identity')
    .innerJoin('person', 'person.person_id', 'provider_identity.person_id')
    .select(['person.person_id as personId', 'person.name', 'person.made_up as madeUp'])
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
}

/** Returns whether the provider’s person is linked to any account, a closed one included. */
export async function isLinked(database: Connection, issuer: string, subject: string): Promise<boolean> {
  const row = await database
    .selectFrom('provider_identity')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row !== undefined
}

/** Links the provider’s person to an account. */
export async function insertIdentity(
  tx: Tx,
  issuer: string,
  subject: string,
  personId: string,
): Promise<void> {
  await tx
    .insertInto('provider_identity')
    .values({ issuer, subject, person_id: personId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
