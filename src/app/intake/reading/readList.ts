/** What a thread returns to the server of a list that it read: only what the server needs, and of limited size. */
import type { Edition } from '../../../core/framework/edition.ts'
import type { CaseListReading } from '../../../core/intake/checkCaseList.ts'
import { faultyRows } from '../../../core/intake/faultyRows.ts'
import type { Table } from '../../../core/intake/table.ts'
import { csvText } from '../../../core/kernel/csvText.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { problem } from '../problems.ts'
import { caseListLimits as limits } from './caseListLimits.ts'
import { examineCaseList, type ReadOptions } from './readCaseList.ts'
import { withoutColumns } from './withoutColumns.ts'

export type ListToRead = {
  readonly content: Uint8Array
  readonly file: string
  readonly edition: Edition
  readonly options: Required<ReadOptions>
}

/** Columns that look like personal data. */
export type PersonalColumns = CaseListReading['personal']

export type ReadList = Pick<CaseListReading, 'columns' | 'personal' | 'oddities'> & {
  readonly table: Pick<Table, 'headingRow' | 'headings'>
  /** Empty while there are faults. */
  readonly cases: CaseListReading['cases']
  /** The first by row, as many as `caseListLimits.faults`. */
  readonly problems: readonly Problem[]
  /** How many there are. */
  readonly faults: number
  /** Rows of the list, faulty ones also. */
  readonly rows: number
  /** The list as CSV without the columns that are left out; null if none is. */
  readonly shortened: Uint8Array | null
  /** The whole list with `problems` next to their rows, as CSV; null if there are none. */
  readonly faultyRows: string | null
}

/** Returns a list that was read and checked. Refuses a file that cannot be read as columns. */
export function readList({ content, file, edition, options }: ListToRead): Result<ReadList> {
  const read = examineCaseList(content, file, edition, options)
  if (!read.ok) return read
  const { table, columns, personal, cases, problems, oddities } = read.value
  const shown = problems.slice(0, limits.faults)
  const hasFaults = problems.length > 0
  return done({
    table: { headingRow: table.headingRow, headings: table.headings },
    columns,
    personal,
    cases: hasFaults ? [] : cases,
    problems: shown,
    faults: problems.length,
    rows: table.rows.length,
    oddities,
    shortened: columns.leftOut.length === 0 ? null : withoutColumns(read.value),
    faultyRows: hasFaults ? csvText(faultyRows({ ...read.value, problems: shown })) : null,
  })
}

/** Returns the refusal of a list with errors: the first, and how many there are if not all are listed. Undefined if it has none. */
export function refusalOf({ problems, faults }: ReadList, file: string): Result<never> | undefined {
  const [first, ...others] = problems
  if (first === undefined) return undefined
  if (faults <= problems.length) return refuse(first, ...others)
  const more = problem('intake.more-faults', { total: faults, shown: problems.length }, { file })
  return refuse(first, ...others, more)
}
