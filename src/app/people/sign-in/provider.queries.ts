import type { Connection, Tx } from '../../../platform/database/connection.ts'

export type AwaitedSignIn = {
  readonly nonce: string
  readonly verifier: string
  readonly returnTo: string
  /** Whether the person was asked to sign in there anew, to prove that it is they. */
  readonly asksAgain: boolean
}

/** Remembers a sign-in that is sent to the provider, for the browser that began it. */
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
      asks_again: awaited.asksAgain,
      begun_at: key.begunAt,
    })
    .execute()
}

/** Takes out the sign-in that this browser awaits, where it was begun no earlier than `since`: an answer counts once. */
export async function takeAwaited(
  database: Connection,
  key: { readonly stateHash: string; readonly browserHash: string; readonly since: Date },
): Promise<AwaitedSignIn | undefined> {
  return database
    .deleteFrom('provider_sign_in')
    .where('state_hash', '=', key.stateHash)
    .where('browser_hash', '=', key.browserHash)
    .where('begun_at', '>=', key.since)
    .returning(['nonce', 'verifier', 'return_to as returnTo', 'asks_again as asksAgain'])
    .executeTakeFirst()
}

/** Gives back how many. */
export async function deleteAwaitedBefore(database: Connection, moment: Date): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('provider_sign_in')
    .where('begun_at', '<', moment)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export type KnownByProvider = { readonly personId: string; readonly name: string; readonly madeUp: boolean }

/** The open account that was tied to the provider's person. */
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

/** Whether the provider's person is tied to any account, a closed one included. */
export async function isTied(database: Connection, issuer: string, subject: string): Promise<boolean> {
  const row = await database
    .selectFrom('provider_identity')
    .select('person_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row !== undefined
}

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
