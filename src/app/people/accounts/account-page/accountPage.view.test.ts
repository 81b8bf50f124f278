import { expect, test } from 'vitest'
import { type Account, accountView } from './accountPage.view.ts'

const session = {
  hash: 'here',
  agent: 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0',
  startedAt: new Date('2026-06-01T08:00:00Z'),
  lastSeenAt: new Date('2026-06-01T08:30:00Z'),
}
const account: Account = {
  person: { name: 'Maya Iqbal', email: 'maya@example.org', hasAuthenticator: false },
  overallRoles: [],
  inspectionRoles: [],
  sessions: [session],
  presentSession: 'here',
}

test('someone without roles sees that they have none', () => {
  expect(accountView(account)).toMatchObject({
    name: 'Maya Iqbal',
    overallRoles: 'None',
    inspectionRoles: [],
  })
})

test('roles have their titles, and lead to the inspections that the person can open', () => {
  const role = { inspectionId: 'york-2026', role: 'lead', service: 'York', mayOpen: true } as const
  const view = accountView({
    ...account,
    overallRoles: ['chief-inspector', 'administrator'],
    inspectionRoles: [role, { ...role, role: 'case-manager', mayOpen: false }],
  })
  expect(view.overallRoles).toBe('Chief inspector, Administrator')
  expect(view.inspectionRoles).toEqual([
    { title: 'Lead inspector', service: 'York', href: '/inspections/york-2026' },
    { title: 'Case manager', service: 'York', href: null },
  ])
})

test('sessions name their browsers, and the one in use is marked', () => {
  const view = accountView({ ...account, sessions: [session, { ...session, hash: 'there', agent: '' }] })
  expect(view.sessions.map(({ browser, isPresent }) => [browser, isPresent])).toEqual([
    ['Firefox on Windows', true],
    ['Unknown browser', false],
  ])
  expect(view.sessions[0]).toMatchObject({ started: '1 June 2026 at 9am', lastSeen: '1 June 2026 at 9:30am' })
})
