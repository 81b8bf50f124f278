/** The people of the demonstration: one for each role, with a password that everyone knows. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isOverallRole, roleTitles } from '../../../core/access/roles.ts'
import { listText } from '../../../core/kernel/listText.ts'
import { done, type Result } from '../../../core/kernel/result.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import { readJsonFile } from '../../../platform/readJsonFile.ts'
import { readShape } from '../../../platform/readShape.ts'
import { type Shell, withinTransaction } from '../../../platform/shell.ts'
import { giveRole } from '../access/assignRoles.ts'
import { findVisitor, type KnownVisitor, listRolesIn } from '../access/rights.queries.ts'
import { hashPassword } from '../sign-in/passwordHash.ts'
import { addPerson } from './managePeople.ts'
import { findPersonByEmail, listPeople, savePasswordHash } from './people.queries.ts'

/** Everyone knows it, so these people can sign in only if no other computer can reach the server. */
export const demonstrationPassword = 'northmoor is made up'

const schema = z.array(
  z.strictObject({
    name: z.string(),
    email: z.string(),
    overall: z.array(z.string()).default([]),
    /** The roles in single inspections, by the id of the inspection. */
    inspections: z.record(z.string(), z.array(z.string())).default({}),
  }),
)

type DemonstrationPerson = z.infer<typeof schema>[number]

/**
 * Adds the people of `people.json` who are missing, and gives all of them their roles in those of `inspectionIds` in
 * which no one has a role yet. Returns how many were added; refuses if the file cannot be read.
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
    const result = await giveRoles(shell, inspectionId, people)
    if (!result.ok) return result
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

/** Gives all roles of an inspection or none, so that a start that is interrupted leaves no one out. */
async function giveRoles(
  shell: Shell,
  inspectionId: string,
  people: readonly DemonstrationPerson[],
): Promise<Result<null>> {
  return shell.transact(async (tx) => {
    const inner = withinTransaction(shell, tx)
    for (const { email, inspections } of people) {
      for (const role of inspections[inspectionId] ?? []) {
        const result = await giveRole(inner, inspectionId, { email, role })
        if (!result.ok) return result
      }
    }
    return done(null)
  })
}

/** Returns lines that say how to sign in as each person of the demonstration, with their roles; none without them. */
export async function demonstrationSignIns(database: Connection): Promise<readonly string[]> {
  const people = (await listPeople(database)).filter(({ madeUp, closed }) => madeUp && !closed)
  if (people.length === 0) return []
  const lines: string[] = []
  for (const { personId, email } of people) {
    const person = await findVisitor(database, personId)
    if (person !== undefined) lines.push(`  ${email}: ${rolesText(person)}`)
  }
  return [
    `Sign in to the demonstration with the password "${demonstrationPassword}" as one of these:`,
    ...lines,
  ]
}

function rolesText({ overallRoles, inspectionRoles }: KnownVisitor): string {
  const byRole = Map.groupBy(inspectionRoles, ({ role }) => role)
  const inInspections = [...byRole].map(([role, inspections]) => {
    const ids = inspections.map(({ inspectionId }) => inspectionId)
    return `${roleTitles[role]} in ${listText(ids)}`
  })
  return [...overallRoles.map((role) => roleTitles[role]), ...inInspections].join(', ')
}
