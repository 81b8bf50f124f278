import { countOf } from '../../../core/kernel/countOf.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { Shell } from '../../../platform/shell.ts'
import { type ReadArguments, shellCommand } from '../../../platform/shellCommand.ts'
import { removeAuthenticators } from '../accounts/authenticator-page/authenticator.ts'
import { findPersonByEmail } from '../accounts/people.queries.ts'
import { problem } from '../problems.ts'
import { readOptions } from './readOptions.ts'

type Whose = { readonly person: string } | 'everybody'

/** Removes authenticator apps if the only administrator loses their phone, or if the key file is lost. */
export const authenticatorRemove = shellCommand({
  name: 'authenticator remove',
  summary:
    'Remove the authenticator app of one person, or of everyone, so that a password is enough to sign in.',
  usage: 'assay authenticator remove --person EMAIL | --everybody',
  read: readArguments,
  act: removeFrom,
  print: (terminal, count) => terminal.out(`Removed ${countOf(count, 'authenticator app')}.\n`),
})

function readArguments(words: readonly string[]): ReadArguments<Whose> {
  const options = readOptions(words, {
    person: { type: 'string' },
    everybody: { type: 'boolean', default: false },
  })
  if (options.wrong !== undefined) return { wrong: options.wrong }
  const { person, everybody } = options.values
  if ((person !== undefined) === everybody) return { wrong: 'Enter either --person or --everybody.' }
  return { arguments: person === undefined ? 'everybody' : { person } }
}

async function removeFrom(shell: Shell, whose: Whose): Promise<Result<number>> {
  if (whose === 'everybody') return removeAuthenticators(shell, null)
  const person = await findPersonByEmail(shell.database, whose.person)
  if (person === undefined) return refuse(problem('people.person-not-found', {}))
  return person.hasAuthenticator ? removeAuthenticators(shell, person.personId) : done(0)
}
