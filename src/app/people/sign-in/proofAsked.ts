/** How a signed-in person proves again who they are: by their password or, if they have none, at the provider. */
import type { Visit } from '../../../platform/http/access.ts'
import { hashSecret } from '../../../platform/secrets.ts'
import type { Shell } from '../../../platform/shell.ts'
import { findPerson, type Person } from '../accounts/people.queries.ts'
import { providerPath } from '../paths.ts'
import { isProvenSince } from './session.queries.ts'
import { signedInActor } from './sessions.ts'

/** How long a new sign-in at the provider is accepted as a proof. */
const proofMinutes = 10

/** `nothing`: the person has no password and has just signed in at the provider again. */
export type ProofAsked = 'password' | 'sign-in-again' | 'nothing'

/** Returns what a person has to prove who they are with before a change that matters. */
export async function proofAsked(
  shell: Shell,
  { session }: Visit,
  { hasPassword }: Pick<Person, 'hasPassword'>,
): Promise<ProofAsked> {
  if (hasPassword) return 'password'
  if (session === undefined) return 'sign-in-again'
  const since = new Date(shell.now().getTime() - proofMinutes * 60_000)
  return (await isProvenSince(shell.database, hashSecret(session), since)) ? 'nothing' : 'sign-in-again'
}

/** What a page shows of the proof. Without a `provider`, a person without a password needs an administrator. */
export type ProofShown = {
  readonly asked: ProofAsked
  readonly provider: string | undefined
  /** Where the person signs in with the provider again. */
  readonly href: string
}

/** Returns what the page at `path` shows of the proof; `provider` is the name of the provider, if there is one. */
export async function proofShown(
  shell: Shell,
  visit: Visit,
  { path, provider }: { readonly path: string; readonly provider: string | undefined },
): Promise<ProofShown> {
  const person = await findPerson(shell.database, signedInActor(shell).personId)
  const asked = await proofAsked(shell, visit, { hasPassword: person?.hasPassword ?? false })
  return { asked, provider, href: providerPath(path, true) }
}
