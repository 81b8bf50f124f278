import type { AssessorRole } from '../../../core/sampling/allocation/allocation.ts'
import { mayDo } from '../../people/mayDo.ts'
import { listRolesIn } from '../../people/rights.queries.ts'
import { isRoleInInspection } from '../../people/roles.ts'
import type { Connection } from './sampledCases.ts'

export type Account = {
  readonly personId: string
  readonly name: string
  readonly email: string
  /** As which they assess, by their roles in the inspection. */
  readonly role: AssessorRole
}

/** The accounts whose role in the inspection lets them answer its cases, by name. */
export async function listAccounts(
  connection: Connection,
  inspectionId: string,
): Promise<readonly Account[]> {
  const accounts = new Map<string, Account>()
  for (const { role, ...account } of await listRolesIn(connection, inspectionId)) {
    if (!answers(inspectionId, role)) continue
    const isInspector = role !== 'local-assessor' || accounts.get(account.personId)?.role === 'inspector'
    accounts.set(account.personId, { ...account, role: isInspector ? 'inspector' : 'local-assessor' })
  }
  return [...accounts.values()]
}

function answers(inspectionId: string, role: string): boolean {
  if (!isRoleInInspection(role)) return false
  const somebody = { kind: 'person', personId: '', name: '', overallRoles: [] } as const
  const visitor = { ...somebody, inspectionRoles: [{ inspectionId, role }] }
  return mayDo(visitor, 'case.answer', { inspectionId, stage: 'fieldwork' }).allowed
}
