/** Corrects what an inspection was announced with, or withdraws it: with a reason, before it is published. */
import type { Problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { textProblems } from '../../../core/kernel/textLimits.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import { contentHash } from '../../../platform/contentHash.ts'
import type { Connection, Tx } from '../../../platform/database/connection.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { findKnownInspection } from '../../inspections/findKnownInspection.ts'
import { type Inspection, inspectionIdFor } from '../../inspections/inspection.ts'
import {
  correctRegister,
  findSameInspection,
  lockRegister,
  markWithdrawn,
} from '../../inspections/inspections.queries.ts'
import { problem } from '../problems.ts'
import { hasWork } from './announced.queries.ts'
import type { Announcement } from './announceInspection.ts'

/** What is stored of the announcement of `inspection`. */
function announcementOf({ serviceName, editionId, fieldworkStarted, madeUp }: Inspection): Announcement {
  return { serviceName, editionId, fieldworkStarted: fieldworkStarted ?? '', madeUp }
}

/** Returns a hash of everything that can be corrected, by which a form knows whether it was changed meanwhile. */
export function hashOfAnnouncement(inspection: Inspection): string {
  return contentHash(announcementOf(inspection))
}

export type Correction = {
  readonly announcement: Announcement
  readonly reason: string
  /** The hash of what the form showed. */
  readonly seen: string
}

/**
 * Corrects what `id` was announced with. Once work has begun only the date can be corrected. The id never changes,
 * because addresses and records name the inspection by it. Refuses as `findUnpublished` does, without a reason, if
 * someone else corrected it meanwhile, and if it would be the same as another inspection.
 */
export function correctInspection(
  shell: Shell,
  editions: Editions,
  id: string,
  { announcement, reason, seen }: Correction,
): Promise<Result<null>> {
  return shell.transact(async (tx) => {
    await lockRegister(tx)
    const inspection = await findUnpublished(tx, id)
    if (!inspection.ok) return inspection
    const fault = await faultOf(tx, editions, inspection.value, { announcement, reason, seen })
    if (fault !== null) return refuse(fault)
    await correctRegister(tx, { id: inspection.value.id, ...announcement })
    await recordAudit(tx, shell, {
      action: 'inspection.correct',
      inspectionId: id,
      subject: id,
      before: announcementOf(inspection.value),
      after: announcement,
      reason,
    })
    return done(null)
  })
}

async function faultOf(
  tx: Tx,
  editions: Editions,
  inspection: Inspection,
  { announcement, reason, seen }: Correction,
): Promise<Problem | null> {
  const [unfit] = reasonProblems(reason)
  if (unfit !== undefined) return unfit
  if (seen !== hashOfAnnouncement(inspection)) return problem('inspection.corrected-meanwhile', {})
  if (!editions.has(announcement.editionId)) {
    return problem('inspection.edition-not-chosen', {}, { field: 'edition' })
  }
  const isFixed = changesMoreThanDate(announcement, inspection) && (await hasWork(tx, inspection.id))
  if (isFixed) return problem('inspection.fixed-by-work', {})
  const { serviceName, fieldworkStarted } = announcement
  const same = await findSameInspection(tx, {
    id: inspectionIdFor(serviceName, fieldworkStarted),
    serviceName,
    fieldworkStarted,
  })
  const isAnother = same !== undefined && !same.isWithdrawn && same.id !== inspection.id
  return isAnother
    ? problem('inspection.announced-already', { inspection: same.id }, { field: 'service' })
    : null
}

function changesMoreThanDate(announcement: Announcement, inspection: Inspection): boolean {
  const { serviceName, editionId, madeUp } = announcementOf(inspection)
  return (
    announcement.serviceName !== serviceName ||
    announcement.editionId !== editionId ||
    announcement.madeUp !== madeUp
  )
}

/** Withdraws the inspection: it is removed from every list, and all its records stay. Refuses as `findUnpublished` does. */
export function withdrawInspection(shell: Shell, id: string, reason: string): Promise<Result<null>> {
  return shell.transact(async (tx) => {
    await lockRegister(tx)
    const inspection = await findUnpublished(tx, id)
    if (!inspection.ok) return inspection
    const [unfit] = reasonProblems(reason)
    if (unfit !== undefined) return refuse(unfit)
    await markWithdrawn(tx, inspection.value.id, { at: shell.now(), by: shell.actor.name, reason })
    await recordAudit(tx, shell, {
      action: 'inspection.withdraw',
      inspectionId: id,
      subject: id,
      before: announcementOf(inspection.value),
      after: null,
      reason,
    })
    return done(null)
  })
}

/** Returns the inspection. Refuses with `inspection.not-found`, also if it was withdrawn, or `inspection.published-already`. */
export async function findUnpublished(database: Connection, id: string): Promise<Result<Inspection>> {
  const inspection = await findKnownInspection(database, id)
  if (!inspection.ok || inspection.value.published === null) return inspection
  return refuse(problem('inspection.published-already', { inspection: id }))
}

function reasonProblems(reason: string): readonly Problem[] {
  return textProblems(reason, 'reason', problem('inspection.reason-missing', {}, { field: 'reason' }))
}
