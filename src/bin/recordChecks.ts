import { caseRecordCheck } from '../app/fieldwork/record/caseRecord.ts'
import type { RecordCheck } from '../platform/recordCheck.ts'

/** Everything that `assay audit verify` compares with the audit log, as each area declares it. */
export const recordChecks: readonly RecordCheck[] = [caseRecordCheck]
