import { done } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { hashSecret } from '../../../../platform/secrets.ts'
import { redirectSaying } from '../../../layout/form/doneSentences.ts'
import { type FormPage, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { accountPath, passwordPath, signInPath } from '../../paths.ts'
import { problem } from '../../problems.ts'
import { proofShown } from '../../sign-in/proofAsked.ts'
import { signedInActor } from '../../sign-in/sessions.ts'
import { signInDone } from '../../sign-in/sign-in-page/signInPage.ts'
import { accountDone } from '../account-page/accountPage.ts'
import { findPasswordLink, findPerson } from '../people.queries.ts'
import { linkPasswordView, ownPasswordView, usedLinkView } from './passwordPage.view.ts'
import { changeOwnPassword, setPasswordByLink } from './setPassword.ts'

const template = 'people/accounts/password-page/passwordPage.njk'

const linkPasswordPage: FormPage = {
  template,
  view: async ({ params: { link = '' } }, shell) => {
    const person = await findPasswordLink(shell.database, hashSecret(link), shell.now())
    return done(person === undefined ? usedLinkView() : linkPasswordView(person.email))
  },
}

const setByLink = sendForm(linkPasswordPage, {
  act: ({ params: { link = '' }, body: { password = '', repeated = '' } }, shell) =>
    setPasswordByLink(shell, link, { password, repeated }),
  next: () => redirectSaying(signInDone, 'password', signInPath),
})

/** The routes that set a password by a link. A link that cannot be used is answered as not found. */
export const passwordLinkRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/set-password/:link',
    permission: 'page.read',
    audit: 'reads',
    handle: async (request, shell) => {
      const { link = '' } = request.params
      const person = await findPasswordLink(shell.database, hashSecret(link), shell.now())
      const reply = await showForm(linkPasswordPage)(request, shell)
      return person === undefined ? { ...reply, problems: [problem('people.link-spent', {})] } : reply
    },
  },
  {
    method: 'POST',
    path: '/set-password/:link',
    permission: 'page.read',
    audit: 'person.set-password',
    handle: setByLink,
  },
]

/** Returns the routes that change your password. `provider` is the name of the provider to sign in with, if any. */
export function ownPasswordRoutes(provider: string | undefined): readonly Route[] {
  const page: FormPage = {
    template,
    view: async ({ visit }, shell) => {
      const person = await findPerson(shell.database, signedInActor(shell).personId)
      const proof = await proofShown(shell, visit, { path: passwordPath, provider })
      return done(ownPasswordView(person?.email ?? '', proof))
    },
  }
  const change = sendForm(page, {
    act: ({ body: { oldPassword = '', password = '', repeated = '' }, visit }, shell) =>
      changeOwnPassword(shell, visit, { oldPassword, password, repeated }),
    next: () => redirectSaying(accountDone, 'password', accountPath),
  })
  const route = { path: passwordPath, permission: 'account.keep' } as const
  return [
    { ...route, method: 'GET', audit: 'reads', handle: showForm(page) },
    { ...route, method: 'POST', audit: 'person.set-password', handle: change },
  ]
}
