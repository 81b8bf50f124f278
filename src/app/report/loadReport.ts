import { findStandard } from '../../core/framework/findInEdition.ts'
import { done, type Result } from '../../core/kernel/result.ts'
import { buildReport } from '../../core/report/buildReport.ts'
import type { ReportModel } from '../../core/report/reportModel.ts'
import { shareNextWork } from '../../platform/sharedWork.ts'
import type { Shell } from '../../platform/shell.ts'
import type { Editions } from '../framework/editions.ts'
import { rateStoredInspection } from '../ratings/rateStoredInspection.ts'
import { listFindings } from './findings/findings.queries.ts'
import { listRecommendations } from './recommendations/recommendations.queries.ts'

/** Loads a report by the editions of the server. */
export type LoadReport = (
  shell: Pick<Shell, 'database'>,
  inspectionId: string,
) => Promise<Result<ReportModel>>

/** Returns `loadReport` for a server: however many people ask for a report at once, it is loaded at most twice. */
export function reportLoader(editions: Editions): LoadReport {
  const share = shareNextWork<Result<ReportModel>>()
  return (shell, inspectionId) => share(inspectionId, () => loadReport(shell, editions, inspectionId))
}

/** Returns the report of an inspection as it is now. Refuses as `rateStoredInspection` does. */
export async function loadReport(
  shell: Pick<Shell, 'database'>,
  editions: Editions,
  inspectionId: string,
): Promise<Result<ReportModel>> {
  const stored = await rateStoredInspection(shell, editions, inspectionId)
  if (!stored.ok) return stored
  const { inspection, edition, rated, underWay } = stored.value
  const findings = await listFindings(shell.database, inspection.id)
  return done(
    buildReport({
      edition,
      rated,
      facts: { ...inspection, underWay },
      findings: findings.flatMap((written) => {
        const standard = findStandard(edition, written.standard)
        return standard === undefined ? [] : [{ ...written, standard: standard.id }]
      }),
      recommendations: await listRecommendations(shell.database, inspection.id),
    }),
  )
}
