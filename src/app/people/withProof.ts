/** Before a change that a thief of somebody's open session would make, they prove again that it is they. */
import { problem } from '../../core/kernel/problem.ts'
import { type Result, refuse, unlessProblems } from '../../core/kernel/result.ts'
import type { Visit } from '../../platform/http/access.ts'
import type { Shell } from '../../platform/shell.ts'
import { passwordMatches } from './passwordHash.ts'
import { typedPasswordProblems } from './passwordRules.ts'
import { findPerson } from './people.queries.ts'
import { signedInActor } from './sessions.ts'
import { type Credentials, findCredentials, forgiveTries, holdCredentials } from './signIn.queries.ts'
import { countTry } from './signInTries.ts'

type Transaction = Parameters<Parameters<Shell['transact']>[0]>[0]

/** The password that was typed, and the field that it was typed into. */
export type TypedProof = { readonly password: string; readonly field: string }

/**
 * Makes `change` in one transaction if the acting person's password was typed; guesses wait as they do at sign-in, and
 * are forgiven where `change` is done too. Its person is held until then.
 */
export async function withProof<Value>(
  shell: Shell,
  visit: Visit,
  { password, field }: TypedProof,
  change: (tx: Transaction, person: Credentials) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const { personId } = signedInActor(shell)
  const checked = unlessProblems(typedPasswordProblems(password, field), () => null)
  if (!checked.ok) return checked
  const email = (await findPerson(shell.database, personId))?.email ?? ''
  const counted = await countTry(shell, email, visit)
  if (!counted.ok) return counted
  const stored = (await findCredentials(shell.database, email))?.passwordHash ?? null
  if (stored === null || !(await passwordMatches(password, stored))) {
    return refuse(problem('people.password-wrong', {}, { field }))
  }
  return shell.transact(async (tx) => {
    const person = await holdCredentials(tx, personId)
    if (person === undefined) return refuse(problem('people.person-not-found', {}))
    await forgiveTries(tx, counted.value)
    return change(tx, person)
  })
}
