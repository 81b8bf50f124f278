/** A made-up inspection whose whole case list is its sample, for tests of allocation. */
import { join } from 'node:path'
import { type Editions, loadEditions } from '../../src/app/framework/editions.ts'
import { type Inspection, inspectionId } from '../../src/app/inspections/inspection.ts'
import { loadCases } from '../../src/app/intake/caseLists.queries.ts'
import type { AllocationSources } from '../../src/app/sampling/allocation/loadAllocation.ts'
import type { FindSampledCases } from '../../src/app/sampling/findSampledCases.ts'
import type { Shell } from '../../src/platform/shell.ts'
import { must } from '../support/demonstrationReports.ts'
import { testNow } from '../support/testNow.ts'

export const inspected = 'westbrook-2026-06'

/** Every case of the latest version of the list. */
const wholeList: FindSampledCases = async (connection, inspection) => {
  const latest = await connection
    .selectFrom('case_list_version')
    .select('version')
    .where('inspection_id', '=', inspection)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return latest === undefined ? [] : loadCases(connection, inspection, latest.version)
}

export async function allocationSources(): Promise<AllocationSources & { readonly editions: Editions }> {
  return {
    editions: must(await loadEditions(join(import.meta.dirname, '../../editions'))),
    findSampledCases: wholeList,
  }
}

/** The pseudonym of the case of this number. */
export const pseudonymOf = (number: number): string => `C-${String(number).padStart(6, '0')}`

/** Puts the inspection, another service and a list of so many cases into the database. */
export async function addInspectionWithCases({ database }: Shell, count: number): Promise<Inspection['id']> {
  const services = [
    { service_id: 'westbrook', name: 'Westbrook Youth Justice Service' },
    { service_id: 'eastbrook', name: 'Eastbrook Youth Justice Service' },
  ]
  await database.insertInto('service').values(services).execute()
  const inspection = { inspection_id: inspected, service_id: 'westbrook', edition_id: 'yos-2021' }
  await database
    .insertInto('inspection')
    .values({ ...inspection, fieldwork_started: '2026-06-01', made_up: true, imported_at: testNow })
    .execute()
  await addListVersion(
    { database },
    1,
    Array.from({ length: count }, (_, index) => index + 1),
  )
  const id = inspectionId(inspected)
  if (id === undefined) throw new Error(inspected)
  return id
}

/** A version of the list that holds the cases of these numbers; every fourth has a high risk of serious harm. */
export async function addListVersion(
  { database }: Pick<Shell, 'database'>,
  version: number,
  numbers: readonly number[],
): Promise<void> {
  const sha = '0'.repeat(64)
  await database
    .insertInto('case_list_version')
    .values({
      inspection_id: inspected,
      version,
      file_name: 'list.csv',
      file_sha256: sha,
      sent_sha256: sha,
      cases: numbers.length,
      ethnicity_standard: 'none',
      columns: '{}',
      left_out: '[]',
      warnings: '[]',
      taken_at: testNow,
      taken_by: 'test',
    })
    .execute()
  for (const number of numbers) {
    const key = { inspection_id: inspected, pseudonym: pseudonymOf(number) }
    await database
      .insertInto('case_reference')
      .values({ ...key, case_id: `WB${number}` })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await database
      .insertInto('listed_case')
      .values({
        ...key,
        version,
        row_number: number + 1,
        case_domain: 'court',
        disposal: 'referral-order',
        start_date: '2026-01-05',
        gender: 'male',
        age: 15,
        ethnicity: 'white-british',
        rosh: number % 4 === 0 ? 'high' : 'medium',
        safety_wellbeing: 'medium',
        others: JSON.stringify(number === 1 ? { 'Case manager': 'CM 7' } : {}),
      })
      .execute()
  }
}
