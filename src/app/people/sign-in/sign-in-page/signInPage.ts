import { done } from '../../../../core/kernel/result.ts'
import type { Route, RouteRequest } from '../../../../platform/http/route.ts'
import { type FormPage, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { findPersonByEmail } from '../../accounts/people.queries.ts'
import { signInByProviderPath, signInPath } from '../../paths.ts'
import { localAddress } from '../localAddress.ts'
import type { Provider } from '../provider.ts'
import { type SignInSettings, signIn } from '../signIn.ts'
import { receiveFromProvider, sendToProvider } from '../signInByProvider.ts'
import { signInView } from './signInPage.view.ts'

export type SignInOptions = SignInSettings & {
  readonly provider: Provider | undefined
  /** Where people reach the server, such as `https://assay.example.org`. */
  readonly origin: () => string
}

/** What the page says after a form that leads to it. */
export const signInDone = { password: 'Password set. Sign in with it now.' }

const permission = 'page.read'

/** Returns the routes of signing in: with a password, and with the provider if there is one. */
export function signInRoutes(options: SignInOptions): readonly Route[] {
  const page: FormPage = {
    template: 'people/sign-in/sign-in-page/signInPage.njk',
    done: signInDone,
    view: async ({ query: { to } }, _shell, sent) =>
      done(signInView({ to, provider: options.provider, sent })),
  }
  return [
    { method: 'GET', path: signInPath, permission, audit: 'reads', handle: showForm(page) },
    {
      method: 'POST',
      path: signInPath,
      permission,
      audit: 'person.sign-in',
      handle: noteTriedAccount(
        sendForm(page, {
          act: ({ body: { email = '', password = '', passcode = '' }, visit }, shell) =>
            signIn(shell, visit, { email, password, passcode }, options),
          next: (session, { body: { to } }) => ({ kind: 'redirect', to: localAddress(to), session }),
        }),
      ),
    },
    ...providerRoutes(options),
  ]
}

/** Names the account of a refused sign-in in the record of refusals. */
function noteTriedAccount(send: Route['handle']): Route['handle'] {
  return async (request, shell) => {
    const reply = await send(request, shell)
    if (reply.kind !== 'page') return reply
    const tried = await findPersonByEmail(shell.database, request.body['email'] ?? '')
    return tried === undefined ? reply : { ...reply, triedAccount: tried.personId }
  }
}

const backPath = `${signInByProviderPath}/back`

function providerRoutes({ provider, origin }: SignInOptions): readonly Route[] {
  if (provider === undefined) return []
  return [
    {
      method: 'GET',
      path: signInByProviderPath,
      permission,
      audit: 'reads',
      handle: async ({ query: { to, again }, visit }, shell) => {
        const sent = await sendToProvider(shell, provider, visit, {
          backTo: origin() + backPath,
          returnTo: localAddress(to),
          isProof: again === 'yes',
        })
        return sent.ok ? { kind: 'redirect', to: sent.value } : { kind: 'refused', problems: sent.problems }
      },
    },
    {
      method: 'GET',
      path: backPath,
      permission,
      audit: 'person.sign-in',
      handle: async (request, shell) => {
        const answer = answerOf(origin(), request)
        const signedIn = await receiveFromProvider(shell, provider, request.visit, answer)
        if (!signedIn.ok) return { kind: 'refused', problems: signedIn.problems }
        return { kind: 'redirect', to: signedIn.value.returnTo, session: signedIn.value.session }
      },
    },
  ]
}

function answerOf(origin: string, { query }: RouteRequest): URL {
  const answer = new URL(origin + backPath)
  for (const [name, value] of Object.entries(query)) answer.searchParams.set(name, value)
  return answer
}
