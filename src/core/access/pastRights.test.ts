import { describe, expect, test } from 'vitest'
import { onceHadPermission, type PresentRights, type RightsChange } from './pastRights.ts'

const given = { kind: 'given', role: 'inspector' } as const
const removed = { kind: 'removed', role: 'inspector' } as const
const toFieldwork = { kind: 'stage', from: 'before-fieldwork', to: 'fieldwork' } as const
const toRatings = { kind: 'stage', from: 'fieldwork', to: 'ratings' } as const
const nothing: PresentRights = { roles: [], stage: 'fieldwork' }

describe('answering cases, which inspectors may during fieldwork: was once allowed to', () => {
  test.each<[string, PresentRights, readonly RightsChange[], boolean]>([
    ['a stranger', nothing, [toFieldwork], false],
    ['an inspector whose role was removed', nothing, [given, toFieldwork, removed], true],
    ['an inspector from before the log, whose role was removed', nothing, [toFieldwork, removed], true],
    [
      'an inspector of an inspection that moved on',
      { roles: ['inspector'], stage: 'ratings' },
      [toRatings],
      true,
    ],
    [
      'someone who became an inspector only after fieldwork',
      { roles: ['inspector'], stage: 'ratings' },
      [toRatings, given],
      false,
    ],
    ['someone who was an inspector only before fieldwork', nothing, [given, removed, toFieldwork], false],
    [
      'an inspector whose role was given twice',
      { roles: [], stage: 'ratings' },
      [given, toFieldwork, given, toRatings, removed],
      true,
    ],
    ['a research analyst', nothing, [{ kind: 'given', role: 'research' }, toFieldwork], false],
    ['an inspector at work', { roles: ['inspector'], stage: 'fieldwork' }, [], true],
  ])('%s', (_who, present, changes, isExpected) => {
    expect(onceHadPermission('case.answer', present, changes)).toBe(isExpected)
  })
})
