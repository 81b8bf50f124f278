/** Judgements and figures that were imported, compared with the events of their imports. */
import { sql } from 'kysely'
import { contentHash } from '../../platform/contentHash.ts'
import type { Connection } from '../../platform/database/connection.ts'
import type { RecordCheck } from '../../platform/recordCheck.ts'
import type { InspectionId } from '../inspections/inspection.ts'
import { loadStoredFigures } from './ratedInspection.queries.ts'

export const figuresRecordCheck: RecordCheck = {
  name: 'judgements and figures',
  compare: async (database) => {
    const imports = await lastImports(database)
    const results = []
    for (const { inspectionId, figures } of imports) {
      const stored = await loadStoredFigures(database, inspectionId)
      results.push({ inspectionId, same: contentHash(stored) === contentHash(figures) })
    }
    const faults = results
      .filter(({ same }) => !same)
      .map(({ inspectionId }) => ({
        inspectionId,
        subject: 'a judgement or figure',
        fault: 'is not what the audit log says',
      }))
    return { values: imports.length, faults }
  },
}

/** For each inspection that has judgements or figures, those of its last import; null if it was never imported. */
async function lastImports(database: Connection) {
  const { rows } = await sql<{ inspectionId: InspectionId; figures: unknown }>`
    select inspection_id as "inspectionId", last.figures
    from inspection
    left join lateral (
      select after -> 'figures' as figures from audit_event event
      where event.inspection_id = inspection.inspection_id and action like 'inspection.import-%'
        and after ? 'figures'
      order by audit_event_id desc limit 1
    ) last on true
    where last.figures is not null
      or exists (select from standard_judgement judged where judged.inspection_id = inspection.inspection_id)
      or exists (select from key_question_figure counted where counted.inspection_id = inspection.inspection_id)
    order by inspection_id`.execute(database)
  return rows
}
