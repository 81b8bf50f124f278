import type { Problem } from '../../../../core/kernel/problem.ts'
import type { Visit } from '../../../../platform/http/access.ts'
import type { Reply, Route } from '../../../../platform/http/route.ts'
import { hashSecret } from '../../../../platform/secrets.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { formErrors } from '../../formErrors.ts'
import { problem } from '../../problems.ts'
import { proofShown } from '../../sign-in/proofAsked.ts'
import { signedInActor } from '../../sign-in/sessions.ts'
import { findPasswordLink, findPerson } from '../people.queries.ts'
import { shortestPassword } from './passwordRules.ts'
import { changeOwnPassword, setPasswordByLink } from './setPassword.ts'

/** Setting a password by a link. */
export const passwordLinkRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/set-password/:link',
    permission: 'page.read',
    audit: 'reads',
    handle: async ({ params: { link = '' } }, shell) => {
      const person = await findPasswordLink(shell.database, hashSecret(link), shell.now())
      return passwordPage({ email: person?.email, isOwn: false, isSpent: person === undefined }, [])
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
      return passwordPage({ email: person?.email, isOwn: false, isSpent: person === undefined }, set.problems)
    },
  },
]

/** Changing one's own password. `provider` is the name of the one to sign in with, if any. */
export function ownPasswordRoutes(provider: string | undefined): readonly Route[] {
  const own = { path: '/account/password', permission: 'account.keep' } as const
  const show = async (shell: Shell, visit: Visit, problems: readonly Problem[]): Promise<Reply> => {
    const person = await findPerson(shell.database, signedInActor(shell).personId)
    const proof = await proofShown(shell, visit, { path: own.path, provider })
    return passwordPage({ email: person?.email, isOwn: true, isSpent: false }, problems, proof)
  }
  return [
    { ...own, method: 'GET', audit: 'reads', handle: ({ visit }, shell) => show(shell, visit, []) },
    {
      ...own,
      method: 'POST',
      audit: 'person.set-password',
      handle: async ({ body: { oldPassword = '', password = '', repeated = '' }, visit }, shell) => {
        const changed = await changeOwnPassword(shell, visit, { oldPassword, password, repeated })
        if (changed.ok) return { kind: 'redirect', to: '/account?done=password' }
        return show(shell, visit, changed.problems)
      },
    },
  ]
}

type Asked = { readonly email: string | undefined; readonly isOwn: boolean; readonly isSpent: boolean }

function passwordPage(
  asked: Asked,
  problems: readonly Problem[],
  proof?: Awaited<ReturnType<typeof proofShown>>,
): Reply {
  return {
    kind: 'page',
    template: 'people/accounts/password-page/passwordPage.njk',
    status: asked.isSpent ? 404 : problems.length > 0 ? 422 : 200,
    problems: asked.isSpent ? [problem('people.link-spent', {})] : problems,
    model: { ...asked, proof, shortest: shortestPassword, errors: formErrors(problems) },
  }
}
