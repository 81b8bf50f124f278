import { factsFromList, type ListedFact } from '../../../core/fieldwork/factsFromList.ts'
import { listVersions, type StoredCase } from '../../intake/caseLists.queries.ts'
import type { Allocation, AllocationSources } from '../../sampling/allocation/loadAllocation.ts'
import { disposalTitle } from '../../sampling/allocation/overview.view.ts'
import type { Connection } from '../../sampling/sampleContext.ts'

/** What the case list says about each case of the sample, by pseudonym. */
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
  const sampled = await findSampledCases(connection, id)
  return new Map(
    sampled.map((one) => [
      one.pseudonym,
      factsFromList(allocation.edition, one, disposalTitle(allocation, one), sourceWords(one)),
    ]),
  )
}
