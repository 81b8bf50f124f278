/** Who has which role in an inspection. */

import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Shell } from '../../../platform/shell.ts'
import { findPerson, findPersonByEmail, isAddedBy } from '../accounts/people.queries.ts'
import { problem } from '../problems.ts'
import { giveInspectionRole, isOnRegister, takeInspectionRole } from './rights.queries.ts'
import { isRoleInInspection, rolesInInspection } from './roles.ts'

/** A role, and the person by the address or by the id of their account. */
export type RoleWords = { readonly role: string } & (
  | { readonly email: string }
  | { readonly personId: string }
)

/**
 * Gives a person a role in an inspection. Whoever has it keeps it. Who leads an inspection is named by those who may
 * name leads, and never by whoever added the account: else one person could make up another who may do everything.
 */
export async function giveRole(shell: Shell, inspectionId: string, words: RoleWords): Promise<Result<null>> {
  return changeRole(shell, inspectionId, words, 'give')
}

/** Takes a role in an inspection from a person. */
export async function takeRole(shell: Shell, inspectionId: string, words: RoleWords): Promise<Result<null>> {
  return changeRole(shell, inspectionId, words, 'take')
}

async function changeRole(
  shell: Shell,
  inspectionId: string,
  words: RoleWords,
  change: 'give' | 'take',
): Promise<Result<null>> {
  const { role } = words
  if (role === '') return refuse(problem('people.role-missing', {}, { field: 'role' }))
  if (!isRoleInInspection(role)) {
    return refuse(
      problem('people.role-not-found', { role, known: rolesInInspection.join(', ') }, { field: 'role' }),
    )
  }
  if (role === 'lead' && !(await shell.mayDo('inspection.name-lead', inspectionId))) {
    return refuse(problem('people.lead-not-named', {}, { field: 'role' }))
  }
  return shell.transact(async (tx) => {
    const person =
      'email' in words ? await findPersonByEmail(tx, words.email) : await findPerson(tx, words.personId)
    // A role can be taken from a closed account, so that it opens again without it.
    if (person === undefined || (change === 'give' && person.closed)) {
      const unknown = 'email' in words ? problem('people.no-account', {}, { field: 'email' }) : null
      return refuse(unknown ?? problem('people.person-not-found', {}))
    }
    if (!(await isOnRegister(tx, inspectionId))) return refuse(problem('request.not-found', {}))
    if (person.personId === shell.actor.personId) return refuse(problem('people.own-role', {}))
    if (change === 'give' && role === 'lead' && (await isAddedBy(tx, person.personId, shell.actor))) {
      return refuse(problem('people.lead-of-own-account', {}, { field: 'email' }))
    }
    const held = { inspectionId, role }
    const saveRole = change === 'give' ? giveInspectionRole : takeInspectionRole
    if (!(await saveRole(tx, person.personId, held))) return done(null)
    await recordAudit(tx, shell, {
      action: 'inspection.assign',
      inspectionId,
      subject: person.personId,
      before: change === 'give' ? null : { role },
      after: change === 'give' ? { role } : null,
      reason: null,
    })
    return done(null)
  })
}
