import { type Result, refuse } from '../../../core/kernel/result.ts'
import type { Command } from '../../../platform/command.ts'
import { printProblems } from '../../../platform/printProblems.ts'
import type { Shell } from '../../../platform/shell.ts'
import { findPersonByEmail } from '../accounts/people.queries.ts'
import { makeToken, type NewToken, type TokenWords } from '../accounts/tokens-page/tokens.ts'
import { problem } from '../problems.ts'
import { optionWords } from './optionWords.ts'

export const tokenCreate: Command = {
  name: 'token create',
  summary: 'Make a token with which a person’s programs use the API; it is printed once.',
  usage: 'assay token create --person EMAIL [--name TEXT] [--days NUMBER]',
  run: async (words, { terminal, openShell }) => {
    const options = parseTokenWords(words)
    if ('wrong' in options) {
      terminal.err(`${options.wrong}\nUsage: ${tokenCreate.usage}\n`)
      return 2
    }
    const { shell, close } = await openShell()
    const made = await createToken(shell, options.person, options).finally(close)
    if (!made.ok) {
      printProblems(terminal, made.problems)
      return 1
    }
    terminal.out(`${made.value.secret}\n`)
    terminal.err(`It counts until ${made.value.endsAt.toISOString()} and is not shown again.\n`)
    return 0
  },
}

function parseTokenWords(
  words: readonly string[],
): (TokenWords & { readonly person: string }) | { readonly wrong: string } {
  const parsed = optionWords(words, {
    person: { type: 'string' },
    name: { type: 'string', default: 'Made on the command line' },
    days: { type: 'string', default: '90' },
  })
  if (parsed.wrong !== undefined) return { wrong: parsed.wrong }
  const { person, name, days } = parsed.values
  return person === undefined ? { wrong: '--person is needed.' } : { person, name, days }
}

async function createToken(shell: Shell, email: string, words: TokenWords): Promise<Result<NewToken>> {
  const person = await findPersonByEmail(shell.database, email)
  if (person === undefined || person.closed) return refuse(problem('people.person-not-found', {}))
  return makeToken(shell, person.personId, words)
}
