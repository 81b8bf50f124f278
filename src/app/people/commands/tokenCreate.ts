import { momentText } from '../../../core/kernel/londonTime.ts'
import { type Result, refuse } from '../../../core/kernel/result.ts'
import type { Shell } from '../../../platform/shell.ts'
import { type ReadArguments, shellCommand } from '../../../platform/shellCommand.ts'
import { findPersonByEmail } from '../accounts/people.queries.ts'
import { makeToken, type NewToken, type TokenForm } from '../accounts/tokens-page/tokens.ts'
import { problem } from '../problems.ts'
import { readOptions } from './readOptions.ts'

type TokenArguments = TokenForm & { readonly person: string }

/** Creates a token for a person. */
export const tokenCreate = shellCommand({
  name: 'token create',
  summary: 'Create a token with which a person’s programs use the API, and print it once.',
  usage: 'assay token create --person EMAIL [--name TEXT] [--days NUMBER]',
  read: readArguments,
  act: createToken,
  print: (terminal, { secret, endsAt }) => {
    terminal.out(`${secret}\n`)
    terminal.err(`The token is valid until ${momentText(endsAt)} and is not shown again.\n`)
  },
})

function readArguments(words: readonly string[]): ReadArguments<TokenArguments> {
  const options = readOptions(words, {
    person: { type: 'string' },
    name: { type: 'string', default: 'Created on the command line' },
    days: { type: 'string', default: '90' },
  })
  if (options.wrong !== undefined) return { wrong: options.wrong }
  const { person, name, days } = options.values
  return person === undefined ? { wrong: 'Enter --person.' } : { arguments: { person, name, days } }
}

async function createToken(
  shell: Shell,
  { person: email, ...form }: TokenArguments,
): Promise<Result<NewToken>> {
  const person = await findPersonByEmail(shell.database, email)
  if (person === undefined || person.closed) return refuse(problem('people.person-not-found', {}))
  return makeToken(shell, person.personId, form)
}
