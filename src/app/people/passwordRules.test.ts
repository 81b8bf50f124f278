import { expect, test } from 'vitest'
import { passwordProblems } from './passwordRules.ts'

const codes = (password: string, repeated = password): string[] =>
  passwordProblems(password, 'maya.iqbal@example.org', repeated).map(({ code }) => code)

test.each(['correct horse battery', 'four plain words here', 'ŵyneb llechi gwlyb', 'kT9$kT8#lpQz'])(
  '“%s” may be a password',
  (password) => expect(codes(password)).toEqual([]),
)

test.each([
  ['elevensigns', 'people.password-short'],
  ['x'.repeat(201), 'people.password-long'],
  ['aaaaaaaaaaaaaa', 'people.password-guessed'],
  ['123456789012', 'people.password-guessed'],
  ['Password2026!!', 'people.password-guessed'],
  ['Maya.Iqbal.2026', 'people.password-guessed'],
  ['maya.iqbal@example.org', 'people.password-guessed'],
])('“%s” may not: %s', (password, code) => expect(codes(password)).toContain(code))

test('the two must be the same', () => {
  expect(codes('correct horse battery', 'correct horse batery')).toEqual(['people.passwords-differ'])
})
