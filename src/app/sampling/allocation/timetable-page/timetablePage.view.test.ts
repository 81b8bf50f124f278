import { describe, expect, test } from 'vitest'
import { anAllocation, anAssignment, aSampledCase } from '../../../../../test/support/allocationBuilder.ts'
import { named } from '../../../../../test/support/editionBuilder.ts'
import { day } from '../../../../../test/support/listedCases.ts'
import { testNow } from '../../../../../test/support/testNow.ts'
import type { StoredTimetable } from '../timetable.queries.ts'
import { timetableView } from './timetablePage.view.ts'

const bob = anAssignment('C-2', { assessor: named('bob-birch') }).assessor
const cases = [aSampledCase('C-1'), aSampledCase('C-2')]
const assignments = [anAssignment('C-1')]
const slot = {
  pseudonym: 'C-1',
  kind: 'interview',
  part: 1,
  assessor: anAssignment('C-1').assessor,
  caseManager: null,
  day: day('2026-06-01'),
  from: 540,
  to: 600,
} as const
const unallocated = { pseudonym: 'C-2', assessor: null, caseManager: null, reason: 'unassigned' } as const
const timetable: StoredTimetable = {
  version: 1,
  madeAt: testNow,
  madeBy: 'Lea Lead',
  unplaced: [unallocated],
  slots: [slot],
}

describe('the page of the timetable', () => {
  test('has nothing to show before one was made, and can be made only if cases are allocated', () => {
    expect(timetableView(anAllocation(), undefined)).toMatchObject({
      made: null,
      canBeMade: false,
      files: [],
    })
    expect(timetableView(anAllocation({ cases, assignments }), undefined).canBeMade).toBe(true)
  })

  test('has the appointments of each day, and a file for each person with appointments', () => {
    const view = timetableView(anAllocation({ cases, assignments }), timetable)
    expect(view.days).toEqual([
      {
        id: 'day-2026-06-01',
        title: 'Monday 1 June 2026',
        rows: [
          {
            time: '9am to 10am',
            what: 'Interview',
            pseudonym: 'C-1',
            assessor: 'Ann Ames',
            caseManager: 'Another manager',
          },
        ],
      },
    ])
    expect(view.files.at(-1)).toEqual({
      href: '/inspections/westbrook-2026-06/allocation/timetable.ics?assessor=ann-ames',
      text: 'Calendar file of Ann Ames',
    })
    expect([view.outdated, view.files.length]).toEqual([null, 4])
  })

  test.each([
    ['unassigned', null, 'Case C-2 has not been allocated.'],
    ['no-room', null, 'Case C-2: Bob Birch has no time left.'],
    ['manager-busy', 'Jo', 'Case C-2: Bob Birch and Jo are never free at the same time.'],
  ] as const)('says why a case has no time: %s', (reason, caseManager, sentence) => {
    const unplaced = [{ pseudonym: 'C-2', assessor: bob, caseManager, reason }]
    expect(timetableView(anAllocation(), { ...timetable, unplaced }).unplaced).toEqual([sentence])
  })

  test.each([
    [[], '1 case has changed since the timetable was made. Make it again.'],
    [
      [anAssignment('C-1', { assessor: named('bob-birch') }), anAssignment('C-2')],
      '2 cases have changed since the timetable was made. Make it again.',
    ],
  ])('says how many cases have changed since', (changed, sentence) => {
    expect(timetableView(anAllocation({ cases, assignments: changed }), timetable).outdated).toBe(sentence)
  })
})
