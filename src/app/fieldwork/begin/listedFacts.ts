import { factsFromList, type ListedFact } from '../../../core/fieldwork/factsFromList.ts'
import { clockTime } from '../../../core/sampling/allocation/fieldworkDay.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import { listVersions, type StoredCase } from '../../intake/caseLists.queries.ts'
import type { Allocation, AllocationSources } from '../../sampling/allocation/loadAllocation.ts'
import { findTimetable } from '../../sampling/allocation/timetable.queries.ts'
import { disposalTitle } from '../../sampling/allocation/titles.ts'

/** What the case list and the timetable say about each case of the sample, by pseudonym. */
export async function listedFacts(
  connection: Connection,
  { findSampledCases }: AllocationSources,
  allocation: Allocation,
): Promise<ReadonlyMap<string, readonly ListedFact[]>> {
  const { id } = allocation.inspection
  const headings = (await listVersions(connection, id)).map(({ columns }) => columns.ethnicity ?? '')
  // The list carries its own words only where a code stands for them.
  const sourceWords = ({ others }: StoredCase) =>
    headings.map((heading) => others[heading]).find((words) => words !== undefined) ?? null
  const slots = (await findTimetable(connection, id))?.slots ?? []
  const interviewAt = (pseudonym: string) => {
    const slot = slots.find((each) => each.pseudonym === pseudonym && each.kind === 'interview')
    return slot === undefined ? null : `${slot.day}T${clockTime(slot.from)}`
  }
  const sampled = await findSampledCases(connection, id)
  return new Map(
    sampled.map((one) => [
      one.pseudonym,
      factsFromList(allocation.edition, one, {
        disposal: disposalTitle(allocation, one),
        sourceEthnicity: sourceWords(one),
        interviewAt: interviewAt(one.pseudonym),
      }),
    ]),
  )
}
