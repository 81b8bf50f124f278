/** Decides whether a person may do something, only from the permission table. */
import { listText } from '../kernel/listText.ts'
import { type Stage, stageTitles } from '../kernel/stages.ts'
import { type Permission, permissionTable } from './permissionTable.ts'
import { type OverallRole, overallRoles, type Role, type RoleInInspection, roleTitles } from './roles.ts'

export type InspectionRole = { readonly inspectionId: string; readonly role: RoleInInspection }

/** What matters of someone for permissions: that they are not signed in, or their roles. */
export type Visitor =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'person'
      readonly personId: string
      readonly name: string
      readonly overallRoles: readonly OverallRole[]
      readonly inspectionRoles: readonly InspectionRole[]
    }

export type InspectionStage = { readonly inspectionId: string; readonly stage: Stage }

/** `because` is a whole sentence that can be shown. `next` is `sign-in` if signing in might change the decision. */
export type Decision =
  | { readonly allowed: true; readonly because: string }
  | { readonly allowed: false; readonly because: string; readonly next: 'sign-in' | 'ask' }

/**
 * Returns whether `visitor` may do what `permission` names, in `inspection` or, if it is null, in all inspections. A
 * permission that belongs to inspections is given in all of them only by an overall role that has it at every stage.
 */
export function mayDo(
  visitor: Visitor,
  permission: Permission,
  inspection: InspectionStage | null,
): Decision {
  const rule = permissionTable[permission]
  if (rule.for === 'everyone') return allow('Everyone can do this.')
  if (rule.for === 'roles' && inspection !== null && rule.public.includes(inspection.stage)) {
    return allow('The inspection is published.')
  }
  if (visitor.kind === 'anonymous') {
    return { allowed: false, because: 'You are not signed in.', next: 'sign-in' }
  }
  if (rule.for === 'signed-in') return allow('Everyone who is signed in can do this.')
  const visitorRoles = rolesOf(visitor, inspection)
  const role = visitorRoles.find((each) => allowsAt(rule.roles[each] ?? [], each, inspection))
  return role === undefined
    ? refusal(visitorRoles, rule.roles, inspection)
    : allow(`Your role is ${roleTitles[role]}.`)
}

function allow(because: string): Decision {
  return { allowed: true, because }
}

function rolesOf(
  person: Extract<Visitor, { kind: 'person' }>,
  inspection: InspectionStage | null,
): readonly Role[] {
  const here = person.inspectionRoles.filter(({ inspectionId }) => inspectionId === inspection?.inspectionId)
  return [...person.overallRoles, ...here.map(({ role }) => role)]
}

function allowsAt(allowed: readonly Stage[], role: Role, inspection: InspectionStage | null): boolean {
  if (inspection !== null) return allowed.includes(inspection.stage)
  const isOverall = overallRoles.some((each) => each === role)
  return isOverall && allowed.length === Object.keys(stageTitles).length
}

function refusal(
  visitorRoles: readonly Role[],
  allowed: Readonly<Partial<Record<Role, readonly Stage[]>>>,
  inspection: InspectionStage | null,
): Decision {
  const atOtherStage = visitorRoles.find((role) => (allowed[role] ?? []).length > 0)
  if (inspection !== null && atOtherStage !== undefined) {
    const because = `Your role (${roleTitles[atOtherStage]}) does not allow this at the stage “${stageTitles[inspection.stage]}”.`
    return { allowed: false, because, next: 'ask' }
  }
  if (visitorRoles.length === 0) return { allowed: false, because: noRole(inspection), next: 'ask' }
  const titles = visitorRoles.map((role) => roleTitles[role])
  const because =
    titles.length === 1
      ? `Your role (${titles.join()}) does not allow this.`
      : `Your roles (${listText(titles)}) do not allow this.`
  return { allowed: false, because, next: 'ask' }
}

function noRole(inspection: InspectionStage | null): string {
  return inspection === null ? 'You have no role in all inspections.' : 'You have no role in this inspection.'
}
