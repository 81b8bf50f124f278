/** The notes of an inspection that are practice examples. */
import type { NotNull } from 'kysely'
import type { Connection } from '../../../platform/database/connection.ts'

export type PracticeExample = {
  readonly caseId: string
  readonly keyQuestion: string
  readonly practiceRating: string
  /** The name the child has in the report; never the real one. */
  readonly changedName: string | null
  /** Null if there is no note on the key question. */
  readonly note: string | null
}

/** Returns practice examples by case and key question, without those that were removed and those of withdrawn cases. */
export async function listPracticeExamples(
  database: Connection,
  inspectionId: string,
): Promise<readonly PracticeExample[]> {
  return database
    .selectFrom('current_entry as rated')
    .leftJoin('current_entry as noted', (join) =>
      join
        .onRef('noted.inspection_id', '=', 'rated.inspection_id')
        .onRef('noted.case_id', '=', 'rated.case_id')
        .onRef('noted.item', '=', 'rated.item')
        .on('noted.kind', '=', 'note'),
    )
    .leftJoin('current_step as step', (join) =>
      join
        .onRef('step.inspection_id', '=', 'rated.inspection_id')
        .onRef('step.case_id', '=', 'rated.case_id'),
    )
    .select([
      'rated.case_id as caseId',
      'rated.item as keyQuestion',
      'rated.value as practiceRating',
      'rated.detail as changedName',
      'noted.value as note',
    ])
    .$narrowType<{ caseId: NotNull; keyQuestion: NotNull; practiceRating: NotNull }>()
    .where('rated.inspection_id', '=', inspectionId)
    .where('rated.kind', '=', 'practice')
    .where('rated.value', 'is not', null)
    .where((where) => where.or([where('step.status', 'is', null), where('step.status', '<>', 'withdrawn')]))
    .orderBy('rated.case_id')
    .orderBy('rated.item')
    .execute()
}
