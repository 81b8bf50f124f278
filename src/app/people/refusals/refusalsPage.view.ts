/** What was refused as its page shows it: words and times, and nothing that anybody typed. */
import { momentText } from '../../../core/kernel/londonTime.ts'
import { refusalTitle } from '../../../core/kernel/recordedRefusals.ts'
import type { ListedRefusal } from '../../../platform/refusals/refusal.queries.ts'

/** One row of the table. */
export function refusalLine(refusal: ListedRefusal) {
  const { code, byToken, personId, personName, network, route, times } = refusal
  return {
    at: timeRangeText(refusal),
    title: refusalTitle(code),
    times: times === 1 ? null : `${times} times`,
    who: personName ?? 'Not known',
    whoHref: personId === null ? null : `/people/${encodeURIComponent(personId)}`,
    way: byToken ? 'With a token for programs' : null,
    network: network ?? 'Too many to record',
    route: route ?? 'Too many to record',
  }
}

function timeRangeText({ firstAt, lastAt }: ListedRefusal): string {
  const [first, last] = [momentText(firstAt), momentText(lastAt)]
  return first === last ? last : `${first} to ${last}`
}
