import type { Shell } from '../../../platform/shell.ts'
import { findPersonByEmail } from '../../people/accounts/people.queries.ts'

/** Returns one of the people of the demonstration, who have to be there already. */
export async function findMadeUpPerson({ database }: Pick<Shell, 'database'>, email: string) {
  const person = await findPersonByEmail(database, email)
  if (person === undefined) throw new RangeError(`people.json has nobody with the address ${email}`)
  return person
}

/** Returns the shell for one of the people of the demonstration, so that the record says who did what. */
export async function actingAs(shell: Shell, email: string): Promise<Shell> {
  const { personId, name } = await findMadeUpPerson(shell, email)
  return { ...shell, actor: { personId, name } }
}
