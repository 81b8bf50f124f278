/** Tokens by which a person’s programs use the API, with the permissions of the person. */
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

export type TokenForm = { readonly name: string; readonly days: string }
export type NewToken = { readonly secret: string; readonly name: string; readonly endsAt: Date }

/** Makes a token for the acting person. Refuses without proof of who they are, and what `makeToken` refuses. */
export async function makeOwnToken(
  shell: Shell,
  visit: Visit,
  form: TokenForm & { readonly password: string },
): Promise<Result<NewToken>> {
  const proof = { password: form.password, field: 'password', otherProblems: tokenProblems(form) }
  return withProof(shell, visit, proof, (tx, { personId }) =>
    makeToken(withinTransaction(shell, tx), personId, form),
  )
}

/**
 * Makes a token for `personId` and returns its secret, to be shown once: it is stored as a hash. Refuses a missing name
 * and a number of days that is not from 1 to `longestTokenDays`.
 */
export async function makeToken(shell: Shell, personId: string, form: TokenForm): Promise<Result<NewToken>> {
  const checked = unlessProblems(tokenProblems(form), () => null)
  if (!checked.ok) return checked
  const name = form.name.trim()
  const madeAt = shell.now()
  const endsAt = new Date(madeAt.getTime() + daysIn(form) * 86_400_000)
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

function tokenProblems(form: TokenForm): readonly Problem[] {
  const longest = longestTokenDays
  const days = daysIn(form)
  return [
    ...textProblems(form.name.trim(), 'name', problem('people.token-name-missing', {}, { field: 'name' })),
    ...(days < 1 || days > longest
      ? [problem('people.token-days', { days: form.days, longest }, { field: 'days' })]
      : []),
  ]
}

function daysIn({ days }: TokenForm): number {
  return /^\d{1,4}$/.test(days.trim()) ? Number(days) : 0
}

/** Revokes a token of the person at once. Refuses if they have no such token. */
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
