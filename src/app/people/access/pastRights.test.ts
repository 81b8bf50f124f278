import { describe, expect, test } from 'vitest'
import { couldOnce, type PresentRights, type RightsChange } from './pastRights.ts'

const given = { kind: 'given', role: 'inspector' } as const
const taken = { kind: 'taken', role: 'inspector' } as const
const toFieldwork = { kind: 'stage', from: 'before-fieldwork', to: 'fieldwork' } as const
const toRatings = { kind: 'stage', from: 'fieldwork', to: 'ratings' } as const
const nothing: PresentRights = { roles: [], stage: 'fieldwork' }

describe('answering cases, which inspectors may during fieldwork: it was once the right of', () => {
  test.each<[string, PresentRights, readonly RightsChange[], boolean]>([
    ['a stranger', nothing, [toFieldwork], false],
    ['an inspector whose role was taken away', nothing, [given, toFieldwork, taken], true],
    ['an inspector from before the log, whose role was taken away', nothing, [toFieldwork, taken], true],
    [
      'an inspector of an inspection that moved on',
      { roles: ['inspector'], stage: 'ratings' },
      [toRatings],
      true,
    ],
    [
      'somebody who became an inspector only after fieldwork',
      { roles: ['inspector'], stage: 'ratings' },
      [toRatings, given],
      false,
    ],
    ['somebody who was an inspector only before fieldwork', nothing, [given, taken, toFieldwork], false],
    [
      'an inspector whose role was given twice',
      { roles: [], stage: 'ratings' },
      [given, toFieldwork, given, toRatings, taken],
      true,
    ],
    ['a research analyst', nothing, [{ kind: 'given', role: 'research' }, toFieldwork], false],
    ['an inspector at work', { roles: ['inspector'], stage: 'fieldwork' }, [], true],
  ])('%s', (_who, present, changes, could) => {
    expect(couldOnce('case.answer', present, changes)).toBe(could)
  })
})
