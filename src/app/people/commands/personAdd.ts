import { type Result, refuse } from '../../../core/kernel/result.ts'
import type { Command } from '../../../platform/command.ts'
import { printProblems } from '../../../platform/printProblems.ts'
import type { Shell } from '../../../platform/shell.ts'
import { isOverallRole, overallRoles } from '../access/roles.ts'
import { type AddedPerson, addPerson } from '../accounts/managePeople.ts'
import { linkHours } from '../accounts/password-page/setPassword.ts'
import { problem } from '../problems.ts'
import { optionWords } from './optionWords.ts'

/** How the first administrator comes in: whoever has the machine adds them. */
export const personAdd: Command = {
  name: 'person add',
  summary: 'Add a person and print the link by which they set their password.',
  usage: `assay person add --email EMAIL --name NAME [--role ${overallRoles.join('|')}]…`,
  run: async (words, { terminal, openShell }) => {
    const options = parsePersonWords(words)
    if ('wrong' in options) {
      terminal.err(`${options.wrong}\nUsage: ${personAdd.usage}\n`)
      return 2
    }
    const { shell, close } = await openShell()
    const added = await add(shell, options).finally(close)
    if (!added.ok) {
      printProblems(terminal, added.problems)
      return 1
    }
    terminal.out(`/set-password/${added.value.link}\n`)
    terminal.err(
      `Open this address on the server within ${linkHours} hours. It counts once and is not shown again.\n`,
    )
    return 0
  },
}

type Words = { readonly email: string; readonly name: string; readonly role: readonly string[] }

function parsePersonWords(words: readonly string[]): Words | { readonly wrong: string } {
  const parsed = optionWords(words, {
    email: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string', multiple: true, default: [] },
  })
  if (parsed.wrong !== undefined) return { wrong: parsed.wrong }
  const { email, name, role } = parsed.values
  if (email === undefined || name === undefined) return { wrong: '--email and --name are needed.' }
  return { email, name, role }
}

async function add(shell: Shell, { email, name, role }: Words): Promise<Result<AddedPerson>> {
  const unknown = role.find((one) => !isOverallRole(one))
  if (unknown !== undefined) {
    return refuse(problem('people.role-not-found', { role: unknown, known: overallRoles.join(', ') }))
  }
  return addPerson(shell, { email, name, overallRoles: role.filter(isOverallRole) })
}
