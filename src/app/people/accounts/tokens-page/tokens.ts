/** Tokens by which a person's own programs use the API, with no more rights than the person has. */
import type { Problem } from '../../../../core/kernel/problem.ts'
import { done, type Result, refuse, unlessProblems } from '../../../../core/kernel/result.ts'
import { textProblems } from '../../../../core/kernel/textLimits.ts'
import { recordAudit } from '../../../../platform/audit.queries.ts'
import type { Visit } from '../../../../platform/http/access.ts'
import { hashSecret, newId, newSecret } from '../../../../platform/secrets.ts'
import { type Shell, withinTransaction } from '../../../../platform/shell.ts'
import { problem } from '../../problems.ts'
import { withProof } from '../../sign-in/withProof.ts'
import { insertToken, revokeToken } from './token.queries.ts'

export const longestTokenDays = 365
const tokenPrefix = 'assay_'

export type TokenWords = { readonly name: string; readonly days: string }
export type NewToken = { readonly secret: string; readonly name: string; readonly endsAt: Date }

/** Makes a token of the acting person, who proves again that it is they; its secret is given back once. */
export async function makeOwnToken(
  shell: Shell,
  visit: Visit,
  words: TokenWords & { readonly password: string },
): Promise<Result<NewToken>> {
  const proof = { password: words.password, field: 'password', besides: tokenProblems(words) }
  return withProof(shell, visit, proof, (tx, { personId }) =>
    makeToken(withinTransaction(shell, tx), personId, words),
  )
}

/** Makes a token for `personId`; its secret is given back once and stored as a hash. */
export async function makeToken(
  shell: Shell,
  personId: string,
  words: TokenWords,
): Promise<Result<NewToken>> {
  const checked = unlessProblems(tokenProblems(words), () => null)
  if (!checked.ok) return checked
  const name = words.name.trim()
  const madeAt = shell.now()
  const endsAt = new Date(madeAt.getTime() + daysIn(words) * 86_400_000)
  const secret = tokenPrefix + newSecret()
  const tokenId = newId()
  return shell.transact(async (tx) => {
    await insertToken(tx, personId, { tokenId, hash: hashSecret(secret), name, madeAt, endsAt })
    await recordAudit(tx, shell, {
      action: 'token.make',
      inspectionId: null,
      subject: tokenId,
      before: null,
      after: { personId, name, endsAt },
      reason: null,
    })
    return done({ secret, name, endsAt })
  })
}

function tokenProblems(words: TokenWords): readonly Problem[] {
  const longest = longestTokenDays
  const days = daysIn(words)
  return [
    ...textProblems(words.name.trim(), 'name', problem('people.token-name-missing', {}, { field: 'name' })),
    ...(days < 1 || days > longest
      ? [problem('people.token-days', { days: words.days, longest }, { field: 'days' })]
      : []),
  ]
}

function daysIn({ days }: TokenWords): number {
  return /^\d{1,4}$/.test(days.trim()) ? Number(days) : 0
}

/** Revokes a token of the person at once. */
export async function revokeOwnToken(shell: Shell, personId: string, tokenId: string): Promise<Result<null>> {
  return shell.transact(async (tx) => {
    const revoked = await revokeToken(tx, personId, tokenId, shell.now())
    if (!revoked) return refuse(problem('people.token-not-found', {}))
    await recordAudit(tx, shell, {
      action: 'token.revoke',
      inspectionId: null,
      subject: tokenId,
      before: null,
      after: null,
      reason: null,
    })
    return done(null)
  })
}
