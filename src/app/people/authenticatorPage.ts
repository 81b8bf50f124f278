import type { Problem } from '../../core/kernel/problem.ts'
import type { Reply, Route } from '../../platform/http/route.ts'
import type { Shell } from '../../platform/shell.ts'
import { removeAuthenticator, setUpAuthenticator } from './authenticator.ts'
import { formErrors } from './formErrors.ts'
import { findPerson } from './people.queries.ts'
import { signedInActor } from './sessions.ts'
import { authenticatorAddress, newAuthenticatorKey } from './totp.ts'

const own = { path: '/account/authenticator', permission: 'account.keep' } as const

export const authenticatorRoutes: readonly Route[] = [
  {
    ...own,
    method: 'GET',
    audit: 'reads',
    handle: (_request, shell) => authenticatorPage(shell, newAuthenticatorKey(), []),
  },
  {
    ...own,
    method: 'POST',
    audit: 'person.set-up-authenticator',
    handle: async ({ body: { authenticatorKey = '', passcode = '' } }, shell) => {
      const set = await setUpAuthenticator(shell, authenticatorKey, passcode)
      if (!set.ok) return authenticatorPage(shell, authenticatorKey, set.problems)
      // Shown in the answer itself: the codes are stored as hashes, so no later page could show them.
      return { kind: 'page', template: 'people/recoveryCodesPage.njk', model: { codes: set.value } }
    },
  },
  {
    ...own,
    method: 'POST',
    path: '/account/authenticator/remove',
    audit: 'person.remove-authenticator',
    handle: async (_request, shell) => {
      const removed = await removeAuthenticator(shell)
      return removed.ok
        ? { kind: 'redirect', to: '/account' }
        : { kind: 'refused', problems: removed.problems }
    },
  },
]

async function authenticatorPage(shell: Shell, key: string, problems: readonly Problem[]): Promise<Reply> {
  const person = await findPerson(shell.database, signedInActor(shell).personId)
  return {
    kind: 'page',
    template: 'people/authenticatorPage.njk',
    status: problems.length > 0 ? 422 : 200,
    model: {
      hasAuthenticator: person?.hasAuthenticator,
      key,
      groupedKey: key.match(/.{1,4}/g)?.join(' '),
      address: authenticatorAddress(key, person?.email ?? ''),
      errors: formErrors(problems),
    },
  }
}
