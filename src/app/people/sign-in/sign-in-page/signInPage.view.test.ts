import { expect, test } from 'vitest'
import type { SentForm } from '../../../layout/form/formPage.ts'
import { problem } from '../../problems.ts'
import { signInView } from './signInPage.view.ts'

const opened = { to: undefined, provider: undefined, sent: null }

test('leads to the list of inspections if the address names no page', () => {
  expect(signInView(opened)).toEqual({ to: '/inspections', hasSavedForm: false, provider: null })
})

test('leads to the page that the address names, through the provider too', () => {
  const view = signInView({ ...opened, to: '/people?page=2', provider: { name: 'Example' } })
  expect(view.to).toBe('/people?page=2')
  expect(view.provider).toEqual({
    text: 'Sign in with Example',
    href: '/sign-in/provider?to=%2Fpeople%3Fpage%3D2',
  })
})

test('says that a form was saved only on the way to the saved forms', () => {
  expect(signInView({ ...opened, to: '/saved-forms' }).hasSavedForm).toBe(true)
  expect(signInView({ ...opened, to: '/saved-forms/../people' }).hasSavedForm).toBe(false)
})

test('a form that was refused still leads to the page that it was sent from', () => {
  const sent: SentForm = {
    form: '',
    values: { to: '/account' },
    problems: [problem('people.sign-in-wrong', {})],
  }
  expect(signInView({ ...opened, to: '/people', sent }).to).toBe('/account')
  expect(signInView({ ...opened, sent: { ...sent, values: { to: '//evil.example' } } }).to).toBe(
    '/inspections',
  )
})
