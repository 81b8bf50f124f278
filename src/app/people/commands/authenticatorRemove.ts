import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { Command } from '../../../platform/command.ts'
import { printProblems } from '../../../platform/printProblems.ts'
import type { Shell } from '../../../platform/shell.ts'
import { takeAuthenticatorsAway } from '../accounts/authenticator-page/authenticator.ts'
import { findPersonByEmail } from '../accounts/people.queries.ts'
import { problem } from '../problems.ts'
import { optionWords } from './optionWords.ts'

/** For the day the only administrator loses their phone, or the key file is lost for good. */
export const authenticatorRemove: Command = {
  name: 'authenticator remove',
  summary: 'Remove the authenticator app of a person, or of everyone, so that a password is enough.',
  usage: 'assay authenticator remove --person EMAIL | --everybody',
  run: async (words, { terminal, openShell }) => {
    const parsed = parseWords(words)
    if ('wrong' in parsed) {
      terminal.err(`${parsed.wrong}\nUsage: ${authenticatorRemove.usage}\n`)
      return 2
    }
    const { shell, close } = await openShell()
    const removed = await removeFrom(shell, parsed.whose).finally(close)
    if (!removed.ok) {
      printProblems(terminal, removed.problems)
      return 1
    }
    terminal.out(`Authenticator apps taken away: ${removed.value}.\n`)
    return 0
  },
}

type Whose = { readonly person: string } | 'everybody'

function parseWords(words: readonly string[]): { readonly whose: Whose } | { readonly wrong: string } {
  const parsed = optionWords(words, {
    person: { type: 'string' },
    everybody: { type: 'boolean', default: false },
  })
  if (parsed.wrong !== undefined) return { wrong: parsed.wrong }
  const { person, everybody } = parsed.values
  if ((person !== undefined) === everybody) return { wrong: 'Give either --person or --everybody.' }
  return { whose: person === undefined ? 'everybody' : { person } }
}

async function removeFrom(shell: Shell, whose: Whose): Promise<Result<number>> {
  if (whose === 'everybody') return takeAuthenticatorsAway(shell, null)
  const person = await findPersonByEmail(shell.database, whose.person)
  if (person === undefined) return refuse(problem('people.person-not-found', {}))
  return person.hasAuthenticator ? takeAuthenticatorsAway(shell, person.personId) : done(0)
}
