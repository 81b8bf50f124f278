/** The two steps of a sign-in by a provider: sending the browser there, and taking it back. */
import type { Problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { Visit } from '../../../platform/http/access.ts'
import { hashSecret } from '../../../platform/secrets.ts'
import type { Shell } from '../../../platform/shell.ts'
import { findPersonByEmail } from '../accounts/people.queries.ts'
import type { ToldAddress } from '../accounts/toldAddress.ts'
import { problem } from '../problems.ts'
import {
  deleteAwaitedBefore,
  findByIdentity,
  insertAwaited,
  insertIdentity,
  isTied,
  type KnownByProvider,
  takeAwaited,
} from './provider.queries.ts'
import type { Provider, ProviderPerson } from './provider.ts'
import { beginSession } from './sessions.ts'

export const awaitedMinutes = 15

/** A sign-in that was begun before this counts no more, whether or not housekeeping has removed it yet. */
function oldestAwaited(now: Date): Date {
  return new Date(now.getTime() - awaitedMinutes * 60_000)
}

export type Journey = {
  /** Where the provider sends the browser back to. */
  readonly backTo: string
  /** Where we then send it on to. */
  readonly returnTo: string
  /** True if the person has to sign in there anew, to prove that it is they. */
  readonly asksAgain: boolean
}

/** Where to send the browser. */
export async function sendToProvider(
  shell: Shell,
  provider: Provider,
  visit: Visit,
  { backTo, returnTo, asksAgain }: Journey,
): Promise<Result<string>> {
  const begun = await attempt(provider, () => provider.begin(backTo, { asksAgain }))
  if (!begun.ok) return begun
  const { state, nonce, verifier, address } = begun.value
  const now = shell.now()
  await deleteAwaitedBefore(shell.database, oldestAwaited(now))
  await insertAwaited(
    shell.database,
    { stateHash: hashSecret(state), browserHash: hashSecret(visit.browser), begunAt: now },
    { nonce, verifier, returnTo, asksAgain },
  )
  return done(address.href)
}

export type SignedInByProvider = { readonly session: string; readonly returnTo: string }

/** Takes the browser back with the provider's answer, which has to be the one this browser awaits. */
export async function takeBackFromProvider(
  shell: Shell,
  provider: Provider,
  visit: Visit,
  answer: URL,
): Promise<Result<SignedInByProvider>> {
  const state = answer.searchParams.get('state') ?? ''
  const awaited = await takeAwaited(shell.database, {
    stateHash: hashSecret(state),
    browserHash: hashSecret(visit.browser),
    since: oldestAwaited(shell.now()),
  })
  if (awaited === undefined) return failed(provider, 'this browser did not begin it, or took too long')
  const known = await attempt(provider, () => provider.finish(answer, { ...awaited, state }))
  if (!known.ok) return known
  return shell.transact(async (tx) => {
    const person = await findOrTie(tx, known.value)
    if (person === undefined) return refuse(strangerProblem(known.value.address, provider.name))
    const signedIn = { name: person.name, personId: person.personId }
    const session = await beginSession(shell, tx, visit, signedIn, awaited.asksAgain)
    return done({ session, returnTo: awaited.returnTo })
  })
}

/** A person is tied to the provider's by the address that it vouches for, once; afterwards the address may change. */
async function findOrTie(tx: Tx, known: ProviderPerson): Promise<KnownByProvider | undefined> {
  if (await isTied(tx, known.issuer, known.subject)) return findByIdentity(tx, known.issuer, known.subject)
  if (known.address.kind !== 'vouched') return undefined
  const person = await findPersonByEmail(tx, known.address.email)
  if (person === undefined || person.closed || person.madeUp) return undefined
  await insertIdentity(tx, known.issuer, known.subject, person.personId)
  return person
}

/** Says what is missing, and never the address. */
function strangerProblem({ kind }: ToldAddress, provider: string): Problem {
  if (kind === 'none') return problem('people.provider-no-address', { provider })
  if (kind === 'unsaid') return problem('people.provider-address-unsaid', { provider })
  if (kind === 'unverified') return problem('people.provider-address-unverified', { provider })
  return problem('people.provider-stranger', { provider })
}

/** The provider's own words are for the log of whoever runs it; the person is told the kind of fault. */
async function attempt<Value>(provider: Provider, step: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return done(await step())
  } catch (error) {
    return failed(provider, error instanceof Error ? faultOf(error) : 'it failed')
  }
}

function faultOf(error: Error): string {
  if ('error' in error && error.error === 'access_denied') return 'it was refused there'
  return 'code' in error && typeof error.code === 'string'
    ? `it failed with ${error.code}`
    : 'it did not answer'
}

function failed(provider: Provider, reason: string) {
  return refuse(problem('people.provider-failed', { provider: provider.name, reason }))
}
