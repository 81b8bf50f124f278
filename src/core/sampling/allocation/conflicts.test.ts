import { describe, expect, test } from 'vitest'
import { assessorId, type Conflict } from './allocation.ts'
import { barringOfAccount, type Interests, managerKey } from './conflicts.ts'

test('one case manager is one person, whatever the spaces, invisible characters and capitals of the name', () => {
  const spellings = [
    'Zoe\u0301 Madeup',
    'Zoé\u00A0Madeup',
    ' zoé  madeup',
    'Zoé\u200B Made\u00ADup',
    'ZOÉ MADEUP',
  ]
  expect(new Set(spellings.map(managerKey)).size).toBe(1)
  expect(managerKey('Zoe Madeup')).not.toBe(managerKey('Zoé Madeup'))
})

describe('who is barred by a conflict of interest from reading and writing a case', () => {
  const ann = { personId: 'p1', name: 'Ann Ames' }
  const id = assessorId('ann-ames') ?? expect.fail()
  const one = { pseudonym: 'C-7QK2ZM', caseManager: 'Jo Bloggs' }
  const conflict = (kind: Conflict['kind'], about: string | null): Conflict => ({
    assessor: id,
    kind,
    about,
    reason: 'A friend.',
  })
  const interests = (
    conflicts: readonly Conflict[],
    person: Partial<Interests['people'][number]> = {},
  ): Interests => ({
    people: [{ id, name: 'Ann Ames', ownServiceId: null, personId: 'p1', ...person }],
    conflicts,
    inspectedServiceId: 'northmoor',
  })

  test.each([
    ['nothing declared', [], null],
    ['this case', [conflict('case', 'C-7QK2ZM')], 'declared'],
    ['another case', [conflict('case', 'C-8QK2ZM')], null],
    ['the whole service', [conflict('service', null)], 'declared'],
    ['its case manager', [conflict('case-manager', ' jo  BLOGGS')], 'declared'],
    ['another case manager', [conflict('case-manager', 'Ed Other')], null],
  ])('%s', (_words, conflicts, barring) => {
    expect(barringOfAccount(ann, one, interests(conflicts))?.kind ?? null).toBe(barring)
  })

  test.each(['c-7qk2zm', ' C-7QK2ZM ', 'C-7QK\u200B2ZM'])(
    'the case spelled “%s” is the same case',
    (pseudonym) => {
      const declared = interests([conflict('case', 'C-7QK2ZM')])
      expect(barringOfAccount(ann, { ...one, pseudonym }, declared)?.kind).toBe('declared')
    },
  )

  test('a person who works for the inspected service, without anything declared', () => {
    expect(barringOfAccount(ann, one, interests([], { ownServiceId: 'northmoor' }))?.kind).toBe('own-service')
    expect(barringOfAccount(ann, one, interests([], { ownServiceId: 'eastmarch' }))).toBeNull()
  })

  test('the account of the person, whatever their names', () => {
    const declared = interests([conflict('service', null)], { name: 'A. Ames' })
    expect(barringOfAccount(ann, one, declared)?.kind).toBe('declared')
    expect(barringOfAccount({ personId: 'p2', name: 'A. Ames' }, one, declared)).toBeNull()
  })

  test('the account with their name, until the person has an account', () => {
    const declared = interests([conflict('service', null)], { personId: null })
    expect(barringOfAccount({ personId: 'p9', name: ' ann ames' }, one, declared)?.kind).toBe('declared')
    expect(barringOfAccount({ personId: 'p9', name: 'Bob Birch' }, one, declared)).toBeNull()
  })
})
