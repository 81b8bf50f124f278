import { expect, test } from 'vitest'
import type { SentForm } from '../../../layout/form/formPage.ts'
import { problem } from '../../problems.ts'
import { authenticatorView } from './authenticatorPage.view.ts'

const proof = { asked: 'password', provider: undefined, href: '/' } as const
const opened = { email: 'maya@example.org', hasAuthenticator: false, proof, sent: null }
const sentWith = (authenticatorKey: string): SentForm => ({
  form: '',
  values: { authenticatorKey },
  problems: [problem('people.code-wrong', {})],
})

test('each page has a new key, in groups of four letters and in an address for apps', () => {
  const [first, second] = [authenticatorView(opened), authenticatorView(opened)]
  expect(first.key).not.toBe(second.key)
  expect(first.groupedKey).toMatch(/^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
  expect(first.address).toContain(`maya%40example.org?secret=${first.key}`)
})

test('a form that was refused shows its key again', () => {
  const key = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
  expect(authenticatorView({ ...opened, sent: sentWith(key) }).key).toBe(key)
})

test('what is not a key is not shown again', () => {
  expect(authenticatorView({ ...opened, sent: sentWith('<b>') }).key).toMatch(/^[A-Z2-7]{32}$/)
})
