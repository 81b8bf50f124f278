/** Conflicts of interest as rows, for tests of what they bar. */
import type { Shell } from '../../src/platform/shell.ts'
import { testNow } from './testNow.ts'

type Person = { readonly id: string; readonly name: string; readonly personId: string | null }

/** Puts the person into the allocation of the inspection. */
export async function addAssessor(
  { database }: Shell,
  inspectionId: string,
  { id, name, personId }: Person,
): Promise<void> {
  const row = { inspection_id: inspectionId, assessor_id: id, display_name: name, person_id: personId }
  const rest = { role: 'inspector', cases_per_day: 1, days: [1], version: 1 }
  await database
    .insertInto('assessor')
    .values({ ...row, ...rest })
    .execute()
}

type Declared = { readonly assessor: string; readonly kind: string; readonly about: string | null }

/** Declares a conflict. Returns what withdraws it. */
export async function declare(
  { database }: Shell,
  inspectionId: string,
  { assessor, kind, about }: Declared,
): Promise<() => Promise<void>> {
  const { count } = await database
    .selectFrom('conflict_of_interest')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const key = { inspection_id: inspectionId, conflict_id: Number(count) + 1 }
  const by = { declared_at: testNow, declared_by: 'test' }
  await database
    .insertInto('conflict_of_interest')
    .values({ ...key, assessor_id: assessor, kind, about, reason: 'A cousin.', ...by })
    .execute()
  return async () => {
    await database
      .updateTable('conflict_of_interest')
      .set({ withdrawn_at: testNow, withdrawn_by: 'test', withdrawn_reason: 'A mistake.' })
      .where('inspection_id', '=', key.inspection_id)
      .where('conflict_id', '=', key.conflict_id)
      .execute()
  }
}
