import { momentText } from '../../../../core/kernel/londonTime.ts'
import type { SentForm } from '../../../layout/form/formPage.ts'
import { revokeTokenPath } from '../../paths.ts'
import type { ProofShown } from '../../sign-in/proofAsked.ts'
import type { ApiToken } from './token.queries.ts'
import { longestTokenDays, type NewToken } from './tokens.ts'

type Asked = {
  /** Those that were not revoked, the newest first. */
  readonly tokens: readonly ApiToken[]
  readonly proof: ProofShown
  readonly sent: SentForm | null
  readonly now: Date
}

/** Returns what the page of your tokens prints. */
export function tokensView({ tokens, proof, sent, now }: Asked) {
  return {
    values: sent?.values ?? { days: '90' },
    longest: longestTokenDays,
    proof,
    tokens: tokens.map(({ tokenId, name, madeAt, endsAt, lastUsedAt }) => ({
      name,
      created: `Created on ${momentText(madeAt)}.`,
      used: lastUsedAt === null ? 'Not used yet.' : `Last used on ${momentText(lastUsedAt)}.`,
      validUntil: endsAt <= now ? `Expired on ${momentText(endsAt)}` : momentText(endsAt),
      revokeHref: revokeTokenPath(tokenId),
    })),
  }
}

/** Returns what the page prints that shows a new token once. */
export function newTokenView({ name, endsAt, secret }: NewToken) {
  return { name, validUntil: momentText(endsAt), secret }
}
