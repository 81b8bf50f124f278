import type { Connection, Tx } from '../../../../platform/database/connection.ts'

export type ApiToken = {
  readonly tokenId: string
  readonly name: string
  readonly madeAt: Date
  readonly endsAt: Date
  readonly lastUsedAt: Date | null
}

/** Saves a new token of a person. */
export async function insertToken(
  tx: Tx,
  personId: string,
  token: Omit<ApiToken, 'lastUsedAt'> & { readonly hash: string },
): Promise<void> {
  await tx
    .insertInto('api_token')
    .values({
      token_id: token.tokenId,
      token_hash: token.hash,
      person_id: personId,
      name: token.name,
      made_at: token.madeAt,
      ends_at: token.endsAt,
    })
    .execute()
}

/** Returns the tokens of a person that were not revoked, expired ones included, the newest first. */
export async function listTokens(database: Connection, personId: string): Promise<readonly ApiToken[]> {
  return database
    .selectFrom('api_token')
    .select([
      'token_id as tokenId',
      'name',
      'made_at as madeAt',
      'ends_at as endsAt',
      'last_used_at as lastUsedAt',
    ])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .orderBy('made_at', 'desc')
    .execute()
}

/** Saves when a token was last used. */
export async function noteTokenUse(database: Connection, tokenId: string, now: Date): Promise<void> {
  await database.updateTable('api_token').set({ last_used_at: now }).where('token_id', '=', tokenId).execute()
}

/** Revokes a token. Returns false if the person has no such token. */
export async function revokeToken(tx: Tx, personId: string, tokenId: string, now: Date): Promise<boolean> {
  const row = await tx
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('token_id', '=', tokenId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .returning('token_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Revokes every token of the person. Returns how many there were. */
export async function revokeTokens(tx: Tx, personId: string, now: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('api_token')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
