/** The audit actions of every room, joined. */

import { fieldworkAudit } from '../app/fieldwork/audit.ts'
import { intakeAudit } from '../app/intake/audit.ts'
import { peopleAudit } from '../app/people/audit.ts'
import { programmeAudit } from '../app/programme/audit.ts'
import { ratingsAudit } from '../app/ratings/audit.ts'
import { reportAudit } from '../app/report/audit.ts'
import { allocationAudit } from '../app/sampling/allocation/audit.ts'
import { samplingAudit } from '../app/sampling/audit.ts'
import type { AllAuditActions } from '../platform/auditTable.ts'

/** Every audit action there is, by its name. A room whose table is absent does not compile. */
export const auditActions: AllAuditActions = {
  ...intakeAudit,
  ...samplingAudit,
  ...allocationAudit,
  ...fieldworkAudit,
  ...ratingsAudit,
  ...reportAudit,
  ...programmeAudit,
  ...peopleAudit,
}
