/** Who has which role in an inspection. */
import { problem } from '../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../core/kernel/result.ts'
import { recordAudit } from '../../platform/audit.queries.ts'
import type { Shell } from '../../platform/shell.ts'
import { findPersonByEmail } from './people.queries.ts'
import { giveInspectionRole, isOnRegister, takeInspectionRole } from './rights.queries.ts'
import { isRoleInInspection, rolesInInspection } from './roles.ts'

export type RoleWords = { readonly email: string; readonly role: string }

/** Gives a person, named by their address, a role in an inspection. Whoever has it keeps it. */
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
  { email, role }: RoleWords,
  change: 'give' | 'take',
): Promise<Result<null>> {
  if (role === '') return refuse(problem('people.role-missing', {}, { field: 'role' }))
  if (!isRoleInInspection(role)) {
    return refuse(
      problem('people.role-not-found', { role, known: rolesInInspection.join(', ') }, { field: 'role' }),
    )
  }
  return shell.transact(async (tx) => {
    const person = await findPersonByEmail(tx, email)
    // A role can be taken from a closed account, so that it opens again without it.
    if (person === undefined || (change === 'give' && person.closed)) {
      return refuse(problem('people.no-account', {}, { field: 'email' }))
    }
    if (!(await isOnRegister(tx, inspectionId))) return refuse(problem('request.not-found', {}))
    if (person.personId === shell.actor.personId) return refuse(problem('people.own-role', {}))
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
