import type { Problem } from '../../core/kernel/problem.ts'
import type { Reply, Route } from '../../platform/http/route.ts'
import type { SealingKeys } from '../../platform/keyFile.ts'
import type { Shell } from '../../platform/shell.ts'
import { removeAuthenticator, setUpAuthenticator } from './authenticator.ts'
import { formErrors } from './formErrors.ts'
import { findPerson } from './people.queries.ts'
import { qrCode } from './qrCode.ts'
import { signedInActor } from './sessions.ts'
import { authenticatorAddress, isAuthenticatorKey, newAuthenticatorKey } from './totp.ts'

const own = { path: '/account/authenticator', permission: 'account.keep' } as const

/** Setting an authenticator app up and taking it away. */
export function authenticatorRoutes(sealingKeys: SealingKeys): readonly Route[] {
  return [
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
      handle: async (
        { body: { authenticatorKey: key = '', passcode = '', password = '' }, visit },
        shell,
      ) => {
        const set = await setUpAuthenticator(shell, visit, sealingKeys, { key, passcode, password })
        if (!set.ok) return authenticatorPage(shell, key, set.problems)
        // Shown in the answer itself: the codes are stored as hashes, so no later page could show them.
        return { kind: 'page', template: 'people/recoveryCodesPage.njk', model: { codes: set.value } }
      },
    },
    {
      ...own,
      method: 'POST',
      path: '/account/authenticator/remove',
      audit: 'person.remove-authenticator',
      handle: async ({ body: { passcode = '', password = '' }, visit }, shell) => {
        const removed = await removeAuthenticator(shell, visit, sealingKeys, { passcode, password })
        if (!removed.ok) return authenticatorPage(shell, newAuthenticatorKey(), removed.problems)
        return { kind: 'redirect', to: '/account?done=authenticator' }
      },
    },
  ]
}

/** `sent` is the key that came back with the form; what is none is not shown again. */
async function authenticatorPage(shell: Shell, sent: string, problems: readonly Problem[]): Promise<Reply> {
  const key = isAuthenticatorKey(sent) ? sent : newAuthenticatorKey()
  const person = await findPerson(shell.database, signedInActor(shell).personId)
  const address = authenticatorAddress(key, person?.email ?? '')
  return {
    kind: 'page',
    template: 'people/authenticatorPage.njk',
    status: problems.length > 0 ? 422 : 200,
    problems,
    model: {
      hasAuthenticator: person?.hasAuthenticator,
      key,
      groupedKey: key.match(/.{1,4}/g)?.join(' '),
      address,
      qrCode: qrCode(address),
      errors: formErrors(problems),
    },
  }
}
