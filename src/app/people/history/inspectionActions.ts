import type { ActionKind } from '../../../platform/auditTable.ts'

/** The kind of all actions on an inspection as a whole, in whatever room they are done. */
export const inspectionActions: ActionKind = {
  id: 'inspection',
  title: 'Figures, findings, recommendations, roles and stage',
  read: 'report.read',
}
