import { done, refuse } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { redirectSaying } from '../../../layout/form/doneSentences.ts'
import { type FormPage, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { inspectionPeoplePath } from '../../paths.ts'
import { problem } from '../../problems.ts'
import { giveRole, removeRole } from '../assignRoles.ts'
import { findServiceName, findStage, isOnRegister, listRolesIn } from '../rights.queries.ts'
import { inspectionPeopleView } from './inspectionPeoplePage.view.ts'

const inspectionPeopleDone = { given: 'Role given', removed: 'Role removed' }

const path = '/inspections/:inspection/people'
const permission = 'inspection.assign'

const page: FormPage = {
  template: 'people/access/inspection-people-page/inspectionPeoplePage.njk',
  done: inspectionPeopleDone,
  view: async ({ params: { inspection: inspectionId = '' } }, shell, sent) => {
    const { database, actor } = shell
    const serviceName = await findServiceName(database, inspectionId)
    if (serviceName === undefined || !(await isOnRegister(database, inspectionId))) {
      return refuse(problem('request.not-found', {}))
    }
    return done(
      inspectionPeopleView({
        inspectionId,
        serviceName,
        stage: await findStage(database, inspectionId),
        people: await listRolesIn(database, inspectionId),
        actorId: actor.personId,
        mayNameLead: await shell.mayDo('inspection.name-lead', inspectionId),
        selectedRole: sent?.form === 'give' ? (sent.values['role'] ?? '') : '',
      }),
    )
  },
}

const give = sendForm(page, {
  name: 'give',
  act: ({ params: { inspection = '' }, body: { email = '', role = '' } }, shell) =>
    giveRole(shell, inspection, { email, role }),
  next: (_, { params: { inspection = '' } }) =>
    redirectSaying(inspectionPeopleDone, 'given', inspectionPeoplePath(inspection)),
})

const remove = sendForm(page, {
  name: 'remove',
  act: ({ params: { inspection = '' }, body: { person = '', role = '' } }, shell) =>
    removeRole(shell, inspection, { personId: person, role }),
  next: (_, { params: { inspection = '' } }) =>
    redirectSaying(inspectionPeopleDone, 'removed', inspectionPeoplePath(inspection)),
})

/** The routes of the roles in an inspection. */
export const inspectionPeopleRoutes: readonly Route[] = [
  { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
  { method: 'POST', path, permission, audit: 'inspection.assign', handle: give },
  { method: 'POST', path: `${path}/remove`, permission, audit: 'inspection.assign', handle: remove },
]
