import type { Recommendation } from '../../../core/report/reportSources.ts'
import type { Connection, Tx } from '../../../platform/database/connection.ts'

/** A recommendation as it is stored: who saved it last, and the version that a writer must have seen. */
export type StoredRecommendation = Recommendation & {
  readonly id: string
  /** Increases by one with each save. Moving it is not a save: its text is the same. */
  readonly version: number
  readonly savedAt: Date
  readonly savedBy: string
}

/** Returns the recommendations of an inspection in their order. */
export async function listRecommendations(
  connection: Connection,
  inspectionId: string,
): Promise<readonly StoredRecommendation[]> {
  return connection
    .selectFrom('recommendation')
    .select([
      'recommendation_id as id',
      'owner',
      'text',
      'version',
      'saved_at as savedAt',
      'saved_by as savedBy',
    ])
    .where('inspection_id', '=', inspectionId)
    .orderBy('position')
    .execute()
}

/** Replaces the recommendations of an inspection with these, in this order. */
export async function saveRecommendations(
  tx: Tx,
  inspectionId: string,
  recommendations: readonly StoredRecommendation[],
): Promise<void> {
  await tx.deleteFrom('recommendation').where('inspection_id', '=', inspectionId).execute()
  if (recommendations.length === 0) return
  const rows = recommendations.map((recommendation, index) => ({
    recommendation_id: recommendation.id,
    inspection_id: inspectionId,
    position: index + 1,
    owner: recommendation.owner,
    text: recommendation.text,
    version: recommendation.version,
    saved_at: recommendation.savedAt,
    saved_by: recommendation.savedBy,
  }))
  await tx.insertInto('recommendation').values(rows).execute()
}
