/** How long case lists that wait to be accepted are stored. */
import type { RetentionRule } from '../../platform/housekeeping.ts'
import { removeUploadsBefore } from './upload-page/caseListUploads.queries.ts'
import { waitingHours } from './upload-page/examineUpload.ts'

export const intakeRetention: readonly RetentionRule[] = [
  {
    what: 'Case lists that are not yet accepted',
    hours: waitingHours,
    after: 'they were uploaded',
    why: 'Long enough to fix them, but no longer: they contain the service’s own references.',
    remove: removeUploadsBefore,
  },
]
