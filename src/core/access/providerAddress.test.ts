import { describe, expect, test } from 'vitest'
import { type AddressClaims, providerAddress } from './providerAddress.ts'

const email = 'maya.iqbal@example.org'
const verified = { kind: 'verified', email }

describe('the address that a provider verified', () => {
  test.each<[string, AddressClaims[]]>([
    ['in the user information', [{ email, email_verified: true }, {}]],
    ['as the text “true”', [{ email, email_verified: 'true' }, {}]],
    ['in the ID token only', [{}, { email, email_verified: true }]],
    [
      'in the ID token, with another that is unverified',
      [
        { email: 'other@example.org', email_verified: false },
        { email, email_verified: true },
      ],
    ],
  ])('is found %s', (_where, answers) => expect(providerAddress(answers, false)).toEqual(verified))

  test.each<[string, AddressClaims[]]>([
    ['none', [{}, {}]],
    ['none', [{ email: '' }, { email: 7 }]],
    ['unknown', [{ email }, {}]],
    ['unknown', [{}, { email, email_verified: null }]],
    ['unverified', [{ email, email_verified: false }, {}]],
    ['unverified', [{ email, email_verified: 'false' }, { email }]],
    ['unverified', [{ email, email_verified: 'TRUE?' }, {}]],
  ])('is %s in %j', (kind, answers) => expect(providerAddress(answers, false)).toEqual({ kind }))

  test('is any address of a provider that is trusted, except one that it calls unverified', () => {
    expect(providerAddress([{ email }, {}], true)).toEqual(verified)
    expect(providerAddress([{}, { email }], true)).toEqual(verified)
    expect(providerAddress([{ email, email_verified: false }, {}], true)).toEqual({ kind: 'unverified' })
    expect(providerAddress([{}, {}], true)).toEqual({ kind: 'none' })
  })
})
