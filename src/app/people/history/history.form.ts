/** Which part of a history the address of the page asks for. */

import { readDate } from '../../../core/intake/readDate.ts'
import { addDays, type CalendarDate, parseCalendarDate } from '../../../core/kernel/calendarDate.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import { problem } from '../problems.ts'
import type { ActionTexts } from './actionTexts.ts'
import type { HistoryFilter } from './history.queries.ts'

export type AskedHistory = {
  readonly filter: HistoryFilter
  /** Counted from 1. */
  readonly page: number
  /** Of dates that cannot be read, which are not part of the filter. */
  readonly problems: readonly Problem[]
}

/** Returns the part of a history that the query of an address asks for. */
export function historyForm(
  query: Readonly<Record<string, string>>,
  kinds: ActionTexts['kinds'],
  now: Date,
): AskedHistory {
  const { inspection = '', person = '', kind = '', page: pageText = '1' } = query
  const from = dateIn(query, 'from', now)
  const to = dateIn(query, 'to', now)
  const page = Number(pageText)
  return {
    filter: {
      inspectionId: inspection || null,
      personId: person || null,
      nouns: kinds.find(({ id }) => id === kind)?.nouns ?? null,
      from: from.date,
      to: to.date,
    },
    page: Number.isSafeInteger(page) && page > 0 && page < 1_000_000 ? page : 1,
    problems: [...from.problems, ...to.problems],
  }
}

type DateAsked = { readonly date: CalendarDate | null; readonly problems: readonly Problem[] }

function dateIn(query: Readonly<Record<string, string>>, field: 'from' | 'to', now: Date): DateAsked {
  const value = (query[field] ?? '').trim()
  if (value === '') return { date: null, problems: [] }
  const read = readDate(value, lastDay(now))
  if (read.ok) return { date: read.date, problems: [] }
  const form = 'a day that is not in the future, such as 27/3/2026'
  return { date: null, problems: [problem('inspection.date-malformed', { value, form }, { field })] }
}

/** In London it may be tomorrow already. */
function lastDay(now: Date): CalendarDate {
  const today = parseCalendarDate(now.toISOString().slice(0, 10))
  if (today === undefined) throw new RangeError(`no calendar day at ${String(now)}`)
  return addDays(today, 1)
}
