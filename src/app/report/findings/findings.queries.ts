/** The written findings of an inspection, standard by standard. */
import type { StandardFindings } from '../../../core/report/reportSources.ts'
import type { Connection, Tx } from '../../../platform/database/connection.ts'

/** Findings as they are stored: who saved them last, and the version that a writer must have seen. */
export type StoredFindings = Omit<StandardFindings, 'standard'> & {
  readonly standard: string
  readonly version: number
  readonly savedAt: Date
  readonly savedBy: string
}

/** Returns the findings of every standard of an inspection that has ever had any, in the order of the ids of standards. */
export async function listFindings(
  reader: Connection,
  inspectionId: string,
): Promise<readonly StoredFindings[]> {
  const heads = await reader
    .selectFrom('standard_findings')
    .select(['standard_id', 'version', 'saved_at', 'saved_by'])
    .where('inspection_id', '=', inspectionId)
    .orderBy('standard_id')
    .execute()
  const texts = await reader
    .selectFrom('standard_finding')
    .select(['standard_id', 'kind', 'text'])
    .where('inspection_id', '=', inspectionId)
    .orderBy('position')
    .execute()
  return heads.map((head) => {
    const ofStandard = texts.filter(({ standard_id }) => standard_id === head.standard_id)
    const ofKind = (wanted: string) =>
      ofStandard.filter(({ kind }) => kind === wanted).map(({ text }) => text)
    return {
      standard: head.standard_id,
      strengths: ofKind('strength'),
      areasForImprovement: ofKind('area-for-improvement'),
      version: head.version,
      savedAt: head.saved_at,
      savedBy: head.saved_by,
    }
  })
}

/** Locks the row of the inspection until the transaction ends, so that its findings are saved one after another. */
export async function lockInspection(tx: Tx, inspectionId: string): Promise<void> {
  await tx
    .selectFrom('inspection')
    .select('inspection_id')
    .where('inspection_id', '=', inspectionId)
    .forUpdate()
    .execute()
}

export type FindingsToSave = {
  readonly inspectionId: string
  readonly findings: Omit<StandardFindings, 'standard'> & { readonly standard: string }
  /** The new version: one more than the version that it replaces; 1 for the first. */
  readonly version: number
  readonly savedAt: Date
  readonly savedBy: string
}

/** Replaces the findings of one standard. */
export async function saveFindings(tx: Tx, save: FindingsToSave): Promise<void> {
  const key = { inspection_id: save.inspectionId, standard_id: save.findings.standard }
  const head = { version: save.version, saved_at: save.savedAt, saved_by: save.savedBy }
  await tx
    .insertInto('standard_findings')
    .values({ ...key, ...head })
    .onConflict((conflict) => conflict.columns(['inspection_id', 'standard_id']).doUpdateSet(head))
    .execute()
  await tx
    .deleteFrom('standard_finding')
    .where('inspection_id', '=', key.inspection_id)
    .where('standard_id', '=', key.standard_id)
    .execute()
  const rows = [
    ...save.findings.strengths.map((text, index) => findingRow(key, 'strength', index, text)),
    ...save.findings.areasForImprovement.map((text, index) =>
      findingRow(key, 'area-for-improvement', index, text),
    ),
  ]
  if (rows.length > 0) await tx.insertInto('standard_finding').values(rows).execute()
}

function findingRow(
  key: { readonly inspection_id: string; readonly standard_id: string },
  kind: 'strength' | 'area-for-improvement',
  index: number,
  text: string,
) {
  return { ...key, kind, position: index + 1, text }
}
