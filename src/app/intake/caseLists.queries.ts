/** Case lists that were accepted: versions, files, cases, and the references behind the pseudonyms. */
import type { ConfirmedWarning } from '../../core/intake/caseListWarnings.ts'
import type { ListedCase } from '../../core/intake/listedCase.ts'
import type { ColumnMapping } from '../../core/intake/recogniseColumns.ts'
import { parseCalendarDate } from '../../core/kernel/calendarDate.ts'
import type { Connection, Tx } from '../../platform/database/connection.ts'
import { carried, confirmedWarnings, headings, storedCaseDomain, texts } from './storedJson.ts'

export type CaseListVersion = {
  readonly version: number
  readonly fileName: string
  readonly fileSha256: string
  readonly sentSha256: string
  readonly cases: number
  readonly ethnicityStandard: string
  readonly columns: ColumnMapping['columns']
  readonly leftOut: readonly string[]
  readonly warnings: readonly ConfirmedWarning[]
  readonly acceptedAt: Date
  readonly acceptedBy: string
}

/** A case of a stored version. Outside its own inspection only the pseudonym is shown. */
export type StoredCase = ListedCase & { readonly pseudonym: string }

/** Returns every version of the inspection's list, the latest first. */
export async function listVersions(
  database: Connection,
  inspectionId: string,
): Promise<readonly CaseListVersion[]> {
  const rows = await database
    .selectFrom('case_list_version')
    .selectAll()
    .where('inspection_id', '=', inspectionId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    sentSha256: row.sent_sha256,
    cases: row.cases,
    ethnicityStandard: row.ethnicity_standard,
    columns: headings.parse(row.columns),
    leftOut: texts.parse(row.left_out),
    warnings: confirmedWarnings.parse(row.warnings),
    acceptedAt: row.taken_at,
    acceptedBy: row.taken_by,
  }))
}

/** Returns the cases of a version, by reference. */
export async function loadCases(
  database: Connection,
  inspectionId: string,
  version: number,
): Promise<readonly StoredCase[]> {
  const rows = await database
    .selectFrom('listed_case')
    .innerJoin('case_reference', (join) =>
      join
        .onRef('case_reference.inspection_id', '=', 'listed_case.inspection_id')
        .onRef('case_reference.pseudonym', '=', 'listed_case.pseudonym'),
    )
    .selectAll('listed_case')
    .select('case_reference.case_id')
    .where('listed_case.inspection_id', '=', inspectionId)
    .where('version', '=', version)
    .orderBy('case_reference.case_id')
    .execute()
  return rows.map((row) => ({
    caseId: row.case_id,
    pseudonym: row.pseudonym,
    row: row.row_number,
    domain: storedCaseDomain(row.case_domain),
    disposal: row.disposal,
    startDate: storedDate(row.start_date),
    gender: row.gender,
    age: row.age,
    ethnicity: row.ethnicity,
    rosh: row.rosh,
    safetyWellbeing: row.safety_wellbeing,
    others: carried.parse(row.others),
  }))
}

function storedDate(text: string) {
  const date = parseCalendarDate(text)
  if (date === undefined) throw new RangeError(`${text} is stored and is not a day of the calendar`)
  return date
}

/** Returns the file from which a version was read, as it is stored. */
export async function loadFile(
  database: Connection,
  inspectionId: string,
  version: number,
): Promise<Uint8Array | undefined> {
  const row = await database
    .selectFrom('case_list_file')
    .select('content')
    .where('inspection_id', '=', inspectionId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.content
}

/** Returns the number of cases in the service's latest list, of this inspection or an earlier one; null if it has nlisted. */
export async function casesLastTime(database: Connection, inspectionId: string): Promise<number | null> {
  const row = await database
    .selectFrom('case_list_version')
    .innerJoin('inspection', 'inspection.inspection_id', 'case_list_version.inspection_id')
    .select('cases')
    .where('inspection.service_id', '=', (where) =>
      where.selectFrom('inspection').select('service_id').where('inspection_id', '=', inspectionId),
    )
    .orderBy('taken_at', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.cases ?? null
}

/** Returns the pseudonyms of the inspection by reference. */
export async function loadPseudonyms(
  database: Connection,
  inspectionId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await database
    .selectFrom('case_reference')
    .select(['case_id', 'pseudonym'])
    .where('inspection_id', '=', inspectionId)
    .execute()
  return new Map(rows.map((row) => [row.case_id, row.pseudonym]))
}

/** Locks the versions of the inspection's list until the transaction ends. */
export async function lockCaseLists(tx: Tx, inspectionId: string): Promise<void> {
  await tx
    .selectFrom('inspection')
    .select('inspection_id')
    .where('inspection_id', '=', inspectionId)
    .forUpdate()
    .execute()
}

/** Saves a version of the inspection's list with its file. */
export async function saveVersion(
  tx: Tx,
  inspectionId: string,
  version: CaseListVersion,
  content: Uint8Array,
): Promise<void> {
  const key = { inspection_id: inspectionId, version: version.version }
  await tx
    .insertInto('case_list_version')
    .values({
      ...key,
      file_name: version.fileName,
      file_sha256: version.fileSha256,
      sent_sha256: version.sentSha256,
      cases: version.cases,
      ethnicity_standard: version.ethnicityStandard,
      columns: JSON.stringify(version.columns),
      left_out: JSON.stringify(version.leftOut),
      warnings: JSON.stringify(version.warnings),
      taken_at: version.acceptedAt,
      taken_by: version.acceptedBy,
    })
    .execute()
  await tx
    .insertInto('case_list_file')
    .values({ ...key, content: Buffer.from(content) })
    .execute()
}

/** PostgreSQL takes 65,535 values in one statement. */
const rowsAtOnce = 2_000

/** Adds the references that are new to the inspection, then the cases under their pseudonyms. */
export async function saveCases(
  tx: Tx,
  inspectionId: string,
  version: number,
  cases: readonly StoredCase[],
): Promise<void> {
  for (let from = 0; from < cases.length; from += rowsAtOnce) {
    const some = cases.slice(from, from + rowsAtOnce)
    await tx
      .insertInto('case_reference')
      .values(
        some.map(({ pseudonym, caseId }) => ({ inspection_id: inspectionId, pseudonym, case_id: caseId })),
      )
      .onConflict((conflict) => conflict.columns(['inspection_id', 'pseudonym']).doNothing())
      .execute()
    await tx
      .insertInto('listed_case')
      .values(some.map((listed) => ({ inspection_id: inspectionId, version, ...caseColumns(listed) })))
      .execute()
  }
}

function caseColumns(listed: StoredCase) {
  return {
    pseudonym: listed.pseudonym,
    row_number: listed.row,
    case_domain: listed.domain,
    disposal: listed.disposal,
    start_date: listed.startDate,
    gender: listed.gender,
    age: listed.age,
    ethnicity: listed.ethnicity,
    rosh: listed.rosh,
    safety_wellbeing: listed.safetyWellbeing,
    others: JSON.stringify(listed.others),
  }
}
