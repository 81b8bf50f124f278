/** The notes of an inspection that are marked as examples of practice. */
import type { NotNull } from 'kysely'
import type { Connection } from '../../../platform/database/connection.ts'

export type PracticeExample = {
  readonly caseId: string
  readonly keyQuestion: string
  readonly mark: string
  /** The name the child has in the report; never the real one. */
  readonly changedName: string | null
  /** Null where nothing was noted on the key question. */
  readonly note: string | null
}

/** By case and key question. Marks that were taken back, and withdrawn cases, are left out. */
export async function listPracticeExamples(
  database: Connection,
  inspectionId: string,
): Promise<readonly PracticeExample[]> {
  return database
    .selectFrom('current_entry as marked')
    .leftJoin('current_entry as noted', (join) =>
      join
        .onRef('noted.inspection_id', '=', 'marked.inspection_id')
        .onRef('noted.case_id', '=', 'marked.case_id')
        .onRef('noted.item', '=', 'marked.item')
        .on('noted.kind', '=', 'note'),
    )
    .leftJoin('current_step as step', (join) =>
      join
        .onRef('step.inspection_id', '=', 'marked.inspection_id')
        .onRef('step.case_id', '=', 'marked.case_id'),
    )
    .select([
      'marked.case_id as caseId',
      'marked.item as keyQuestion',
      'marked.value as mark',
      'marked.detail as changedName',
      'noted.value as note',
    ])
    .$narrowType<{ caseId: NotNull; keyQuestion: NotNull; mark: NotNull }>()
    .where('marked.inspection_id', '=', inspectionId)
    .where('marked.kind', '=', 'practice')
    .where('marked.value', 'is not', null)
    .where((where) => where.or([where('step.status', 'is', null), where('step.status', '<>', 'withdrawn')]))
    .orderBy('marked.case_id')
    .orderBy('marked.item')
    .execute()
}
