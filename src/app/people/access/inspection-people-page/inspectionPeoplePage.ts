import type { Problem } from '../../../../core/kernel/problem.ts'
import { stageTitles } from '../../../../core/kernel/stages.ts'
import type { Reply, Route } from '../../../../platform/http/route.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { inspectionPath } from '../../../layout/inspectionPath.ts'
import { doneWords } from '../../accounts/people-page/doneWords.ts'
import { addressesToTellApart } from '../../accounts/tellApart.ts'
import { formErrors } from '../../formErrors.ts'
import { problem } from '../../problems.ts'
import { giveRole, takeRole } from '../assignRoles.ts'
import { findServiceName, findStage, isOnRegister, listRolesIn } from '../rights.queries.ts'
import { isRoleInInspection, rolesInInspection, roleTitles } from '../roles.ts'

const path = '/inspections/:inspection/people'
const assigns = { method: 'POST', permission: 'inspection.assign', audit: 'inspection.assign' } as const

/** Who has which role in an inspection. */
export const inspectionPeopleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    permission: 'inspection.assign',
    audit: 'reads',
    handle: ({ params: { inspection = '' }, query: { done } }, shell) =>
      inspectionPeoplePage(shell, inspection, { done }),
  },
  {
    ...assigns,
    path,
    handle: async ({ params: { inspection = '' }, body }, shell) => {
      const { email = '', role = '' } = body
      const given = await giveRole(shell, inspection, { email, role })
      return given.ok
        ? back(inspection, 'given')
        : inspectionPeoplePage(shell, inspection, { typed: body, problems: given.problems })
    },
  },
  {
    ...assigns,
    path: `${path}/remove`,
    handle: async ({ params: { inspection = '' }, body }, shell) => {
      const { person = '', role = '' } = body
      const taken = await takeRole(shell, inspection, { personId: person, role })
      return taken.ok
        ? back(inspection, 'taken')
        : inspectionPeoplePage(shell, inspection, { problems: taken.problems })
    },
  },
]

function back(inspection: string, done: string): Reply {
  return { kind: 'redirect', to: `${inspectionPath(inspection)}/people?done=${done}` }
}

type Shown = {
  readonly done?: string | undefined
  readonly typed?: Readonly<Record<string, string>>
  readonly problems?: readonly Problem[]
}

async function inspectionPeoplePage(
  shell: Shell,
  id: string,
  { done, typed = {}, problems = [] }: Shown,
): Promise<Reply> {
  const serviceName = await findServiceName(shell.database, id)
  if (serviceName === undefined || !(await isOnRegister(shell.database, id)))
    return { kind: 'refused', problems: [problem('request.not-found', {})] }
  const held = await listRolesIn(shell.database, id)
  const addresses = addressesToTellApart(held)
  const mayNameLead = await shell.mayDo('inspection.name-lead', id)
  const stage = await findStage(shell.database, id)
  const chosen = typed['role'] ?? ''
  return {
    kind: 'page',
    template: 'people/access/inspection-people-page/inspectionPeoplePage.njk',
    status: problems.length > 0 ? 422 : 200,
    problems,
    model: {
      inspectionId: id,
      serviceName,
      done: doneWords(done),
      typed,
      errors: formErrors(problems),
      held: held.map(({ personId, name, role }) => ({
        personId,
        name,
        address: addresses.get(personId) ?? null,
        role,
        title: isRoleInInspection(role) ? roleTitles[role] : role,
        mayTake: personId !== shell.actor.personId && (role !== 'lead' || mayNameLead),
      })),
      roles: [
        { value: '', text: 'Choose a role', selected: chosen === '' },
        ...rolesInInspection
          .filter((role) => role !== 'lead' || mayNameLead)
          .map((role) => ({
            value: role,
            text: roleTitles[role],
            selected: chosen === role,
          })),
      ],
      stageTitle: stageTitles[stage],
    },
  }
}
