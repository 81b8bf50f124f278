import { describe, expect, test } from 'vitest'
import { type AddressClaims, toldAddress } from './toldAddress.ts'

const email = 'maya.iqbal@example.org'
const vouched = { kind: 'vouched', email }

describe('the address that a provider vouches for', () => {
  test.each<[string, AddressClaims[]]>([
    ['in the user information', [{ email, email_verified: true }, {}]],
    ['as the text “true”', [{ email, email_verified: 'true' }, {}]],
    ['in the ID token alone', [{}, { email, email_verified: true }]],
    [
      'in the ID token, with another that is unverified',
      [
        { email: 'other@example.org', email_verified: false },
        { email, email_verified: true },
      ],
    ],
  ])('is taken %s', (_where, answers) => expect(toldAddress(answers, false)).toEqual(vouched))

  test.each<[string, AddressClaims[]]>([
    ['none', [{}, {}]],
    ['none', [{ email: '' }, { email: 7 }]],
    ['unsaid', [{ email }, {}]],
    ['unsaid', [{}, { email, email_verified: null }]],
    ['unverified', [{ email, email_verified: false }, {}]],
    ['unverified', [{ email, email_verified: 'false' }, { email }]],
    ['unverified', [{ email, email_verified: 'TRUE?' }, {}]],
  ])('is %s in %j', (kind, answers) => expect(toldAddress(answers, false)).toEqual({ kind }))

  test('is any that is told of a provider that is trusted for it, but for one that it calls unverified', () => {
    expect(toldAddress([{ email }, {}], true)).toEqual(vouched)
    expect(toldAddress([{}, { email }], true)).toEqual(vouched)
    expect(toldAddress([{ email, email_verified: false }, {}], true)).toEqual({ kind: 'unverified' })
    expect(toldAddress([{}, {}], true)).toEqual({ kind: 'none' })
  })
})
