import { expect, test } from 'vitest'
import { newRecoveryCodes, recoveryCodeHash } from './recoveryCodes.ts'

test('ten recovery codes of 24 letters, five bits each, in groups of four', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^(?:[A-Z2-7]{4}-){5}[A-Z2-7]{4}$/)
})

test('groups and letter case of a typed code do not matter', () => {
  const [code = ''] = newRecoveryCodes()
  expect(recoveryCodeHash(` ${code.toLowerCase().replaceAll('-', ' ')}`)).toBe(recoveryCodeHash(code))
})
