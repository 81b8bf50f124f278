import type { Problem } from '../../../../core/kernel/problem.ts'
import type { Reply, Route, RouteRequest } from '../../../../platform/http/route.ts'
import { findPersonByEmail } from '../../accounts/people.queries.ts'
import { doneWords } from '../../accounts/people-page/doneWords.ts'
import { formErrors, localAddress } from '../../formErrors.ts'
import type { Provider } from '../provider.ts'
import { signOut } from '../sessions.ts'
import { type SignInSettings, signIn } from '../signIn.ts'
import { sendToProvider, takeBackFromProvider } from '../signInByProvider.ts'

export type SignInOptions = SignInSettings & {
  readonly provider: Provider | undefined
  /** Where people reach the server, such as `https://assay.example.org`. */
  readonly origin: () => string
}

const open = { permission: 'page.read' } as const

export function signInRoutes(options: SignInOptions): readonly Route[] {
  return [
    {
      ...open,
      method: 'GET',
      path: '/sign-in',
      audit: 'reads',
      handle: async ({ query: { to, done } }) => signInPage(options, { to, done, email: '' }, []),
    },
    {
      ...open,
      method: 'POST',
      path: '/sign-in',
      audit: 'person.sign-in',
      handle: async (request, shell) => {
        const { email = '', password = '', passcode = '', to } = request.body
        const result = await signIn(shell, request.visit, { email, password, passcode }, options)
        if (!result.ok) {
          const page = signInPage(options, { to, done: undefined, email }, result.problems)
          const tried = await findPersonByEmail(shell.database, email)
          return tried === undefined ? page : { ...page, triedAccount: tried.personId }
        }
        return { kind: 'redirect', to: localAddress(to), session: result.value }
      },
    },
    ...providerRoutes(options),
    ...signOutRoutes(),
  ]
}

type Shown = {
  readonly to: string | undefined
  readonly done: string | undefined
  readonly email: string
}

function signInPage(
  { provider }: SignInOptions,
  { to, done, email }: Shown,
  problems: readonly Problem[],
): Reply {
  const [first] = problems
  return {
    kind: 'page',
    template: 'people/sign-in/sign-in-page/signInPage.njk',
    status: first === undefined ? 200 : first.code === 'people.sign-in-wait' ? 429 : 422,
    problems,
    model: {
      to: localAddress(to),
      done: doneWords(done),
      email,
      errors: formErrors(problems),
      hasKeptText: to === '/held',
      providerName: provider?.name,
    },
  }
}

const backPath = '/sign-in/provider/back'

function providerRoutes({ provider, origin }: SignInOptions): readonly Route[] {
  if (provider === undefined) return []
  return [
    {
      ...open,
      method: 'GET',
      path: '/sign-in/provider',
      audit: 'reads',
      handle: async ({ query: { to, again }, visit }, shell) => {
        const sent = await sendToProvider(shell, provider, visit, {
          backTo: origin() + backPath,
          returnTo: localAddress(to),
          asksAgain: again === 'yes',
        })
        return sent.ok ? { kind: 'redirect', to: sent.value } : { kind: 'refused', problems: sent.problems }
      },
    },
    {
      ...open,
      method: 'GET',
      path: backPath,
      audit: 'person.sign-in',
      handle: async (request, shell) => {
        const back = await takeBackFromProvider(shell, provider, request.visit, answerOf(origin(), request))
        if (!back.ok) return { kind: 'refused', problems: back.problems }
        return { kind: 'redirect', to: back.value.returnTo, session: back.value.session }
      },
    },
  ]
}

function answerOf(origin: string, { query }: RouteRequest): URL {
  const answer = new URL(origin + backPath)
  for (const [name, value] of Object.entries(query)) answer.searchParams.set(name, value)
  return answer
}

function signOutRoutes(): readonly Route[] {
  return [
    {
      ...open,
      method: 'GET',
      path: '/sign-out',
      audit: 'reads',
      handle: async () => ({
        kind: 'page',
        template: 'people/sign-in/sign-in-page/signOutPage.njk',
        model: {},
      }),
    },
    {
      ...open,
      method: 'POST',
      path: '/sign-out',
      audit: 'person.sign-out',
      handle: async ({ visit }, shell) => {
        const ended = await signOut(shell, visit)
        if (!ended.ok) return { kind: 'refused', problems: ended.problems }
        return { kind: 'redirect', to: '/sign-in', session: null }
      },
    },
  ]
}
