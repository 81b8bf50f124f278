/** What is stored, compared with the audit events that made it. Each area declares its own comparisons. */
import type { Connection } from './database/connection.ts'

export type RecordFault = {
  readonly inspectionId: string
  /** What differs, in the words of the area: `case NM-C01, answer 2.1.1`. */
  readonly subject: string
  /** Completes the sentence: `is not what the audit log says`. */
  readonly fault: string
}

export type ComparedRecord = {
  /** How many stored values were compared. */
  readonly values: number
  readonly faults: readonly RecordFault[]
}

export type RecordCheck = {
  /** What is compared, for people: `answers, notes and facts`. */
  readonly name: string
  /** Compares everything that is stored as it was at one moment. */
  readonly compare: (database: Connection) => Promise<ComparedRecord>
}

/** Compares with every check, at one and the same moment, while others go on writing. */
export async function compareRecords(
  database: Connection,
  checks: readonly RecordCheck[],
): Promise<ComparedRecord> {
  const compareAll = async (moment: Connection): Promise<ComparedRecord> => {
    const results = []
    for (const check of checks) results.push(await check.compare(moment))
    return {
      values: results.reduce((sum, { values }) => sum + values, 0),
      faults: results.flatMap(({ faults }) => faults),
    }
  }
  if (database.isTransaction) return compareAll(database)
  return database.transaction().setIsolationLevel('repeatable read').execute(compareAll)
}
