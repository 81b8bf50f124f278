/** The demonstration's people: one for each role, with a password that everybody knows. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { done, type Result } from '../../../core/kernel/result.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import { readJsonFile } from '../../../platform/readJsonFile.ts'
import { readShape } from '../../../platform/readShape.ts'
import { type Shell, withinTransaction } from '../../../platform/shell.ts'
import { giveRole } from '../access/assignRoles.ts'
import { findVisitor, type KnownVisitor, listRolesIn } from '../access/rights.queries.ts'
import { isOverallRole, roleTitles } from '../access/roles.ts'
import { hashPassword } from '../sign-in/passwordHash.ts'
import { addPerson } from './managePeople.ts'
import { findPersonByEmail, listPeople, savePasswordHash } from './people.queries.ts'

/** Known to everybody, which is why made-up people sign in only where the server listens on this computer alone. */
export const demonstrationPassword = 'northmoor is made up'

const schema = z.array(
  z.strictObject({
    name: z.string(),
    email: z.string(),
    overall: z.array(z.string()).default([]),
    /** The roles in single inspections, by the inspection's id. */
    inspections: z.record(z.string(), z.array(z.string())).default({}),
  }),
)

type DemonstrationPerson = z.infer<typeof schema>[number]

/**
 * Adds the people of `people.json` who are missing, and gives all of them their roles in those of `inspectionIds` in
 * which nobody has a role yet. Gives back how many were added.
 */
export async function loadDemonstrationPeople(
  shell: Shell,
  folder: string,
  inspectionIds: readonly string[],
): Promise<Result<number>> {
  const name = 'people.json'
  const json = readJsonFile(await readFile(join(folder, name)), name)
  const read = json.ok ? readShape(schema, json.value, { file: name }) : json
  if (!read.ok) return read
  const people = read.value
  const added = await addMissing(shell, people)
  if (!added.ok) return added
  for (const inspectionId of inspectionIds) {
    if ((await listRolesIn(shell.database, inspectionId)).length > 0) continue
    const given = await giveRoles(shell, inspectionId, people)
    if (!given.ok) return given
  }
  return added
}

async function addMissing(shell: Shell, people: readonly DemonstrationPerson[]): Promise<Result<number>> {
  const hash = await hashPassword(demonstrationPassword)
  let added = 0
  for (const { name, email, overall } of people) {
    if ((await findPersonByEmail(shell.database, email)) !== undefined) continue
    const result = await addPerson(shell, { name, email, overallRoles: overall.filter(isOverallRole) }, true)
    if (!result.ok) return result
    await savePasswordHash(shell.database, result.value.personId, hash)
    added += 1
  }
  return done(added)
}

/** All roles of an inspection or none, so that a start that was cut short leaves nobody out. */
async function giveRoles(
  shell: Shell,
  inspectionId: string,
  people: readonly DemonstrationPerson[],
): Promise<Result<null>> {
  return shell.transact(async (tx) => {
    const inner = withinTransaction(shell, tx)
    for (const { email, inspections } of people) {
      for (const role of inspections[inspectionId] ?? []) {
        const given = await giveRole(inner, inspectionId, { email, role })
        if (!given.ok) return given
      }
    }
    return done(null)
  })
}

/** How to sign in as each of the demonstration's people, with their roles; nothing where the database holds none. */
export async function demonstrationSignIns(database: Connection): Promise<readonly string[]> {
  const people = (await listPeople(database)).filter(({ madeUp, closed }) => madeUp && !closed)
  if (people.length === 0) return []
  const lines: string[] = []
  for (const { personId, email } of people) {
    const person = await findVisitor(database, personId)
    if (person !== undefined) lines.push(`  ${email}: ${roleWords(person)}`)
  }
  return [`Sign in to the demonstration with the password "${demonstrationPassword}" as one of:`, ...lines]
}

function roleWords({ overallRoles, inspectionRoles }: KnownVisitor): string {
  const byRole = Map.groupBy(inspectionRoles, ({ role }) => role)
  const held = [...byRole].map(([role, inspections]) => {
    const ids = inspections.map(({ inspectionId }) => inspectionId)
    return `${roleTitles[role]} in ${ids.join(' and ')}`
  })
  return [...overallRoles.map((role) => roleTitles[role]), ...held].join(', ')
}
