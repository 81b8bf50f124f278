import { mayDo } from '../../../core/access/mayDo.ts'
import { isRoleInInspection } from '../../../core/access/roles.ts'
import type { AssessorRole } from '../../../core/sampling/allocation/allocation.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import { listRolesIn } from '../../people/access/rights.queries.ts'
import { addressesOfSharedNames } from '../../people/accounts/sharedNames.ts'

/** `name` has the email address after it if two people have the same name; `ownName` never has. */
export type Account = {
  readonly personId: string
  readonly name: string
  readonly ownName: string
  /** The role in which they assess cases. */
  readonly role: AssessorRole
}

/** Returns the accounts whose role in the inspection lets them answer its cases, in the order of the names. */
export async function listAccounts(
  connection: Connection,
  inspectionId: string,
): Promise<readonly Account[]> {
  const roles = (await listRolesIn(connection, inspectionId)).filter(({ role }) =>
    answers(inspectionId, role),
  )
  const addresses = addressesOfSharedNames(roles)
  const accounts = new Map<string, Account>()
  for (const { personId, name: ownName, role } of roles) {
    const address = addresses.get(personId)
    const name = address === undefined ? ownName : `${ownName} (${address})`
    const isInspector = role !== 'local-assessor' || accounts.get(personId)?.role === 'inspector'
    accounts.set(personId, { personId, name, ownName, role: isInspector ? 'inspector' : 'local-assessor' })
  }
  return [...accounts.values()]
}

function answers(inspectionId: string, role: string): boolean {
  if (!isRoleInInspection(role)) return false
  const person = { kind: 'person', personId: '', name: '', overallRoles: [] } as const
  const visitor = { ...person, inspectionRoles: [{ inspectionId, role }] }
  return mayDo(visitor, 'case.answer', { inspectionId, stage: 'fieldwork' }).allowed
}
