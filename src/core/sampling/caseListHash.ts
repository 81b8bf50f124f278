/** The digest of a case list, the same whatever the order of its rows and the kind of its file. */
import type { ListedCase } from '../intake/listedCase.ts'
import { byText } from './profiles.ts'
import { sha256 } from './sha256.ts'

/**
 * Returns the SHA-256 of the cases in the order of their ids, one on each line, each as a JSON list of what a draw can
 * use: id, domain, disposal, start date, gender, age, ethnicity, both classifications, and the further columns that the
 * sample is balanced by.
 */
export function caseListHash(cases: readonly ListedCase[], variables: readonly string[]): string {
  const lines = cases
    .toSorted((one, other) => byText(one.caseId, other.caseId))
    .map((listedCase) => JSON.stringify(canonical(listedCase, variables)))
  return sha256(lines.join('\n'))
}

function canonical(listedCase: ListedCase, variables: readonly string[]): readonly unknown[] {
  const further = variables.flatMap((variable) => {
    const value = listedCase.others[variable]
    return value === undefined ? [] : [[variable, value]]
  })
  return [
    listedCase.caseId,
    listedCase.domain,
    listedCase.disposal,
    listedCase.startDate,
    listedCase.gender,
    listedCase.age,
    listedCase.ethnicity,
    listedCase.rosh,
    listedCase.safetyWellbeing,
    further,
  ]
}
