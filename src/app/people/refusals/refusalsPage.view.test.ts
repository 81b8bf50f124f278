import { expect, test } from 'vitest'
import type { ListedRefusal } from '../../../platform/refusals/refusal.queries.ts'
import { refusalLine } from './refusalsPage.view.ts'

const refusal: ListedRefusal = {
  firstAt: new Date('2026-06-01T09:00:10Z'),
  lastAt: new Date('2026-06-01T09:00:50Z'),
  times: 1,
  code: 'people.sign-in-wrong',
  byToken: false,
  personId: 'p1',
  personName: 'Ann Ames',
  network: '192.0.2.1',
  route: 'POST /sign-in',
}

const titles = new Map([['people.sign-in-wrong', 'Wrong email address or password']])

test('a code that this version does not know has its own name', () => {
  expect(refusalLine({ ...refusal, code: 'people.of-later' }, titles).title).toBe('people.of-later')
})

test('a refusal says when, what, who, from where and at which route', () => {
  expect(refusalLine(refusal, titles)).toEqual({
    at: '1 June 2026 at 10am',
    title: 'Wrong email address or password',
    times: null,
    who: 'Ann Ames',
    whoHref: '/people/p1',
    way: null,
    network: '192.0.2.1',
    route: 'POST /sign-in',
  })
})

test('a refusal that was repeated says how often, from when to when', () => {
  const again = refusalLine({ ...refusal, times: 40, lastAt: new Date('2026-06-01T09:04:00Z') }, titles)
  expect([again.at, again.times]).toEqual(['1 June 2026 at 10am to 1 June 2026 at 10:04am', '40 times'])
})

test('nothing is made up of someone who is not known, and a flood says that it was one', () => {
  const flood = { personId: null, personName: null, network: null, route: null, byToken: true }
  expect(refusalLine({ ...refusal, ...flood }, titles)).toMatchObject({
    who: 'Not known',
    whoHref: null,
    way: 'With a token for programs',
    network: 'Too many to record',
    route: 'Too many to record',
  })
})
