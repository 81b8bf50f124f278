/** The two steps of signing in with a provider: sending the browser there, and receiving it again. */

import type { ProviderAddress } from '../../../core/access/providerAddress.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { Visit } from '../../../platform/http/access.ts'
import { hashSecret } from '../../../platform/secrets.ts'
import type { Shell } from '../../../platform/shell.ts'
import { findPersonByEmail } from '../accounts/people.queries.ts'
import { problem } from '../problems.ts'
import {
  deleteAwaited,
  deleteAwaitedBefore,
  findByIdentity,
  insertAwaited,
  insertIdentity,
  isLinked,
  type KnownByProvider,
} from './provider.queries.ts'
import type { Provider, ProviderPerson } from './provider.ts'
import { beginSession } from './sessions.ts'

/** How long a sign-in with the provider may take. */
export const awaitedMinutes = 15

/** A sign-in that began before this has expired, whether or not housekeeping has deleted it yet. */
function oldestAwaited(now: Date): Date {
  return new Date(now.getTime() - awaitedMinutes * 60_000)
}

export type Journey = {
  /** The address that the provider sends the browser back to. */
  readonly backTo: string
  /** The address of ours that we then send it on to. */
  readonly returnTo: string
  /** True if the person has to sign in there again, to prove who they are. */
  readonly isProof: boolean
}

/** Returns the address to send the browser to. Refuses if the provider does not respond. */
export async function sendToProvider(
  shell: Shell,
  provider: Provider,
  visit: Visit,
  { backTo, returnTo, isProof }: Journey,
): Promise<Result<string>> {
  const begun = await attempt(provider, () => provider.begin(backTo, { isProof }))
  if (!begun.ok) return begun
  const { state, nonce, verifier, address } = begun.value
  const now = shell.now()
  await deleteAwaitedBefore(shell.database, oldestAwaited(now))
  await insertAwaited(
    shell.database,
    { stateHash: hashSecret(state), browserHash: hashSecret(visit.browser), begunAt: now },
    { nonce, verifier, returnTo, isProof },
  )
  return done(address.href)
}

export type SignedInByProvider = { readonly session: string; readonly returnTo: string }

/**
 * Signs in the person of the provider’s answer. Refuses if it is not the answer that this browser waits for, or if no
 * account here belongs to the person.
 */
export async function receiveFromProvider(
  shell: Shell,
  provider: Provider,
  visit: Visit,
  answer: URL,
): Promise<Result<SignedInByProvider>> {
  const state = answer.searchParams.get('state') ?? ''
  const awaited = await deleteAwaited(shell.database, {
    stateHash: hashSecret(state),
    browserHash: hashSecret(visit.browser),
    since: oldestAwaited(shell.now()),
  })
  if (awaited === undefined) {
    const reason = `You did not start signing in from this browser, or took more than ${awaitedMinutes} minutes.`
    return failed(provider, reason)
  }
  const known = await attempt(provider, () => provider.finish(answer, { ...awaited, state }))
  if (!known.ok) return known
  return shell.transact(async (tx) => {
    const person = await findOrLink(tx, known.value)
    if (person === undefined) return refuse(strangerProblem(known.value.address, provider.name))
    const signedIn = { name: person.name, personId: person.personId }
    const session = await beginSession(shell, tx, { visit, person: signedIn, isProof: awaited.isProof })
    return done({ session, returnTo: awaited.returnTo })
  })
}

/** An account is linked to the provider’s person once, by an email address that it verified; then the address may change. */
async function findOrLink(tx: Tx, known: ProviderPerson): Promise<KnownByProvider | undefined> {
  if (await isLinked(tx, known.issuer, known.subject)) return findByIdentity(tx, known.issuer, known.subject)
  if (known.address.kind !== 'verified') return undefined
  const person = await findPersonByEmail(tx, known.address.email)
  if (person === undefined || person.closed || person.madeUp) return undefined
  await insertIdentity(tx, known.issuer, known.subject, person.personId)
  return person
}

/** Says what is missing, and never the address. */
function strangerProblem({ kind }: ProviderAddress, provider: string): Problem {
  if (kind === 'none') return problem('people.provider-no-address', { provider })
  if (kind === 'unknown') return problem('people.provider-address-unsaid', { provider })
  if (kind === 'unverified') return problem('people.provider-address-unverified', { provider })
  return problem('people.provider-stranger', { provider })
}

/** The provider’s own error message is only for those who run it; the person sees what kind of fault it was. */
async function attempt<Value>(provider: Provider, step: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return done(await step())
  } catch (error) {
    return failed(provider, error instanceof Error ? reasonOf(error) : 'Something went wrong there.')
  }
}

function reasonOf(error: Error): string {
  if ('error' in error && error.error === 'access_denied') return 'You were not allowed to sign in there.'
  return 'code' in error && typeof error.code === 'string'
    ? `The error code is ${error.code}.`
    : 'It did not respond.'
}

function failed(provider: Provider, reason: string) {
  return refuse(problem('people.provider-failed', { provider: provider.name, reason }))
}
