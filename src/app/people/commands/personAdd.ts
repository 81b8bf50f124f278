import { isOverallRole, overallRoles } from '../../../core/access/roles.ts'
import { type Result, refuse } from '../../../core/kernel/result.ts'
import type { Shell } from '../../../platform/shell.ts'
import { type ReadArguments, shellCommand } from '../../../platform/shellCommand.ts'
import { type AddedPerson, addPerson } from '../accounts/managePeople.ts'
import { linkHours } from '../accounts/password-page/setPassword.ts'
import { setPasswordPath } from '../paths.ts'
import { problem } from '../problems.ts'
import { readOptions } from './readOptions.ts'

type PersonArguments = { readonly email: string; readonly name: string; readonly roles: readonly string[] }

/** Adds a person; in particular the first administrator, by someone who has access to the machine. */
export const personAdd = shellCommand({
  name: 'person add',
  summary: 'Add a person and print the link with which they set their password.',
  usage: `assay person add --email EMAIL --name NAME [--role ${overallRoles.join('|')}]…`,
  read: readArguments,
  act: add,
  print: (terminal, { link }) => {
    terminal.out(`${setPasswordPath(link)}\n`)
    terminal.err(
      `Open this address on the server. It can be used once, expires after ${linkHours} hours and is not shown again.\n`,
    )
  },
})

function readArguments(words: readonly string[]): ReadArguments<PersonArguments> {
  const options = readOptions(words, {
    email: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string', multiple: true, default: [] },
  })
  if (options.wrong !== undefined) return { wrong: options.wrong }
  const { email, name, role: roles } = options.values
  if (email === undefined || name === undefined) return { wrong: 'Enter --email and --name.' }
  return { arguments: { email, name, roles } }
}

async function add(shell: Shell, { email, name, roles }: PersonArguments): Promise<Result<AddedPerson>> {
  const unknown = roles.find((role) => !isOverallRole(role))
  if (unknown !== undefined) {
    return refuse(problem('people.role-not-found', { role: unknown, known: overallRoles.join(', ') }))
  }
  return addPerson(shell, { email, name, overallRoles: roles.filter(isOverallRole) })
}
