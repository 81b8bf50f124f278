/**
 * Whether a person ever had a permission in an inspection: the changes of their roles and of the stage in the audit log
 * are followed from the first to now, and the permission table is asked after each of them.
 */
import type { Stage } from '../kernel/stages.ts'
import { mayDo } from './mayDo.ts'
import type { Permission } from './permissionTable.ts'
import type { RoleInInspection } from './roles.ts'

/** One change that may give or remove a permission, as the audit log has it. */
export type RightsChange =
  | { readonly kind: 'given' | 'removed'; readonly role: RoleInInspection }
  | { readonly kind: 'stage'; readonly from: Stage; readonly to: Stage }

/** The roles of the person and the stage of the inspection now. */
export type PresentRights = { readonly roles: readonly RoleInInspection[]; readonly stage: Stage }

/**
 * Returns whether a person has, or ever had, a permission in an inspection. `changes` are those of the person and the
 * inspection, the oldest first.
 */
export function onceHadPermission(
  permission: Permission,
  present: PresentRights,
  changes: readonly RightsChange[],
): boolean {
  const firstMove = changes.find(({ kind }) => kind === 'stage')
  let stage = firstMove?.kind === 'stage' ? firstMove.from : present.stage
  const roles = new Set(rolesAtFirst(present, changes))
  if (allows(permission, roles, stage)) return true
  return changes.some((change) => {
    if (change.kind === 'stage') stage = change.to
    else if (change.kind === 'given') roles.add(change.role)
    else roles.delete(change.role)
    return allows(permission, roles, stage)
  })
}

/** A person had a role before its first change if that removed it, or if they have it and no change says since when. */
function rolesAtFirst({ roles }: PresentRights, changes: readonly RightsChange[]): RoleInInspection[] {
  const roleChanges = changes.flatMap((change) => (change.kind === 'stage' ? [] : [change]))
  const unchanged = roles.filter((role) => roleChanges.every((change) => change.role !== role))
  const removedFirst = roleChanges.filter(
    (change) => change.kind === 'removed' && roleChanges.find(({ role }) => role === change.role) === change,
  )
  return [...unchanged, ...removedFirst.map(({ role }) => role)]
}

function allows(permission: Permission, roles: ReadonlySet<RoleInInspection>, stage: Stage): boolean {
  const inspectionRoles = [...roles].map((role) => ({ inspectionId: '', role }))
  const person = { kind: 'person', personId: '', name: '', overallRoles: [], inspectionRoles } as const
  return mayDo(person, permission, { inspectionId: '', stage }).allowed
}
