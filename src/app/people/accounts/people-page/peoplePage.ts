import { done } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { type FormPage, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { peoplePath as path } from '../../paths.ts'
import { addPerson } from '../managePeople.ts'
import { linkPage } from '../password-page/linkPage.ts'
import { listPeople } from '../people.queries.ts'
import { personForm } from '../person.form.ts'
import { peopleView } from './peoplePage.view.ts'

const permission = 'people.manage'

const page: FormPage = {
  template: 'people/accounts/people-page/peoplePage.njk',
  view: async (_request, shell, sent) => done(peopleView(await listPeople(shell.database), sent)),
}

/** Returns the routes of the list of people. Links to set a password begin with `origin`, where people reach the server. */
export function peoplePageRoutes(origin: () => string): readonly Route[] {
  const add = sendForm(page, {
    act: ({ body }, shell) => addPerson(shell, personForm(body)),
    next: ({ personId, link }, { body }) =>
      linkPage(origin(), { personId, name: personForm(body).name, link }),
  })
  return [
    { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
    { method: 'POST', path, permission, audit: 'person.add', handle: add },
  ]
}
