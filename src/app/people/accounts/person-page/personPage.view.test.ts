import { expect, test } from 'vitest'
import type { SentForm } from '../../../layout/form/formPage.ts'
import { problem } from '../../problems.ts'
import type { Person } from '../people.queries.ts'
import { personView } from './personPage.view.ts'

const person: Person = {
  personId: 'p1',
  email: 'maya@example.org',
  name: 'Maya Iqbal',
  madeUp: false,
  closed: false,
  hasPassword: true,
  hasAuthenticator: false,
  overallRoles: ['administrator'],
}
const sent = (form: string): SentForm => ({
  form,
  values: { name: '', 'role-chief-inspector': 'yes' },
  problems: [problem('people.name-missing', {})],
})
const tickedIn = (view: ReturnType<typeof personView>) =>
  view.roles.filter(({ checked }) => checked).map(({ text }) => text)

test('shows what is stored', () => {
  const view = personView(person, null)
  expect(view.values).toEqual({ name: 'Maya Iqbal' })
  expect(tickedIn(view)).toEqual(['Administrator'])
  expect(view.closeHref).toBe('/people/p1/close')
})

test('shows what was typed if the change was refused', () => {
  const view = personView(person, sent('change'))
  expect(view.values).toEqual({ name: '' })
  expect(tickedIn(view)).toEqual(['Chief inspector'])
})

test('shows what is stored if another form was refused', () => {
  const view = personView(person, sent('close'))
  expect(view.values).toEqual({ name: 'Maya Iqbal' })
  expect(tickedIn(view)).toEqual(['Administrator'])
})
