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

/** `loadReport` over the editions, shared by those who ask for the same report at once. */
export type LoadReport = (
  shell: Pick<Shell, 'database'>,
  inspectionId: string,
) => Promise<Result<ReportModel>>

/** For a server: however many ask for a report at the same moment, it is read and rated twice at most. */
export function reportLoader(editions: Editions): LoadReport {
  const share = shareNextWork<Result<ReportModel>>()
  return (shell, inspectionId) => share(inspectionId, () => loadReport(shell, editions, inspectionId))
}

/** The report of a stored inspection as it stands now. Refuses as `rateStoredInspection` does. */
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
      findings: findings.flatMap((one) => {
        const standard = findStandard(edition, one.standard)
        return standard === undefined ? [] : [{ ...one, standard: standard.id }]
      }),
      recommendations: await listRecommendations(shell.database, inspection.id),
    }),
  )
}
