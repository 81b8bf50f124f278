import { done } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import type { SealingKeys } from '../../../../platform/keyFile.ts'
import { redirectSaying } from '../../../layout/form/doneSentences.ts'
import { type FormPage, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { accountPath, authenticatorPath as path } from '../../paths.ts'
import { proofShown } from '../../sign-in/proofAsked.ts'
import { signedInActor } from '../../sign-in/sessions.ts'
import { accountDone } from '../account-page/accountPage.ts'
import { findPerson } from '../people.queries.ts'
import { removeAuthenticator, setUpAuthenticator } from './authenticator.ts'
import { authenticatorView } from './authenticatorPage.view.ts'

const permission = 'account.keep'

/** Returns the routes that set up and remove an authenticator app. `provider` is the name of the provider, if any. */
export function authenticatorRoutes(
  sealingKeys: SealingKeys,
  provider: string | undefined,
): readonly Route[] {
  const page = authenticatorFormPage(provider)
  const setUp = sendForm(page, {
    act: ({ body: { authenticatorKey: key = '', passcode = '', password = '' }, visit }, shell) =>
      setUpAuthenticator(shell, visit, sealingKeys, { key, passcode, password }),
    // Shown in the answer itself: the codes are stored as hashes, so no later page could show them.
    next: (codes) => ({
      kind: 'page',
      template: 'people/accounts/authenticator-page/recoveryCodesPage.njk',
      model: { codes },
    }),
  })
  const remove = sendForm(page, {
    act: ({ body: { passcode = '', password = '' }, visit }, shell) =>
      removeAuthenticator(shell, visit, sealingKeys, { passcode, password }),
    next: () => redirectSaying(accountDone, 'authenticator', accountPath),
  })
  return [
    { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
    { method: 'POST', path, permission, audit: 'person.set-up-authenticator', handle: setUp },
    {
      method: 'POST',
      path: `${path}/remove`,
      permission,
      audit: 'person.remove-authenticator',
      handle: remove,
    },
  ]
}

function authenticatorFormPage(provider: string | undefined): FormPage {
  return {
    template: 'people/accounts/authenticator-page/authenticatorPage.njk',
    view: async ({ visit }, shell, sent) => {
      const person = await findPerson(shell.database, signedInActor(shell).personId)
      return done(
        authenticatorView({
          email: person?.email ?? '',
          hasAuthenticator: person?.hasAuthenticator ?? false,
          proof: await proofShown(shell, visit, { path, provider }),
          sent,
        }),
      )
    },
  }
}
