import { momentText } from '../../../../core/kernel/londonTime.ts'
import type { Problem } from '../../../../core/kernel/problem.ts'
import type { Visit } from '../../../../platform/http/access.ts'
import type { Reply, Route } from '../../../../platform/http/route.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { formErrors } from '../../formErrors.ts'
import { proofShown } from '../../sign-in/proofAsked.ts'
import { signedInActor } from '../../sign-in/sessions.ts'
import { doneWords } from '../people-page/doneWords.ts'
import { listTokens } from './token.queries.ts'
import { longestTokenDays, makeOwnToken, type NewToken, revokeOwnToken, type TokenWords } from './tokens.ts'

const own = { permission: 'token.make' } as const

/** `provider` is the name of the one to sign in with, where there is one. */
export function tokenRoutes(provider: string | undefined): readonly Route[] {
  const show = async (shell: Shell, visit: Visit, shown: Shown): Promise<Reply> =>
    tokensPage(shell, shown, await proofShown(shell, visit, { path: '/account/tokens', provider }))
  return [
    {
      ...own,
      method: 'GET',
      path: '/account/tokens',
      audit: 'reads',
      handle: ({ query: { done }, visit }, shell) => show(shell, visit, { done, problems: [] }),
    },
    {
      ...own,
      method: 'POST',
      path: '/account/tokens',
      audit: 'token.make',
      handle: async ({ body: { name = '', days = '', password = '' }, visit }, shell) => {
        const made = await makeOwnToken(shell, visit, { name, days, password })
        // Shown in the answer itself: the token is stored as a hash, so no later page could show it.
        return made.ok
          ? show(shell, visit, { made: made.value, problems: [] })
          : show(shell, visit, { problems: made.problems, typed: { name, days } })
      },
    },
    {
      ...own,
      method: 'POST',
      path: '/account/tokens/:token/revoke',
      audit: 'token.revoke',
      handle: async ({ params: { token = '' } }, shell) => {
        const revoked = await revokeOwnToken(shell, signedInActor(shell).personId, token)
        if (!revoked.ok) return { kind: 'refused', problems: revoked.problems }
        return { kind: 'redirect', to: '/account/tokens?done=revoked' }
      },
    },
  ]
}

type Shown = {
  readonly made?: NewToken
  readonly done?: string | undefined
  readonly problems: readonly Problem[]
  readonly typed?: TokenWords
}

async function tokensPage(
  shell: Shell,
  { made, done, problems, typed = { name: '', days: '90' } }: Shown,
  proof: Awaited<ReturnType<typeof proofShown>>,
): Promise<Reply> {
  const tokens = await listTokens(shell.database, signedInActor(shell).personId)
  const now = shell.now()
  return {
    kind: 'page',
    template: 'people/accounts/tokens-page/tokensPage.njk',
    status: problems.length > 0 ? 422 : 200,
    problems,
    model: {
      made: made === undefined ? undefined : { ...made, ends: momentText(made.endsAt) },
      done: doneWords(done),
      typed,
      longest: longestTokenDays,
      proof,
      errors: formErrors(problems),
      tokens: tokens.map(({ tokenId, name, madeAt, endsAt, lastUsedAt }) => ({
        tokenId,
        name,
        made: momentText(madeAt),
        ends: momentText(endsAt),
        isOver: endsAt <= now,
        lastUsed: lastUsedAt === null ? null : momentText(lastUsedAt),
      })),
    },
  }
}
