import { done, type Result } from '../../../core/kernel/result.ts'
import type { RouteRequest } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { findWithEdition, type InspectionWithEdition } from '../../framework/inspectionEdition.ts'
import { type ExaminedUpload, examineUpload } from './examineUpload.ts'

export type WaitingList = { readonly context: InspectionWithEdition; readonly examined: ExaminedUpload }

/** Returns the waiting list that the address names, read again. Refuses with `intake.upload-not-found`. */
export async function waitingList(
  { params }: RouteRequest,
  shell: Shell,
  editions: Editions,
): Promise<Result<WaitingList>> {
  const { inspection = '', upload = '' } = params
  const context = await findWithEdition(shell.database, editions, inspection)
  if (!context.ok) return context
  const examined = await examineUpload(shell, context.value, upload)
  return examined.ok ? done({ context: context.value, examined: examined.value }) : examined
}
