import { done } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { redirectSaying } from '../../../layout/form/doneSentences.ts'
import { type FormPage, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { tokensPath as path } from '../../paths.ts'
import { proofShown } from '../../sign-in/proofAsked.ts'
import { signedInActor } from '../../sign-in/sessions.ts'
import { listTokens } from './token.queries.ts'
import { makeOwnToken, revokeOwnToken } from './tokens.ts'
import { newTokenView, tokensView } from './tokensPage.view.ts'

const tokensDone = { revoked: 'Token revoked' }

const permission = 'token.make'

/** Returns the routes of your tokens. `provider` is the name of the provider to sign in with, if any. */
export function tokenRoutes(provider: string | undefined): readonly Route[] {
  const page: FormPage = {
    template: 'people/accounts/tokens-page/tokensPage.njk',
    done: tokensDone,
    view: async ({ visit }, shell, sent) => {
      const tokens = await listTokens(shell.database, signedInActor(shell).personId)
      const proof = await proofShown(shell, visit, { path, provider })
      return done(tokensView({ tokens, proof, sent, now: shell.now() }))
    },
  }
  const create = sendForm(page, {
    act: ({ body: { name = '', days = '', password = '' }, visit }, shell) =>
      makeOwnToken(shell, visit, { name, days, password }),
    // Shown in the answer itself: the token is stored as a hash, so no later page could show it.
    next: (token) => ({
      kind: 'page',
      template: 'people/accounts/tokens-page/newTokenPage.njk',
      model: newTokenView(token),
    }),
  })
  const revoke = sendForm(page, {
    act: ({ params: { token = '' } }, shell) => revokeOwnToken(shell, signedInActor(shell).personId, token),
    next: () => redirectSaying(tokensDone, 'revoked', path),
  })
  return [
    { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
    { method: 'POST', path, permission, audit: 'token.make', handle: create },
    { method: 'POST', path: `${path}/:token/revoke`, permission, audit: 'token.revoke', handle: revoke },
  ]
}
