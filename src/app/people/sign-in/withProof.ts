/** Before a change that a thief of somebody's open session would make, they prove again that it is they. */
import type { Problem } from '../../../core/kernel/problem.ts'
import { type Result, refuse, unlessProblems } from '../../../core/kernel/result.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { Visit } from '../../../platform/http/access.ts'
import type { Shell } from '../../../platform/shell.ts'
import { typedPasswordProblems } from '../accounts/password-page/passwordRules.ts'
import { findPerson } from '../accounts/people.queries.ts'
import { problem } from '../problems.ts'
import { passwordMatches } from './passwordHash.ts'
import { type ProofAsked, proofAsked } from './proofAsked.ts'
import { signedInActor } from './sessions.ts'
import { type Credentials, findCredentials, forgiveTries, lockCredentials } from './signIn.queries.ts'
import { countTry } from './signInTries.ts'

/** The password that was typed, the field that it was typed into, and what is wrong with the rest of the form. */
export type TypedProof = {
  readonly password: string
  readonly field: string
  readonly besides: readonly Problem[]
}

/**
 * Makes `change` in one transaction if the acting person's password was typed or, where they have none, they have just
 * signed in at the provider anew. Guesses wait as they do at sign-in, and are forgiven where `change` is done too. Its
 * person is held until then.
 */
export async function withProof<Value>(
  shell: Shell,
  visit: Visit,
  typed: TypedProof,
  change: (tx: Tx, person: Credentials) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const { personId } = signedInActor(shell)
  const found = await findPerson(shell.database, personId)
  if (found === undefined) return refuse(problem('people.person-not-found', {}))
  const asked = await proofAsked(shell, visit, found)
  const checked = unlessProblems([...typed.besides, ...missingProof(asked, typed)], () => null)
  if (!checked.ok) return checked
  const counted = await countTry(shell, found.email, visit)
  if (!counted.ok) return counted
  if (asked === 'password' && !(await isTheirs(shell, found.email, typed.password))) {
    return refuse(problem('people.password-wrong', {}, { field: typed.field }))
  }
  return shell.transact(async (tx) => {
    const person = await lockCredentials(tx, personId)
    if (person === undefined) return refuse(problem('people.person-not-found', {}))
    await forgiveTries(tx, counted.value)
    return change(tx, person)
  })
}

function missingProof(asked: ProofAsked, { password, field }: TypedProof): readonly Problem[] {
  if (asked === 'password') return typedPasswordProblems(password, field)
  return asked === 'nothing' ? [] : [problem('people.prove-by-provider', {})]
}

async function isTheirs({ database }: Shell, email: string, password: string): Promise<boolean> {
  const stored = (await findCredentials(database, email))?.passwordHash ?? null
  return stored !== null && (await passwordMatches(password, stored))
}
