import { done } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { type FormPage, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { signInPath } from '../../paths.ts'
import { signOut } from '../sessions.ts'

const path = '/sign-out'
const permission = 'page.read'

const page: FormPage = {
  template: 'people/sign-in/sign-out-page/signOutPage.njk',
  view: async () => done({}),
}

const send = sendForm(page, {
  act: ({ visit }, shell) => signOut(shell, visit),
  next: () => ({ kind: 'redirect', to: signInPath, session: null }),
})

/** The page that asks whether to sign out, and warns of work that is only on this device. */
export const signOutRoutes: readonly Route[] = [
  { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
  { method: 'POST', path, permission, audit: 'person.sign-out', handle: send },
]
