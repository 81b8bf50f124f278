import { caseRecordCheck } from '../app/fieldwork/record/caseRecord.ts'
import { rightsRecordCheck } from '../app/people/access/rightsRecord.queries.ts'
import { figuresRecordCheck } from '../app/ratings/figuresRecord.queries.ts'
import { findingsRecordCheck } from '../app/report/findings/findingsRecord.ts'
import type { RecordCheck } from '../platform/recordCheck.ts'

/** Everything that `assay audit verify` compares with the audit log, as each area declares it. */
export const recordChecks: readonly RecordCheck[] = [
  rightsRecordCheck,
  caseRecordCheck,
  figuresRecordCheck,
  findingsRecordCheck,
]
