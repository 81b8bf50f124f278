/** The demonstration's people: one for each role, with a password that everybody knows. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { done, type Result } from '../../core/kernel/result.ts'
import type { Database } from '../../platform/database/databaseTypes.ts'
import type { Shell } from '../../platform/shell.ts'
import { giveRole } from './assignRoles.ts'
import { addPerson } from './managePeople.ts'
import { hashPassword } from './passwordHash.ts'
import { findPersonByEmail, listPeople, savePasswordHash } from './people.queries.ts'
import { isOverallRole } from './roles.ts'

/** Known to everybody, which is why made-up people sign in only where the server listens on this computer alone. */
export const demonstrationPassword = 'northmoor is made up'

const schema = z.array(
  z.strictObject({
    name: z.string(),
    email: z.string(),
    overall: z.array(z.string()).default([]),
    northmoor: z.array(z.string()).default([]),
  }),
)

/** Adds the people of `people.json` who are missing, with their roles in `inspectionId`. Gives back how many. */
export async function loadDemonstrationPeople(
  shell: Shell,
  folder: string,
  inspectionId: string,
): Promise<Result<number>> {
  const people = schema.parse(JSON.parse(await readFile(join(folder, 'people.json'), 'utf8')))
  const hash = await hashPassword(demonstrationPassword)
  let added = 0
  for (const person of people) {
    if ((await findPersonByEmail(shell.database, person.email)) !== undefined) continue
    const words = {
      name: person.name,
      email: person.email,
      overallRoles: person.overall.filter(isOverallRole),
    }
    const result = await addPerson(shell, words, true)
    if (!result.ok) return result
    await savePasswordHash(shell.database, result.value.personId, hash)
    for (const role of person.northmoor) {
      const given = await giveRole(shell, inspectionId, { email: person.email, role })
      if (!given.ok) return given
    }
    added += 1
  }
  return done(added)
}

/** How to sign in as each of the demonstration's people; nothing where the database holds none. */
export async function demonstrationSignIns(database: Kysely<Database>): Promise<readonly string[]> {
  const people = (await listPeople(database)).filter(({ madeUp, closed }) => madeUp && !closed)
  if (people.length === 0) return []
  return [
    `Sign in to the demonstration with the password "${demonstrationPassword}" as one of:`,
    ...people.map(({ email }) => `  ${email}`),
  ]
}
