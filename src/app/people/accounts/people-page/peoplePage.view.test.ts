import { expect, test } from 'vitest'
import { problem } from '../../problems.ts'
import type { Person } from '../people.queries.ts'
import { peopleView } from './peoplePage.view.ts'

const person: Person = {
  personId: 'p 1',
  email: 'maya@example.org',
  name: 'Maya Iqbal',
  madeUp: false,
  closed: false,
  hasPassword: true,
  hasAuthenticator: false,
  overallRoles: [],
}

test.each<[Partial<Person>, string]>([
  [{}, 'Open'],
  [{ hasPassword: false }, 'No password yet'],
  [{ closed: true }, 'Closed'],
  [{ closed: true, hasPassword: false }, 'Closed'],
])('the status of an account with %j is: %s', (changes, status) => {
  expect(peopleView([{ ...person, ...changes }], null).people[0]?.status).toBe(status)
})

test('a person has their roles, what is special about the account, and a page', () => {
  const special = {
    ...person,
    hasAuthenticator: true,
    madeUp: true,
    overallRoles: ['administrator'],
  } as const
  expect(peopleView([special, person], null).people).toMatchObject([
    {
      href: '/people/p%201',
      roles: 'Administrator',
      notes: ['Uses an authenticator app', 'Demonstration'],
    },
    { roles: 'None', notes: [] },
  ])
})

test('a form that was refused has the same roles ticked', () => {
  const values = { 'role-administrator': 'yes' }
  const view = peopleView([], { form: '', values, problems: [problem('people.name-missing', {})] })
  expect(view.roles.map(({ checked }) => checked)).toEqual([false, false, true])
})
