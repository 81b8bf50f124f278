import { expect, test } from 'vitest'
import { actionKinds, actionTitle, readOfAction } from './auditActionTitles.ts'

test.each([
  ['saved-form.delete', 'Deleted a saved form'],
  ['held.discard', 'Deleted a saved form'],
  ['person.sign-in', 'Signed in'],
  ['later.action', 'later.action'],
])('%s is shown as: %s', (action, title) => expect(actionTitle(action)).toBe(title))

test.each([
  ['held.discard', null],
  ['saved-form.delete', null],
  ['sample.draw', 'sample.read'],
  ['later.action', 'case.read'],
])('to read more of %s people need: %s', (action, permission) =>
  expect(readOfAction(action)).toBe(permission),
)

test('each kind has its nouns, former ones included', () => {
  const account = actionKinds.find(({ id }) => id === 'account')
  expect(account?.nouns).toEqual(['person', 'session', 'token', 'saved-form', 'held'])
})
