/**
 * What is stored of an inspected case itself. A new column is added to this file and nowhere else: every page, use-case
 * and operation of the API that has an inspected case then has the column.
 *
 * Only the function `hold_entry` of the database, which `writeEntry.queries.ts` calls, selects columns on its own. It
 * needs a new column only if the column decides what may be written.
 */
import { z } from 'zod'
import type { AllocatableCase } from '../../../core/sampling/allocation/allocation.ts'
import type { Tx } from '../../../platform/database/connection.ts'

/** The columns as pages and the API name them. */
export const caseColumnsShape = z.object({ caseId: z.string(), caseDomain: z.string() })
export type CaseColumns = Readonly<z.infer<typeof caseColumnsShape>>

/** The columns as a query selects them from `inspected_case`. */
export const caseColumns = [
  'inspected_case.case_id as caseId',
  'inspected_case.case_domain as caseDomain',
] as const

function rowOf(inspectionId: string, { caseId, caseDomain }: CaseColumns) {
  return { inspection_id: inspectionId, case_id: caseId, case_domain: caseDomain }
}

/** Returns the columns of a case that comes from the sample. */
export function columnsOfSampledCase({ pseudonym, domain }: AllocatableCase): CaseColumns {
  return { caseId: pseudonym, caseDomain: domain }
}

/** Returns the columns of a case that is imported with its answers. */
export function columnsOfImportedCase(caseId: string, domain: string): CaseColumns {
  return { caseId, caseDomain: domain }
}

/** Adds the case to the inspected cases, unless it is one of them. */
export async function insertCase(tx: Tx, inspectionId: string, columns: CaseColumns): Promise<void> {
  await tx
    .insertInto('inspected_case')
    .values(rowOf(inspectionId, columns))
    .onConflict((conflict) => conflict.columns(['inspection_id', 'case_id']).doNothing())
    .execute()
}

/** Adds the cases to the inspected cases. One that is there already gets the new columns. */
export async function saveCases(tx: Tx, inspectionId: string, cases: readonly CaseColumns[]): Promise<void> {
  await tx
    .insertInto('inspected_case')
    .values(cases.map((columns) => rowOf(inspectionId, columns)))
    .onConflict((conflict) =>
      conflict
        .columns(['inspection_id', 'case_id'])
        .doUpdateSet((row) => ({ case_domain: row.ref('excluded.case_domain') })),
    )
    .execute()
}
