import { describe, expect, test } from 'vitest'
import { named } from '../../../test/support/editionBuilder.ts'
import { day } from '../../../test/support/listedCases.ts'
import { codesOf, doneValue } from '../../../test/support/results.ts'
import type { SampleWindow } from '../framework/rules/sampleRules.ts'
import { eligibleWindows, fieldworkMonday } from './eligibleWindow.ts'

const later: readonly SampleWindow[] = [{ cases: named('court'), unit: 'days', earliest: 364, latest: 66 }]
const earlier: readonly SampleWindow[] = [
  { cases: named('court'), unit: 'months', earliest: 9, latest: 6 },
  { cases: named('out-of-court'), unit: 'months', earliest: 5, latest: 3 },
]

describe('the windows that reports print', () => {
  test.each([
    ['York', '2022-09-12', '2021-09-13', '2022-07-08'],
    ['Birmingham', '2022-12-05', '2021-12-06', '2022-09-30'],
  ])('%s, fieldwork from %s: %s to %s', (_service, monday, from, to) => {
    expect(eligibleWindows(later, day(monday))).toEqual([{ domain: 'court', from, to }])
  })

  test('before, court disposals were six to nine months old, out-of-court disposals three to five', () => {
    expect(eligibleWindows(earlier, day('2019-03-18'))).toEqual([
      { domain: 'court', from: '2018-06-18', to: '2018-09-18' },
      { domain: 'out-of-court', from: '2018-10-18', to: '2018-12-18' },
    ])
  })

  test('a month without the day ends the window on its last day', () => {
    expect(eligibleWindows(earlier, day('2021-08-30'))[0]).toMatchObject({
      from: '2020-11-30',
      to: '2021-02-28',
    })
  })
})

describe('the day on which fieldwork starts', () => {
  test('is a Monday', () => {
    expect(doneValue(fieldworkMonday(' 2022-12-05 '))).toBe('2022-12-05')
  })

  test.each([
    ['2022-12-06', 'sampling.fieldwork-not-a-monday'],
    ['2022-02-30', 'sampling.fieldwork-not-a-date'],
    ['5 December', 'sampling.fieldwork-not-a-date'],
    ['', 'sampling.fieldwork-not-a-date'],
    ['0001-01-01', 'sampling.fieldwork-too-early'],
  ])('%s is refused: %s', (text, code) => {
    expect(codesOf(fieldworkMonday(text))).toEqual([code])
  })

  test('is refused on another day of the week, with the Monday of that week', () => {
    const refused = fieldworkMonday('2022-12-08')
    expect(refused.ok ? '' : refused.problems[0].action).toContain('2022-12-05')
  })
})
