/** From the cases of the sample to what allocation sees of them. */
import type { Edition } from '../../../core/framework/edition.ts'
import type { AllocatableCase } from '../../../core/sampling/allocation/allocation.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import type { StoredCase } from '../../intake/caseLists.queries.ts'

/** The cases that are in the inspection's sample now: replaced ones are not among them, top-ups are. */
export type FindSampledCases = (
  connection: Connection,
  inspectionId: string,
) => Promise<readonly StoredCase[]>

/** Headings of carried columns that name whoever works with the child, by a code as a rule. */
const managerHeading =
  /^(case|allocated|lead|supervising|responsible)[ _-]?(manager|worker|holder|officer)( (code|id|ref))?$/i

/** The case without anything that tells who the child is. `named` are case managers by pseudonym, as people gave them. */
export function allocatableCase(
  edition: Edition,
  named: ReadonlyMap<string, string>,
  one: StoredCase,
): AllocatableCase {
  const disposal = edition.sample.disposals.find(({ code }) => code === one.disposal)
  return {
    pseudonym: one.pseudonym,
    domain: one.domain,
    disposal: one.disposal,
    custody: disposal?.custody ?? false,
    rosh: one.rosh,
    safetyWellbeing: one.safetyWellbeing,
    caseManager: named.get(one.pseudonym) ?? carriedManager(one.others),
  }
}

/** The case manager whom the case list names in a column of its own, or null. */
export function carriedManager(others: StoredCase['others']): string | null {
  const name = Object.entries(others)
    .find(([heading]) => managerHeading.test(heading.trim()))?.[1]
    .trim()
  return name === undefined || name === '' ? null : name
}
