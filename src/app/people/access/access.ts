/** Answers what the server asks about people: who sends a request, and what they may do. */
import type { Connection } from '../../../platform/database/connection.ts'
import type { Access, Caller, Visit } from '../../../platform/http/access.ts'
import { hashSecret } from '../../../platform/secrets.ts'
import { noteTokenUse } from '../accounts/tokens-page/token.queries.ts'
import { deleteHeld } from '../saved-forms/heldSubmission.queries.ts'
import { filesOfSavedForm, holdSubmission, ownerOf } from '../saved-forms/heldSubmission.ts'
import { knowsBrowserOfAnyone, noteUse } from '../sign-in/session.queries.ts'
import { isLive, isWorthNoting, type SessionLimits } from '../sign-in/sessionLimits.ts'
import { type InspectionStage, mayDo, type Visitor } from './mayDo.ts'
import { isPermission } from './permissionTable.ts'
import { type Arrival, findBySession, findByToken, findStage } from './rights.queries.ts'

const minuteMs = 60_000

/** The access port over `database`. `now` is the clock; tests give their own. */
export function makeAccess(
  database: Connection,
  limits: SessionLimits,
  now: () => Date = () => new Date(),
): Access {
  return {
    callerOf: async (visit, inspectionId) => {
      const arrival = await arrivalOf(database, limits, visit, inspectionId, now())
      if (arrival === undefined) return callerFor(database, nobody, null)
      const named = inspectionId === null ? null : { inspectionId, stage: arrival.stage }
      return callerFor(database, arrival.visitor, named)
    },
    knowsBrowser: (visit) => knowsBrowserOfAnyone(database, hashSecret(visit.browser)),
    saveForm: (visit, form) => holdSubmission(database, visit, form, now()),
    filesOfSavedForm: async (visit, savedFormId, path) => {
      const arrival = await arrivalOf(database, limits, visit, null, now())
      if (arrival === undefined) return []
      return filesOfSavedForm(database, visit, arrival.visitor.personId, savedFormId, path)
    },
    removeSavedForm: async (visit, savedFormId) => {
      const arrival = await arrivalOf(database, limits, visit, null, now())
      if (arrival !== undefined)
        await deleteHeld(database, ownerOf(visit, arrival.visitor.personId), savedFormId)
    },
  }
}

const nobody: Visitor = { kind: 'anonymous' }

/** `named` is the inspection that the request names, with its stage, where that is known already. */
function callerFor(database: Connection, visitor: Visitor, named: InspectionStage | null): Caller {
  const withStage = async (inspectionId: string): Promise<InspectionStage> =>
    inspectionId === named?.inspectionId
      ? named
      : { inspectionId, stage: await findStage(database, inspectionId) }
  return {
    actor:
      visitor.kind === 'anonymous' ? { name: 'nobody' } : { name: visitor.name, personId: visitor.personId },
    mayDo: async (permission, inspectionId) => {
      // The server has checked every route's permission at its start; anything else is a fault in the program.
      if (!isPermission(permission)) throw new Error(`no permission "${permission}"`)
      return mayDo(visitor, permission, inspectionId === null ? null : await withStage(inspectionId))
    },
  }
}

/** A program's token counts before a browser's session; a token that is over is nobody, not its browser's person. */
async function arrivalOf(
  database: Connection,
  limits: SessionLimits,
  visit: Visit,
  inspectionId: string | null,
  now: Date,
): Promise<Arrival | undefined> {
  if (visit.bearer !== undefined) return byToken(database, visit.bearer, inspectionId, now)
  if (visit.session === undefined) return undefined
  return bySession(database, limits, visit, visit.session, inspectionId, now)
}

async function byToken(
  database: Connection,
  bearer: string,
  inspectionId: string | null,
  now: Date,
): Promise<Arrival | undefined> {
  const found = await findByToken(database, hashSecret(bearer), inspectionId, now)
  if (found === undefined) return undefined
  const unused = found.lastSeenAt === null || Math.abs(now.getTime() - found.lastSeenAt.getTime()) >= minuteMs
  if (unused) await noteTokenUse(database, found.tokenId, now)
  return found
}

async function bySession(
  database: Connection,
  limits: SessionLimits,
  { isUnattended }: Visit,
  secret: string,
  inspectionId: string | null,
  now: Date,
): Promise<Arrival | undefined> {
  const hash = hashSecret(secret)
  const found = await findBySession(database, hash, inspectionId)
  if (found === undefined || !isLive(found, limits, now)) return undefined
  if (!isUnattended && isWorthNoting(found, now)) await noteUse(database, hash, now)
  return found
}
