/** What an allocation sees of a sampled case. */
import type { Edition } from '../../../core/framework/edition.ts'
import type { AllocatableCase } from '../../../core/sampling/allocation/allocation.ts'
import type { StoredCase } from '../../intake/caseLists.queries.ts'

/** Headings of additional columns that name the person who works with the child, usually by a code. */
const managerHeading =
  /^(case|allocated|lead|supervising|responsible)[ _-]?(manager|worker|holder|officer)( (code|id|ref))?$/i

/** Returns the case without anything that identifies the child. `named` has the case managers that people named, by pseudonym. */
export function allocatableCase(
  edition: Edition,
  named: ReadonlyMap<string, string>,
  sampled: StoredCase,
): AllocatableCase {
  const disposal = edition.sample.disposals.find(({ code }) => code === sampled.disposal)
  return {
    pseudonym: sampled.pseudonym,
    domain: sampled.domain,
    disposal: sampled.disposal,
    custody: disposal?.custody ?? false,
    rosh: sampled.rosh,
    safetyWellbeing: sampled.safetyWellbeing,
    caseManager: named.get(sampled.pseudonym) ?? carriedManager(sampled.others),
  }
}

/** Returns the case manager that the case list names in an additional column, or null. */
export function carriedManager(others: StoredCase['others']): string | null {
  const name = Object.entries(others)
    .find(([heading]) => managerHeading.test(heading.trim()))?.[1]
    .trim()
  return name === undefined || name === '' ? null : name
}
