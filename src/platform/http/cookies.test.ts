import { expect, test } from 'vitest'
import { cookieNames, readCookie, setCookie } from './cookies.ts'

const secret = 'A'.repeat(43)

test('a cookie is found among others, by its whole name', () => {
  expect(readCookie(`x=1; assay_session=${secret}; y=2`, 'assay_session')).toBe(secret)
  expect(readCookie(`other_assay_session=${secret}`, 'assay_session')).toBeUndefined()
  expect(readCookie(undefined, 'assay_session')).toBeUndefined()
})

test('a value that we cannot have made is none', () => {
  expect(readCookie('assay_session=short', 'assay_session')).toBeUndefined()
  expect(readCookie(`assay_session=${'<'.repeat(43)}`, 'assay_session')).toBeUndefined()
})

test('scripts and other sites never see a cookie, and over TLS it is bound to host and TLS', () => {
  expect(setCookie(cookieNames(true).session, secret, true, 1)).toBe(
    `__Host-assay_session=${secret}; Path=/; Max-Age=86400; HttpOnly; SameSite=Lax; Secure`,
  )
  expect(setCookie(cookieNames(false).session, null, false, 1)).toBe(
    'assay_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax',
  )
})
