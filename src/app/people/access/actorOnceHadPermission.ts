import { onceHadPermission } from '../../../core/access/pastRights.ts'
import type { Permission } from '../../../platform/declared.ts'
import type { Shell } from '../../../platform/shell.ts'
import { listRightsChanges } from './pastRights.queries.ts'
import { findStage, findVisitor } from './rights.queries.ts'

/** Returns whether the acting person has, or ever had, a permission in the inspection. */
export async function actorOnceHadPermission(
  { database, actor }: Shell,
  permission: Permission,
  inspectionId: string,
): Promise<boolean> {
  const person = actor.personId === undefined ? undefined : await findVisitor(database, actor.personId)
  if (person === undefined) return false
  const roles = person.inspectionRoles.filter((each) => each.inspectionId === inspectionId)
  const present = { roles: roles.map(({ role }) => role), stage: await findStage(database, inspectionId) }
  const changes = await listRightsChanges(database, person.personId, inspectionId)
  return onceHadPermission(permission, present, changes)
}
