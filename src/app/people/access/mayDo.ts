/** The decision whether a person may do something, from the permission table alone. */
import { type Stage, stageTitles } from '../../../core/kernel/stages.ts'
import type { Permission } from '../../../platform/declared.ts'
import { permissionTable } from './permissionTable.ts'
import { type OverallRole, overallRoles, type Role, type RoleInInspection, roleTitles } from './roles.ts'

export type RoleHeld = { readonly inspectionId: string; readonly role: RoleInInspection }

/** Somebody as far as rights go: nobody known, or a person with the roles they hold. */
export type Visitor =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'person'
      readonly personId: string
      readonly name: string
      readonly overallRoles: readonly OverallRole[]
      readonly inspectionRoles: readonly RoleHeld[]
    }

export type InspectionStage = { readonly inspectionId: string; readonly stage: Stage }

/** `because` is a whole sentence that can be shown. `next` is `sign-in` where signing in might change the answer. */
export type Decision =
  | { readonly allowed: true; readonly because: string }
  | { readonly allowed: false; readonly because: string; readonly next: 'sign-in' | 'ask' }

/**
 * Whether `visitor` may do what `permission` names, in `inspection` or, where null, over all inspections. A right
 * that belongs to inspections is given over all of them only by an overall role that holds it in every stage.
 */
export function mayDo(
  visitor: Visitor,
  permission: Permission,
  inspection: InspectionStage | null,
): Decision {
  const rule = permissionTable[permission]
  if (rule.for === 'everyone') return allow('Everyone may.')
  if (rule.for === 'roles' && inspection !== null && rule.public.includes(inspection.stage)) {
    return allow('The inspection is published.')
  }
  if (visitor.kind === 'anonymous') {
    return { allowed: false, because: 'You are not signed in.', next: 'sign-in' }
  }
  if (rule.for === 'signed-in') return allow('Everyone who is signed in may.')
  const held = rolesHeld(visitor, inspection)
  const role = held.find((one) => holdsIn(rule.roles[one] ?? [], one, inspection))
  return role === undefined ? refusal(held, rule.roles, inspection) : allow(`${roleTitles[role]} may.`)
}

function allow(because: string): Decision {
  return { allowed: true, because }
}

function rolesHeld(
  person: Extract<Visitor, { kind: 'person' }>,
  inspection: InspectionStage | null,
): readonly Role[] {
  const own = person.inspectionRoles.filter(({ inspectionId }) => inspectionId === inspection?.inspectionId)
  return [...person.overallRoles, ...own.map(({ role }) => role)]
}

function holdsIn(allowed: readonly Stage[], role: Role, inspection: InspectionStage | null): boolean {
  if (inspection !== null) return allowed.includes(inspection.stage)
  const overall = overallRoles.some((one) => one === role)
  return overall && allowed.length === Object.keys(stageTitles).length
}

function refusal(
  held: readonly Role[],
  allowed: Readonly<Partial<Record<Role, readonly Stage[]>>>,
  inspection: InspectionStage | null,
): Decision {
  const inOtherStage = held.find((role) => (allowed[role] ?? []).length > 0)
  if (inspection !== null && inOtherStage !== undefined) {
    const because = `${roleTitles[inOtherStage]} may not in the stage “${stageTitles[inspection.stage]}”.`
    return { allowed: false, because, next: 'ask' }
  }
  if (held.length === 0) return { allowed: false, because: noRole(inspection), next: 'ask' }
  const titles = held.map((role) => roleTitles[role]).join(', ')
  return { allowed: false, because: `Your role does not allow it: ${titles}.`, next: 'ask' }
}

function noRole(inspection: InspectionStage | null): string {
  return inspection === null
    ? 'You have no role over all inspections.'
    : 'You have no role in this inspection.'
}
