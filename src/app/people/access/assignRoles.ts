/** Giving and removing roles in an inspection. */

import { isRoleInInspection, rolesInInspection } from '../../../core/access/roles.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Shell } from '../../../platform/shell.ts'
import { findPerson, findPersonByEmail, isAddedBy } from '../accounts/people.queries.ts'
import { problem } from '../problems.ts'
import { deleteInspectionRole, insertInspectionRole, isOnRegister } from './rights.queries.ts'

/** A role, and the person by the email address or the id of their account. */
export type RoleForm = { readonly role: string } & (
  | { readonly email: string }
  | { readonly personId: string }
)

/**
 * Gives a person a role in an inspection; nothing changes if they have it. Refuses the actor’s own roles, and a lead
 * inspector unless the actor may name leads and did not add the account: otherwise one person could invent another who
 * can do everything.
 */
export async function giveRole(shell: Shell, inspectionId: string, form: RoleForm): Promise<Result<null>> {
  return changeRole(shell, inspectionId, form, 'give')
}

/** Removes a role in an inspection from a person; nothing changes if they do not have it. Refuses as `giveRole` does. */
export async function removeRole(shell: Shell, inspectionId: string, form: RoleForm): Promise<Result<null>> {
  return changeRole(shell, inspectionId, form, 'remove')
}

async function changeRole(
  shell: Shell,
  inspectionId: string,
  form: RoleForm,
  change: 'give' | 'remove',
): Promise<Result<null>> {
  const { role } = form
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
      'email' in form ? await findPersonByEmail(tx, form.email) : await findPerson(tx, form.personId)
    // A role can be removed from a closed account, so that it reopens without it.
    if (person === undefined || (change === 'give' && person.closed)) {
      const unknown = 'email' in form ? problem('people.no-account', {}, { field: 'email' }) : null
      return refuse(unknown ?? problem('people.person-not-found', {}))
    }
    if (!(await isOnRegister(tx, inspectionId))) return refuse(problem('request.not-found', {}))
    if (person.personId === shell.actor.personId) return refuse(problem('people.own-role', {}))
    if (change === 'give' && role === 'lead' && (await isAddedBy(tx, person.personId, shell.actor))) {
      return refuse(problem('people.lead-of-own-account', {}, { field: 'email' }))
    }
    const saveRole = change === 'give' ? insertInspectionRole : deleteInspectionRole
    if (!(await saveRole(tx, person.personId, { inspectionId, role }))) return done(null)
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
