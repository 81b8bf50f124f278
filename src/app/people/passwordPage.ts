import { type Problem, problem } from '../../core/kernel/problem.ts'
import type { Reply, Route } from '../../platform/http/route.ts'
import { hashSecret } from '../../platform/secrets.ts'
import { formErrors } from './formErrors.ts'
import { shortestPassword } from './passwordRules.ts'
import { findPasswordLink, findPerson } from './people.queries.ts'
import { signedInActor } from './sessions.ts'
import { changeOwnPassword, setPasswordByLink } from './setPassword.ts'

/** Setting a password by a link, and changing one's own. */
export const passwordRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/set-password/:link',
    permission: 'page.read',
    audit: 'reads',
    handle: async ({ params: { link = '' } }, shell) => {
      const person = await findPasswordLink(shell.database, hashSecret(link), shell.now())
      return passwordPage({ email: person?.email, asksOld: false, isSpent: person === undefined }, [])
    },
  },
  {
    method: 'POST',
    path: '/set-password/:link',
    permission: 'page.read',
    audit: 'person.set-password',
    handle: async ({ params: { link = '' }, body: { password = '', repeated = '' } }, shell) => {
      const person = await findPasswordLink(shell.database, hashSecret(link), shell.now())
      const set = await setPasswordByLink(shell, link, { password, repeated })
      if (set.ok) return { kind: 'redirect', to: '/sign-in?done=password' }
      return passwordPage(
        { email: person?.email, asksOld: false, isSpent: person === undefined },
        set.problems,
      )
    },
  },
  {
    method: 'GET',
    path: '/account/password',
    permission: 'account.keep',
    audit: 'reads',
    handle: async (_request, shell) => {
      const person = await findPerson(shell.database, signedInActor(shell).personId)
      return passwordPage({ email: person?.email, asksOld: true, isSpent: false }, [])
    },
  },
  {
    method: 'POST',
    path: '/account/password',
    permission: 'account.keep',
    audit: 'person.set-password',
    handle: async ({ body: { oldPassword = '', password = '', repeated = '' }, visit }, shell) => {
      const changed = await changeOwnPassword(shell, visit, { oldPassword, password, repeated })
      if (changed.ok) return { kind: 'redirect', to: '/account?done=password' }
      const person = await findPerson(shell.database, signedInActor(shell).personId)
      return passwordPage({ email: person?.email, asksOld: true, isSpent: false }, changed.problems)
    },
  },
]

type Asked = { readonly email: string | undefined; readonly asksOld: boolean; readonly isSpent: boolean }

function passwordPage(asked: Asked, problems: readonly Problem[]): Reply {
  return {
    kind: 'page',
    template: 'people/passwordPage.njk',
    status: asked.isSpent ? 404 : problems.length > 0 ? 422 : 200,
    problems: asked.isSpent ? [problem('people.link-spent', {})] : problems,
    model: { ...asked, shortest: shortestPassword, errors: formErrors(problems) },
  }
}
