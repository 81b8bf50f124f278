import { describe, expect, test } from 'vitest'
import { isTicked, personForm, roleCheckboxes } from './person.form.ts'

describe('the form of a person', () => {
  test('gives the name, the email address and the roles that are ticked', () => {
    const values = {
      name: 'Ann',
      email: 'ann@example.org',
      'role-administrator': 'yes',
      'role-chief-inspector': 'no',
    }
    expect(personForm(values)).toEqual({
      name: 'Ann',
      email: 'ann@example.org',
      overallRoles: ['administrator'],
    })
  })

  test('gives empty texts and no roles if it has no fields', () => {
    expect(personForm({})).toEqual({ name: '', email: '', overallRoles: [] })
  })

  test('knows no role that there is not', () => {
    expect(personForm({ 'role-lead': 'yes', 'role-king': 'yes' }).overallRoles).toEqual([])
  })
})

test('a checkbox is ticked only by “yes”', () => {
  expect([isTicked({ a: 'yes' }, 'a'), isTicked({ a: 'on' }, 'a'), isTicked({}, 'a')]).toEqual([
    true,
    false,
    false,
  ])
})

test('the checkboxes show which roles are ticked, and their names are read again', () => {
  const boxes = roleCheckboxes(['chief-inspector'])
  expect(boxes.map(({ text, checked }) => [text, checked])).toEqual([
    ['Head of programme', false],
    ['Chief inspector', true],
    ['Administrator', false],
  ])
  const values = Object.fromEntries(boxes.map(({ name, value }) => [name, value]))
  expect(personForm(values).overallRoles).toEqual(['head-of-programme', 'chief-inspector', 'administrator'])
})
