import { expect, test } from 'vitest'
import { isLive, isWorthNoting } from './sessionLimits.ts'

const limits = { idleMinutes: 60, absoluteHours: 12 }
const at = (time: string): Date => new Date(`2026-03-02T${time}:00Z`)
const session = { startedAt: at('08:00'), lastSeenAt: at('10:00'), endedAt: null }

test.each([
  ['10:59', true],
  ['11:00', false],
])('used at 10:00 and idle for an hour at most, at %s it is live: %s', (time, live) => {
  expect(isLive(session, limits, at(time))).toBe(live)
})

test('twelve hours after sign-in it ends, however busy', () => {
  const busy = { ...session, lastSeenAt: at('19:59') }
  expect(isLive(busy, limits, at('19:59'))).toBe(true)
  expect(isLive(busy, limits, at('20:00'))).toBe(false)
})

test('a clock that is set back by an hour signs no one out', () => {
  expect(isLive(session, limits, at('07:30'))).toBe(true)
  expect(isWorthNoting(session, at('07:30'))).toBe(true)
})

test('a clock that is set back by a day leaves no one signed in until it has caught up', () => {
  expect(isLive(session, limits, new Date('2026-03-01T10:00:00Z'))).toBe(false)
})

test('a session that its person ended is not live', () => {
  expect(isLive({ ...session, endedAt: at('10:01') }, limits, at('10:02'))).toBe(false)
})

test('use is noted once a minute', () => {
  expect(isWorthNoting(session, at('10:00'))).toBe(false)
  expect(isWorthNoting(session, at('10:01'))).toBe(true)
})
