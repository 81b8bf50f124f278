import type { Edition } from '../../core/framework/edition.ts'
import { done, type Result } from '../../core/kernel/result.ts'
import { caseNameNotes } from '../../core/ratings/caseSpellings.ts'
import type { FieldworkUnderWay } from '../../core/ratings/fieldworkUnderWay.ts'
import type { RatedInspection } from '../../core/ratings/ratedInspection.ts'
import { rateInspection } from '../../core/ratings/rateInspection.ts'
import type { Shell } from '../../platform/shell.ts'
import { loadAnswers, type StoredAnswer } from '../fieldwork/case/inspectedCases.queries.ts'
import type { Editions } from '../framework/editions.ts'
import { pinnedEdition } from '../framework/inspectionEdition.ts'
import { findKnownInspection } from '../inspections/findKnownInspection.ts'
import type { CaseCount, Inspection } from '../inspections/inspection.ts'
import { findUnderWay } from './findUnderWay.ts'
import { loadStoredFigures } from './ratedInspection.queries.ts'
import { figuresFromStored } from './storedFigures.ts'

export type RatedStoredInspection = {
  readonly inspection: Inspection
  readonly edition: Edition
  readonly rated: RatedInspection
  /** Null if no case is still being assessed. */
  readonly underWay: FieldworkUnderWay | null
}

/**
 * Returns the ratings of an inspection from what is stored, by the edition it is pinned to. Refuses with
 * `inspection.not-found`, or `inspection.edition-missing` if there is no file of its edition.
 */
export async function rateStoredInspection(
  shell: Pick<Shell, 'database'>,
  editions: Editions,
  id: string,
): Promise<Result<RatedStoredInspection>> {
  const inspection = await findKnownInspection(shell.database, id)
  return inspection.ok ? rateRegistered(shell, editions, inspection.value) : inspection
}

/** Returns the same for an inspection that was read from the register already. */
export async function rateRegistered(
  shell: Pick<Shell, 'database'>,
  editions: Editions,
  inspection: Inspection,
): Promise<Result<RatedStoredInspection>> {
  const pinned = pinnedEdition(editions, inspection)
  if (!pinned.ok) return pinned
  const edition = pinned.value
  const answers = await loadAnswers(shell.database, inspection.id)
  const stored = await loadStoredFigures(shell.database, inspection.id)
  const rated = rateInspection(edition, figuresFromStored(edition, stored, answers))
  if (!rated.ok) return rated
  const cases = casesInspected(inspection.cases, answers)
  const underWay = await findUnderWay(shell, inspection.id)
  const notes = [...rated.value.notes, ...caseNameNotes(answers.map((each) => ({ ...each, row: null })))]
  return done({
    inspection: { ...inspection, cases },
    edition,
    rated: { ...rated.value, notes },
    underWay,
  })
}

/** Returns the number of cases of each kind: counted if they have answers, otherwise as the register has it. */
export function casesInspected(
  registered: readonly CaseCount[],
  answers: readonly StoredAnswer[],
): readonly CaseCount[] {
  const byDomain = Map.groupBy(answers, ({ domain }) => domain)
  const counted = [...byDomain].map(([domain, ofDomain]) => ({
    domain,
    inspected: new Set(ofDomain.map(({ caseId }) => caseId)).size,
  }))
  return [...counted, ...registered.filter(({ domain }) => !byDomain.has(domain))]
}
