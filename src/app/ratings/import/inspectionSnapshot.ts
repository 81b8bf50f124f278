import type { Connection } from '../../../platform/database/connection.ts'
import { loadAnswers, type StoredAnswer } from '../../fieldwork/case/inspectedCases.queries.ts'
import type { Inspection } from '../../inspections/inspection.ts'
import { loadStoredFigures, type StoredFigures } from '../ratedInspection.queries.ts'

/** Everything an inspection is rated from at one moment, as the audit log stores it. */
export type InspectionSnapshot = {
  readonly inspection: Inspection
  readonly figures: StoredFigures
  readonly cases: readonly CaseSnapshot[]
}

type CaseSnapshot = {
  readonly caseId: string
  readonly domain: string
  readonly answers: Readonly<Record<string, string>>
}

/** Returns everything that an inspection is rated from now. */
export async function snapshotOf(database: Connection, inspection: Inspection): Promise<InspectionSnapshot> {
  return {
    inspection,
    figures: await loadStoredFigures(database, inspection.id),
    cases: byCase(await loadAnswers(database, inspection.id)),
  }
}

function byCase(answers: readonly StoredAnswer[]): readonly CaseSnapshot[] {
  return [...Map.groupBy(answers, ({ caseId }) => caseId)].map(([caseId, ofCase]) => ({
    caseId,
    domain: ofCase[0]?.domain ?? '',
    answers: Object.fromEntries(ofCase.map(({ question, answer }) => [question, answer])),
  }))
}
