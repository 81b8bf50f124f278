import { done, type Result } from '../../core/kernel/result.ts'
import { courseOf, type StageFacts } from '../../core/programme/course.ts'
import { contentHash } from '../../platform/contentHash.ts'
import type { Shell } from '../../platform/shell.ts'
import { findWithEdition } from '../framework/inspectionEdition.ts'
import type { Inspection } from '../inspections/inspection.ts'
import { findStage } from '../people/access/rights.queries.ts'
import { loadReport } from '../report/loadReport.ts'
import type { AllocationSources } from '../sampling/allocation/loadAllocation.ts'
import { listCourse } from './course.queries.ts'
import { readReadiness } from './readReadiness.ts'

export type LoadedStageFacts = StageFacts & { readonly inspection: Inspection }

/** Returns the stage of an inspection and everything on which its next move depends. Refuses with `inspection.not-found` or `inspection.edition-missing`. */
export async function loadStageFacts(
  shell: Pick<Shell, 'database'>,
  sources: AllocationSources,
  id: string,
): Promise<Result<LoadedStageFacts>> {
  const context = await findWithEdition(shell.database, sources.editions, id)
  if (!context.ok) return context
  const { inspection, edition } = context.value
  const report = await loadReport(shell, sources.editions, id)
  return done({
    inspection,
    edition,
    course: courseOf(await findStage(shell.database, id), await listCourse(shell.database, id)),
    readiness: await readReadiness(shell, sources, edition, id),
    // Figures that cannot be rated are missing already, so there is no report that can change.
    report: report.ok ? contentHash(report.value) : '',
  })
}
