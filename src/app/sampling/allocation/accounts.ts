import type { AssessorRole } from '../../../core/sampling/allocation/allocation.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import { mayDo } from '../../people/access/mayDo.ts'
import { listRolesIn } from '../../people/access/rights.queries.ts'
import { isRoleInInspection } from '../../people/access/roles.ts'
import { addressesOfSharedNames } from '../../people/accounts/sharedNames.ts'

/** `name` has the address behind it where two people have one name; `ownName` never has. */
export type Account = {
  readonly personId: string
  readonly name: string
  readonly ownName: string
  /** As which they assess, by their roles in the inspection. */
  readonly role: AssessorRole
}

/** The accounts whose role in the inspection lets them answer its cases, by name. */
export async function listAccounts(
  connection: Connection,
  inspectionId: string,
): Promise<readonly Account[]> {
  const held = (await listRolesIn(connection, inspectionId)).filter(({ role }) => answers(inspectionId, role))
  const addresses = addressesOfSharedNames(held)
  const accounts = new Map<string, Account>()
  for (const { personId, name: ownName, role } of held) {
    const address = addresses.get(personId)
    const name = address === undefined ? ownName : `${ownName} (${address})`
    const isInspector = role !== 'local-assessor' || accounts.get(personId)?.role === 'inspector'
    accounts.set(personId, { personId, name, ownName, role: isInspector ? 'inspector' : 'local-assessor' })
  }
  return [...accounts.values()]
}

function answers(inspectionId: string, role: string): boolean {
  if (!isRoleInInspection(role)) return false
  const somebody = { kind: 'person', personId: '', name: '', overallRoles: [] } as const
  const visitor = { ...somebody, inspectionRoles: [{ inspectionId, role }] }
  return mayDo(visitor, 'case.answer', { inspectionId, stage: 'fieldwork' }).allowed
}
