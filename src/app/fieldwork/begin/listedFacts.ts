import { factsFromList, type ListedFact } from '../../../core/fieldwork/factsFromList.ts'
import { clockTime } from '../../../core/sampling/allocation/fieldworkDay.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import { listVersions, type StoredCase } from '../../intake/caseLists.queries.ts'
import type { Allocation, AllocationSources } from '../../sampling/allocation/loadAllocation.ts'
import { findTimetable } from '../../sampling/allocation/timetable.queries.ts'
import { disposalTitle } from '../../sampling/allocation/titles.ts'

/** Returns what the case list and the timetable say about each sampled case, by pseudonym. */
export async function listedFacts(
  connection: Connection,
  { findSampledCases }: AllocationSources,
  allocation: Allocation,
): Promise<ReadonlyMap<string, readonly ListedFact[]>> {
  const { id } = allocation.inspection
  const headings = (await listVersions(connection, id)).map(({ columns }) => columns.ethnicity ?? '')
  // The list has the text of the source only if it was replaced by a code.
  const sourceText = ({ others }: StoredCase) =>
    headings.map((heading) => others[heading]).find((text) => text !== undefined) ?? null
  const slots = (await findTimetable(connection, id))?.slots ?? []
  const interviewAt = (pseudonym: string) => {
    const slot = slots.find(
      (candidate) => candidate.pseudonym === pseudonym && candidate.kind === 'interview',
    )
    return slot === undefined ? null : `${slot.day}T${clockTime(slot.from)}`
  }
  const sampled = await findSampledCases(connection, id)
  return new Map(
    sampled.map((sampledCase) => [
      sampledCase.pseudonym,
      factsFromList(allocation.edition, sampledCase, {
        disposal: disposalTitle(allocation, sampledCase),
        sourceEthnicity: sourceText(sampledCase),
        interviewAt: interviewAt(sampledCase.pseudonym),
      }),
    ]),
  )
}
