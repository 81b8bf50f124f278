/** Cases of a case list for tests of sampling. */
import type { ListedCase } from '../../src/core/intake/listedCase.ts'
import { addDays, type CalendarDate, parseCalendarDate } from '../../src/core/kernel/calendarDate.ts'
import { named } from './editionBuilder.ts'

/** A day that is known to be one. */
export function day(text: string): CalendarDate {
  const date = parseCalendarDate(text)
  if (date === undefined) throw new RangeError(`${text} is no day`)
  return date
}

/** A court case begun on 1 March 2022, or what `changes` say of it. */
export function aListedCase(caseId: string, changes: Partial<ListedCase> = {}): ListedCase {
  return {
    caseId,
    row: null,
    domain: named('court'),
    disposal: 'referral-order',
    startDate: day('2022-03-01'),
    gender: 'male',
    age: 15,
    ethnicity: 'indian',
    rosh: 'medium',
    safetyWellbeing: 'low',
    others: {},
    ...changes,
  }
}

const classes = ['low', 'medium', 'high', 'none-made']

/** `count` cases of a kind that differ in everything a sample is balanced by, in a fixed pattern. */
export function listedCases(count: number, domain = 'court', first = 0): readonly ListedCase[] {
  return Array.from({ length: count }, (_, index) =>
    aListedCase(`${domain}-${String(first + index).padStart(5, '0')}`, {
      row: index + 2,
      domain: named(domain),
      gender: index % 5 === 0 ? 'female' : 'male',
      disposal: index % 3 === 0 ? 'youth-rehabilitation-order' : 'referral-order',
      rosh: classes[(index * 7) % 4] ?? 'low',
      safetyWellbeing: classes[(index * 11 + 1) % 4] ?? 'low',
      startDate: addDays(day('2022-02-01'), index % 100),
    }),
  )
}
