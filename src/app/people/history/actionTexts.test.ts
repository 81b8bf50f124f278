import { expect, test } from 'vitest'
import { auditActions } from '../../../bin/audit.ts'
import { actionTexts } from './actionTexts.ts'

const { kinds, permissionsToReadMore, readOf, titleOf } = actionTexts(auditActions)

test.each([
  ['saved-form.delete', 'Deleted a saved form'],
  ['held.discard', 'Deleted a saved form'],
  ['person.sign-in', 'Signed in'],
  ['later.action', 'later.action'],
])('%s is shown as: %s', (action, title) => expect(titleOf(action)).toBe(title))

test.each([
  ['held.discard', null],
  ['saved-form.delete', null],
  ['sample.draw', 'sample.read'],
  ['case.later', 'case.read'],
  ['later.action', 'case.read'],
])('to read more of %s people need: %s', (action, permission) => expect(readOf(action)).toBe(permission))

test('each kind is there once with its nouns, former ones included', () => {
  expect(kinds.map(({ id, nouns }) => [id, ...nouns])).toEqual([
    ['inspection', 'inspection', 'recommendation'],
    ['case-list', 'case-list'],
    ['sample', 'sample'],
    ['allocation', 'allocation'],
    ['case', 'case'],
    ['account', 'person', 'session', 'token', 'saved-form', 'held'],
  ])
})

test('the permissions to read more are those of the kinds', () => {
  expect(permissionsToReadMore).toEqual([
    'report.read',
    'case-list.read',
    'sample.read',
    'allocation.read',
    'case.read',
  ])
})
