/** Before a change that someone could make who finds a session open, its person proves again who they are. */
import type { Problem } from '../../../core/kernel/problem.ts'
import { type Result, refuse, unlessProblems } from '../../../core/kernel/result.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { Visit } from '../../../platform/http/access.ts'
import type { Shell } from '../../../platform/shell.ts'
import { currentPasswordProblems } from '../accounts/password-page/passwordRules.ts'
import { findPerson } from '../accounts/people.queries.ts'
import { problem } from '../problems.ts'
import { passwordMatches } from './passwordHash.ts'
import { type ProofAsked, proofAsked } from './proofAsked.ts'
import { signedInActor } from './sessions.ts'
import { type Credentials, deleteFailures, findCredentials, lockCredentials } from './signIn.queries.ts'
import { countAttempt } from './signInAttempts.ts'

/** The current password as it was typed, its field, and what is wrong with the rest of the form. */
export type TypedProof = {
  readonly password: string
  readonly field: string
  readonly otherProblems: readonly Problem[]
}

/**
 * Makes `change` in one transaction, in which the acting person is locked. Refuses unless the person’s current password
 * was typed or, if they have none, they have just signed in with the provider again. Attempts are counted as at
 * sign-in, and forgotten if `change` is made too.
 */
export async function withProof<Value>(
  shell: Shell,
  visit: Visit,
  typed: TypedProof,
  change: (tx: Tx, person: Credentials) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const { personId } = signedInActor(shell)
  const account = await findPerson(shell.database, personId)
  if (account === undefined) return refuse(problem('people.person-not-found', {}))
  const asked = await proofAsked(shell, visit, account)
  const checked = unlessProblems([...typed.otherProblems, ...missingProof(asked, typed)], () => null)
  if (!checked.ok) return checked
  const attempt = await countAttempt(shell, account.email, visit)
  if (!attempt.ok) return attempt
  if (asked === 'password' && !(await isCorrect(shell, account.email, typed.password))) {
    return refuse(problem('people.password-wrong', {}, { field: typed.field }))
  }
  return shell.transact(async (tx) => {
    const person = await lockCredentials(tx, personId)
    if (person === undefined) return refuse(problem('people.person-not-found', {}))
    await deleteFailures(tx, attempt.value)
    return change(tx, person)
  })
}

function missingProof(asked: ProofAsked, { password, field }: TypedProof): readonly Problem[] {
  if (asked === 'password') return currentPasswordProblems(password, field)
  return asked === 'nothing' ? [] : [problem('people.prove-by-provider', {})]
}

async function isCorrect({ database }: Shell, email: string, password: string): Promise<boolean> {
  const stored = (await findCredentials(database, email))?.passwordHash ?? null
  return stored !== null && (await passwordMatches(password, stored))
}
