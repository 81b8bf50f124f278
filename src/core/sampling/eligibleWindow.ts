/** When a case must have begun to be eligible, counted back from the Monday on which fieldwork starts. */
import type { SampleWindow } from '../framework/rules/sampleRules.ts'
import type { CaseDomain } from '../framework/standards.ts'
import { addDays, addMonths, type CalendarDate, mondayOf, parseCalendarDate } from '../kernel/calendarDate.ts'
import { done, type Result, refuse } from '../kernel/result.ts'
import { unreachable } from '../kernel/unreachable.ts'
import { problem } from './problems.ts'

/** Both days are inside the window. */
export type EligibleWindow = {
  readonly domain: CaseDomain
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** Windows go back ten years at most, so that every day from here on has its window in the calendar. */
const earliestFieldwork = '2000-01-01'

/** Returns the Monday on which fieldwork starts. Refuses a text that is not such a day. */
export function fieldworkMonday(text: string): Result<CalendarDate> {
  const date = parseCalendarDate(text.trim())
  const place = { field: 'fieldwork' }
  if (date === undefined) return refuse(problem('sampling.fieldwork-not-a-date', { date: text }, place))
  if (date < earliestFieldwork) {
    return refuse(problem('sampling.fieldwork-too-early', { date: text, earliest: earliestFieldwork }, place))
  }
  const monday = mondayOf(date)
  if (monday !== date) return refuse(problem('sampling.fieldwork-not-a-monday', { date, monday }, place))
  return done(date)
}

/**
 * Returns the window of each kind of cases that the edition samples. Under an edition that counts in days, fieldwork
 * from 12 September 2022 includes cases begun from 13 September 2021 to 8 July 2022, as the report on York prints.
 */
export function eligibleWindows(
  rules: readonly SampleWindow[],
  monday: CalendarDate,
): readonly EligibleWindow[] {
  return rules.map(({ cases, unit, earliest, latest }) => ({
    domain: cases,
    from: daysOrMonthsBefore(monday, earliest, unit),
    to: daysOrMonthsBefore(monday, latest, unit),
  }))
}

function daysOrMonthsBefore(monday: CalendarDate, count: number, unit: SampleWindow['unit']): CalendarDate {
  switch (unit) {
    case 'days':
      return addDays(monday, -count)
    case 'months':
      return addMonths(monday, -count)
    default:
      return unreachable(unit)
  }
}
