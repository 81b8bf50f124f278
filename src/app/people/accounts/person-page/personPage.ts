import { done, refuse } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { redirectSaying } from '../../../layout/form/doneSentences.ts'
import { type FormPage, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { personPath } from '../../paths.ts'
import { problem } from '../../problems.ts'
import { changePerson, closePerson, resetPerson } from '../managePeople.ts'
import { linkPage } from '../password-page/linkPage.ts'
import { findPerson } from '../people.queries.ts'
import { isTicked, personForm } from '../person.form.ts'
import { personForms, personView } from './personPage.view.ts'

const personDone = {
  saved: 'Person saved',
  closed: 'Account closed',
  opened: 'Account reopened',
}

const path = '/people/:person'
const permission = 'people.manage'

const page: FormPage = {
  template: 'people/accounts/person-page/personPage.njk',
  done: personDone,
  view: async ({ params: { person: personId = '' } }, shell, sent) => {
    const person = await findPerson(shell.database, personId)
    return person === undefined
      ? refuse(problem('people.person-not-found', {}))
      : done(personView(person, sent))
  },
}

const change = sendForm(page, {
  name: personForms.change,
  act: ({ params: { person = '' }, body }, shell) => changePerson(shell, person, personForm(body)),
  next: (_, { params: { person = '' } }) => redirectSaying(personDone, 'saved', personPath(person)),
})

const close = sendForm(page, {
  name: personForms.close,
  act: ({ params: { person = '' }, body }, shell) => closePerson(shell, person, isTicked(body, 'closed')),
  next: (_, { params: { person = '' }, body }) =>
    redirectSaying(personDone, isTicked(body, 'closed') ? 'closed' : 'opened', personPath(person)),
})

/** Returns the routes of one person’s account. Links to set a password begin with `origin`. */
export function personPageRoutes(origin: () => string): readonly Route[] {
  const reset = sendForm(page, {
    name: personForms.reset,
    act: ({ params: { person = '' }, body }, shell) =>
      resetPerson(shell, person, isTicked(body, 'withoutAuthenticator')),
    next: async (link, { params: { person: personId = '' } }, { database }) => {
      const person = await findPerson(database, personId)
      return linkPage(origin(), { personId, name: person?.name ?? '', link })
    },
  })
  return [
    { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
    { method: 'POST', path, permission, audit: 'person.change', repeats: true, handle: change },
    { method: 'POST', path: `${path}/reset`, permission, audit: 'person.reset', handle: reset },
    { method: 'POST', path: `${path}/close`, permission, audit: 'person.close', handle: close },
  ]
}
