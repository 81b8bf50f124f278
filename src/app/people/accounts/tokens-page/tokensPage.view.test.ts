import { expect, test } from 'vitest'
import { tokensView } from './tokensPage.view.ts'

const token = {
  tokenId: 't1',
  name: 'Export',
  madeAt: new Date('2026-06-01T08:00:00Z'),
  endsAt: new Date('2026-08-30T08:00:00Z'),
  lastUsedAt: null,
}
const proof = { asked: 'password', provider: undefined, href: '/' } as const
const opened = { tokens: [token], proof, sent: null, now: new Date('2026-06-02T08:00:00Z') }

test('a token says when it was created and used and until when it is valid', () => {
  expect(tokensView(opened).tokens).toEqual([
    {
      name: 'Export',
      created: 'Created on 1 June 2026 at 9am.',
      used: 'Not used yet.',
      validUntil: '30 August 2026 at 9am',
      revokeHref: '/account/tokens/t1/revoke',
    },
  ])
})

test.each([
  ['2026-08-30T07:59:59Z', '30 August 2026 at 9am'],
  ['2026-08-30T08:00:00Z', 'Expired on 30 August 2026 at 9am'],
])('at %s it is valid until: %s', (now, validUntil) => {
  expect(tokensView({ ...opened, now: new Date(now) }).tokens[0]?.validUntil).toBe(validUntil)
})

test('a token that was used says when', () => {
  const used = { ...token, lastUsedAt: new Date('2026-06-01T12:30:00Z') }
  expect(tokensView({ ...opened, tokens: [used] }).tokens[0]?.used).toBe(
    'Last used on 1 June 2026 at 1:30pm.',
  )
})

test('90 days are suggested', () => {
  expect(tokensView(opened).values).toEqual({ days: '90' })
})
