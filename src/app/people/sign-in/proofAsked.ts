/** How somebody who is signed in proves again that it is they: by their password, or, having none, at the provider. */
import type { Visit } from '../../../platform/http/access.ts'
import { hashSecret } from '../../../platform/secrets.ts'
import type { Shell } from '../../../platform/shell.ts'
import { findPerson, type Person } from '../accounts/people.queries.ts'
import { isProvenSince } from './session.queries.ts'
import { signedInActor } from './sessions.ts'

/** How long a fresh sign-in at the provider counts as a proof. */
const proofMinutes = 10

/** `nothing`: they have no password and have just signed in at the provider anew. */
export type ProofAsked = 'password' | 'sign-in-again' | 'nothing'

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

type Place = { readonly path: string; readonly provider: string | undefined }

/** What a page at `path` shows of the proof; without a `provider`, who has no password needs an administrator. */
export async function proofShown(
  shell: Shell,
  visit: Visit,
  place: Place,
): Promise<Place & { readonly asked: ProofAsked }> {
  const person = await findPerson(shell.database, signedInActor(shell).personId)
  return { ...place, asked: await proofAsked(shell, visit, { hasPassword: person?.hasPassword ?? false }) }
}
