/** What was refused as its page shows it: texts and times, and nothing that anyone typed. */

import { countOf } from '../../../core/kernel/countOf.ts'
import { momentText } from '../../../core/kernel/londonTime.ts'
import type { ListedRefusal } from '../../../platform/refusals/refusal.queries.ts'
import { personPath } from '../paths.ts'

/** What a refusal of each code is called. A code that this version does not know has its own name. */
export type RefusalTitles = ReadonlyMap<string, string>

/** Returns one row of the table. */
export function refusalLine(refusal: ListedRefusal, titles: RefusalTitles) {
  const { code, byToken, personId, personName, network, route, times } = refusal
  return {
    at: timeRangeText(refusal),
    title: titles.get(code) ?? code,
    times: times === 1 ? null : countOf(times, 'time'),
    who: personName ?? 'Not known',
    whoHref: personId === null ? null : personPath(personId),
    way: byToken ? 'With a token for programs' : null,
    network: network ?? 'Too many to record',
    route: route ?? 'Too many to record',
  }
}

function timeRangeText({ firstAt, lastAt }: ListedRefusal): string {
  const [first, last] = [momentText(firstAt), momentText(lastAt)]
  return first === last ? last : `${first} to ${last}`
}
