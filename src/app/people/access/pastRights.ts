/**
 * Whether somebody ever had a right in an inspection: the audit log's changes of their roles and of the stage are
 * followed from the first to now, and the permission table is asked at each of them.
 */
import type { Stage } from '../../../core/kernel/stages.ts'
import type { Permission } from '../../../platform/declared.ts'
import type { Shell } from '../../../platform/shell.ts'
import { mayDo } from './mayDo.ts'
import { listRightsChanges } from './pastRights.queries.ts'
import { findStage, findVisitor } from './rights.queries.ts'
import type { RoleInInspection } from './roles.ts'

/** One change that may give or take a right, as the audit log has it. */
export type RightsChange =
  | { readonly kind: 'given' | 'taken'; readonly role: RoleInInspection }
  | { readonly kind: 'stage'; readonly from: Stage; readonly to: Stage }

/** What holds now. */
export type PresentRights = { readonly roles: readonly RoleInInspection[]; readonly stage: Stage }

/** Whether the acting person may do what `permission` names in the inspection, or ever might. */
export async function hadRight(
  { database, actor }: Shell,
  permission: Permission,
  inspectionId: string,
): Promise<boolean> {
  const person = actor.personId === undefined ? undefined : await findVisitor(database, actor.personId)
  if (person === undefined) return false
  const held = person.inspectionRoles.filter((each) => each.inspectionId === inspectionId)
  const present = { roles: held.map(({ role }) => role), stage: await findStage(database, inspectionId) }
  return couldOnce(permission, present, await listRightsChanges(database, person.personId, inspectionId))
}

/** `changes` are those of one person and one inspection, the oldest first. */
export function couldOnce(
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

/** A role was there before the first change of it if that took it, or if it is held and nothing tells since when. */
function rolesAtFirst({ roles }: PresentRights, changes: readonly RightsChange[]): RoleInInspection[] {
  const told = changes.flatMap((change) => (change.kind === 'stage' ? [] : [change]))
  const untold = roles.filter((role) => told.every((change) => change.role !== role))
  const takenFirst = told.filter(
    (change) => change.kind === 'taken' && told.find(({ role }) => role === change.role) === change,
  )
  return [...untold, ...takenFirst.map(({ role }) => role)]
}

function allows(permission: Permission, roles: ReadonlySet<RoleInInspection>, stage: Stage): boolean {
  const inspectionRoles = [...roles].map((role) => ({ inspectionId: '', role }))
  const person = { kind: 'person', personId: '', name: '', overallRoles: [], inspectionRoles } as const
  return mayDo(person, permission, { inspectionId: '', stage }).allowed
}
