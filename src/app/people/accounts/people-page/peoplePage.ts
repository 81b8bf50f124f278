import type { Problem } from '../../../../core/kernel/problem.ts'
import type { Reply, Route } from '../../../../platform/http/route.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { overallRoles, roleTitles } from '../../access/roles.ts'
import { formErrors } from '../../formErrors.ts'
import { problem } from '../../problems.ts'
import { addPerson, changePerson, closePerson, resetPerson } from '../managePeople.ts'
import { linkHours } from '../password-page/setPassword.ts'
import { findPerson, listPeople } from '../people.queries.ts'
import { doneWords } from './doneWords.ts'
import { isTicked, overallRolesIn, personWords } from './people.form.ts'

const managed = { permission: 'people.manage' } as const

/** An administrator's pages. `origin` is where people reach the server: links to set a password begin with it. */
export function peopleAdministrationRoutes(origin: () => string): readonly Route[] {
  return [
    {
      ...managed,
      method: 'GET',
      path: '/people',
      audit: 'reads',
      handle: (_request, shell) => peoplePage(shell, {}, []),
    },
    {
      ...managed,
      method: 'POST',
      path: '/people',
      audit: 'person.add',
      handle: async ({ body }, shell) => {
        const words = personWords(body)
        const added = await addPerson(shell, words)
        if (!added.ok) return peoplePage(shell, body, added.problems)
        return linkPage(origin(), added.value.personId, words.name, added.value.link)
      },
    },
    {
      ...managed,
      method: 'GET',
      path: '/people/:person',
      audit: 'reads',
      handle: ({ params: { person = '' }, query: { done } }, shell) => personPage(shell, person, { done }),
    },
    {
      ...managed,
      method: 'POST',
      path: '/people/:person',
      audit: 'person.change',
      repeats: true,
      handle: async ({ params: { person = '' }, body }, shell) => {
        const typed = { name: personWords(body).name, overallRoles: overallRolesIn(body) }
        const changed = await changePerson(shell, person, typed)
        if (changed.ok) return backTo(person, 'saved')
        return personPage(shell, person, { typed, problems: changed.problems })
      },
    },
    ...accountEndRoutes(origin),
  ]
}

function accountEndRoutes(origin: () => string): readonly Route[] {
  return [
    {
      ...managed,
      method: 'POST',
      path: '/people/:person/reset',
      audit: 'person.reset',
      handle: async ({ params: { person = '' }, body }, shell) => {
        const reset = await resetPerson(shell, person, isTicked(body, 'withoutAuthenticator'))
        if (!reset.ok) return personPage(shell, person, { problems: reset.problems })
        const found = await findPerson(shell.database, person)
        return linkPage(origin(), person, found?.name ?? '', reset.value)
      },
    },
    {
      ...managed,
      method: 'POST',
      path: '/people/:person/close',
      audit: 'person.close',
      handle: async ({ params: { person = '' }, body }, shell) => {
        const close = isTicked(body, 'closed')
        const done = await closePerson(shell, person, close)
        if (!done.ok) return personPage(shell, person, { problems: done.problems })
        return backTo(person, close ? 'closed' : 'opened')
      },
    },
  ]
}

async function peoplePage(
  shell: Shell,
  typed: Readonly<Record<string, string>>,
  problems: readonly Problem[],
): Promise<Reply> {
  const people = await listPeople(shell.database)
  return {
    kind: 'page',
    template: 'people/accounts/people-page/peoplePage.njk',
    status: problems.length > 0 ? 422 : 200,
    problems,
    model: {
      typed,
      errors: formErrors(problems),
      roles: roleChoices(overallRolesIn(typed)),
      people: people.map((person) => ({
        ...person,
        roles: person.overallRoles.map((role) => roleTitles[role]).join(', '),
      })),
    },
  }
}

function backTo(personId: string, done: string): Reply {
  return { kind: 'redirect', to: `/people/${encodeURIComponent(personId)}?done=${done}` }
}

/** `typed` is what was sent and refused. */
type ShownPerson = {
  readonly typed?: { readonly name: string; readonly overallRoles: readonly string[] }
  readonly problems?: readonly Problem[]
  readonly done?: string | undefined
}

async function personPage(
  shell: Shell,
  personId: string,
  { typed, problems = [], done }: ShownPerson,
): Promise<Reply> {
  const person = await findPerson(shell.database, personId)
  if (person === undefined) return { kind: 'refused', problems: [problem('people.person-not-found', {})] }
  return {
    kind: 'page',
    template: 'people/accounts/person-page/personPage.njk',
    status: problems.length > 0 ? 422 : 200,
    problems,
    model: {
      person,
      done: doneWords(done),
      name: typed?.name ?? person.name,
      roles: roleChoices(typed?.overallRoles ?? person.overallRoles),
      errors: formErrors(problems),
    },
  }
}

function roleChoices(chosen: readonly string[]) {
  return overallRoles.map((role) => ({
    name: `role-${role}`,
    value: 'yes',
    text: roleTitles[role],
    checked: chosen.includes(role),
  }))
}

/** Shown in the answer itself: the link is stored as a hash, so no later page could show it. */
function linkPage(origin: string, personId: string, name: string, link: string): Reply {
  const model = { personId, name, address: `${origin}/set-password/${link}`, hours: linkHours }
  return { kind: 'page', template: 'people/accounts/password-page/linkPage.njk', model }
}
