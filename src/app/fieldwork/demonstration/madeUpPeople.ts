import type { Shell } from '../../../platform/shell.ts'
import { findPersonByEmail } from '../../people/accounts/people.queries.ts'

/** Somebody of the demonstration's people, who have to be there already. */
export async function findMadeUpPerson({ database }: Pick<Shell, 'database'>, email: string) {
  const person = await findPersonByEmail(database, email)
  if (person === undefined) throw new RangeError(`people.json has nobody with the address ${email}`)
  return person
}

/** The shell for somebody of the demonstration's people, so that the record says who did what. */
export async function actingAs(shell: Shell, email: string): Promise<Shell> {
  const { personId, name } = await findMadeUpPerson(shell, email)
  return { ...shell, actor: { personId, name } }
}
