import { isRoleInInspection, rolesInInspection, roleTitles } from '../../../../core/access/roles.ts'
import { type Stage, stageTitles } from '../../../../core/kernel/stages.ts'
import { inspectionPagePath, inspectionPath } from '../../../layout/inspectionPath.ts'
import { addressesOfSharedNames } from '../../accounts/sharedNames.ts'
import { inspectionPeoplePath, removeRolePath } from '../../paths.ts'
import type { RoleOfPerson } from '../rights.queries.ts'

export type InspectionPeople = {
  readonly inspectionId: string
  readonly serviceName: string
  readonly stage: Stage
  readonly people: readonly RoleOfPerson[]
  /** Who looks at the page: undefined for someone without an account. */
  readonly actorId: string | undefined
  readonly mayNameLead: boolean
  /** The role of a form that was refused; empty if none was. */
  readonly selectedRole: string
}

/** Returns what the page of the roles in an inspection prints. */
export function inspectionPeopleView(loaded: InspectionPeople) {
  const { inspectionId, serviceName, stage, people, actorId, mayNameLead, selectedRole } = loaded
  const addresses = addressesOfSharedNames(people)
  const choices = rolesInInspection.filter((role) => role !== 'lead' || mayNameLead)
  return {
    serviceName,
    inspectionHref: inspectionPath(inspectionId),
    stageHref: inspectionPagePath(inspectionId, 'stage'),
    stageTitle: stageTitles[stage],
    mayNameLead,
    people: people.map(({ personId, name, role }) => ({
      personId,
      name,
      address: addresses.get(personId) ?? null,
      role,
      title: isRoleInInspection(role) ? roleTitles[role] : role,
      mayRemove: personId !== actorId && (role !== 'lead' || mayNameLead),
    })),
    roles: [
      { value: '', text: 'Select a role', selected: selectedRole === '' },
      ...choices.map((role) => ({ value: role, text: roleTitles[role], selected: selectedRole === role })),
    ],
    giveHref: inspectionPeoplePath(inspectionId),
    removeHref: removeRolePath(inspectionId),
  }
}
