import type { Problem } from '../../../../core/kernel/problem.ts'
import type { Visit } from '../../../../platform/http/access.ts'
import type { Reply, Route } from '../../../../platform/http/route.ts'
import type { SealingKeys } from '../../../../platform/keyFile.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { formErrors } from '../../formErrors.ts'
import { proofShown } from '../../sign-in/proofAsked.ts'
import { signedInActor } from '../../sign-in/sessions.ts'
import { authenticatorAddress, isAuthenticatorKey, newAuthenticatorKey } from '../../sign-in/totp.ts'
import { findPerson } from '../people.queries.ts'
import { removeAuthenticator, setUpAuthenticator } from './authenticator.ts'
import { qrCode } from './qrCode.ts'

const own = { path: '/account/authenticator', permission: 'account.keep' } as const

/** Setting an authenticator app up and taking it away. `provider` is the name of the one to sign in with, if any. */
export function authenticatorRoutes(
  sealingKeys: SealingKeys,
  provider: string | undefined,
): readonly Route[] {
  const show = async (shell: Shell, visit: Visit, shown: Shown): Promise<Reply> => {
    const proof = await proofShown(shell, visit, { path: own.path, provider })
    return authenticatorPage(shell, shown, proof)
  }
  return [
    {
      ...own,
      method: 'GET',
      audit: 'reads',
      handle: ({ visit }, shell) => show(shell, visit, { sent: '', problems: [] }),
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
        if (!set.ok) return show(shell, visit, { sent: key, problems: set.problems })
        // Shown in the answer itself: the codes are stored as hashes, so no later page could show them.
        return {
          kind: 'page',
          template: 'people/accounts/authenticator-page/recoveryCodesPage.njk',
          model: { codes: set.value },
        }
      },
    },
    {
      ...own,
      method: 'POST',
      path: '/account/authenticator/remove',
      audit: 'person.remove-authenticator',
      handle: async ({ body: { passcode = '', password = '' }, visit }, shell) => {
        const removed = await removeAuthenticator(shell, visit, sealingKeys, { passcode, password })
        if (!removed.ok) return show(shell, visit, { sent: '', problems: removed.problems })
        return { kind: 'redirect', to: '/account?done=authenticator' }
      },
    },
  ]
}

/** `sent` is the key that came back with the form; what is none is not shown again. */
type Shown = { readonly sent: string; readonly problems: readonly Problem[] }

async function authenticatorPage(
  shell: Shell,
  { sent, problems }: Shown,
  proof: Awaited<ReturnType<typeof proofShown>>,
): Promise<Reply> {
  const key = isAuthenticatorKey(sent) ? sent : newAuthenticatorKey()
  const person = await findPerson(shell.database, signedInActor(shell).personId)
  const address = authenticatorAddress(key, person?.email ?? '')
  return {
    kind: 'page',
    template: 'people/accounts/authenticator-page/authenticatorPage.njk',
    status: problems.length > 0 ? 422 : 200,
    problems,
    model: {
      hasAuthenticator: person?.hasAuthenticator,
      key,
      groupedKey: key.match(/.{1,4}/g)?.join(' '),
      address,
      qrCode: qrCode(address),
      proof,
      errors: formErrors(problems),
    },
  }
}
