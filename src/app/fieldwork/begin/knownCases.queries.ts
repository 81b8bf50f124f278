/** The cases that are or were inspected, from the case list or imported. */
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { KnownCase } from '../../../core/fieldwork/planFieldwork.ts'
import type { Connection } from '../../../platform/database/connection.ts'

/** Returns every case that was ever inspected, including those withdrawn, in the order of their ids. */
export async function listKnownCases(
  connection: Connection,
  inspectionId: string,
): Promise<readonly KnownCase[]> {
  const rows = await casesWithOrigin(connection, inspectionId)
    .select((expression) => [
      'known.case_id',
      'step.status',
      'listed.pseudonym',
      jsonArrayFrom(
        expression
          .selectFrom('case_assignment')
          .select('person_id')
          .whereRef('case_assignment.inspection_id', '=', 'known.inspection_id')
          .whereRef('case_assignment.case_id', '=', 'known.case_id'),
      ).as('people'),
    ])
    .orderBy('known.case_id')
    .execute()
  return rows.map((row) => ({
    caseId: row.case_id,
    fromList: row.pseudonym !== null,
    withdrawn: row.status === 'withdrawn',
    personIds: row.people.map(({ person_id }) => person_id),
  }))
}

/** Returns how many cases people assess here: those from the sample, and those with which someone took a step. */
export async function countBegunCases(connection: Connection, inspectionId: string): Promise<number> {
  const { count } = await casesWithOrigin(connection, inspectionId)
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where((where) =>
      where.or([
        where('step.status', 'in', ['ready', 'checked', 'returned', 'signed']),
        where.and([
          where('listed.pseudonym', 'is not', null),
          where(where.fn.coalesce('step.status', where.val('open')), '<>', 'withdrawn'),
        ]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return count
}

/** The inspected cases, each with its last step and whether it came from the case list. */
function casesWithOrigin(connection: Connection, inspectionId: string) {
  return connection
    .selectFrom('inspected_case as known')
    .leftJoin('current_step as step', (join) =>
      join
        .onRef('step.inspection_id', '=', 'known.inspection_id')
        .onRef('step.case_id', '=', 'known.case_id'),
    )
    .leftJoin('case_reference as listed', (join) =>
      join
        .onRef('listed.inspection_id', '=', 'known.inspection_id')
        .onRef('listed.pseudonym', '=', 'known.case_id'),
    )
    .where('known.inspection_id', '=', inspectionId)
}
