/** Answers what the server asks about people: who sends a request, and what they may do. */

import { type InspectionStage, mayDo, type Visitor } from '../../../core/access/mayDo.ts'
import type { Permission } from '../../../core/access/permissionTable.ts'
import { isLive, isWorthNoting, type SessionLimits } from '../../../core/access/sessionLimits.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import type { Access, Caller, Visit } from '../../../platform/http/access.ts'
import { hashSecret } from '../../../platform/secrets.ts'
import { noteTokenUse } from '../accounts/tokens-page/token.queries.ts'
import { deleteSavedForm } from '../saved-forms/savedForm.queries.ts'
import { ownerOf, readSavedFiles, saveForm } from '../saved-forms/savedForm.ts'
import { knowsBrowserOfAnyone, noteUse } from '../sign-in/session.queries.ts'
import { findBySession, findByToken, findStage, type KnownCaller } from './rights.queries.ts'

const minuteMs = 60_000

/** Returns the access port over `database`. `now` is the clock; tests have their own. */
export function makeAccess(
  database: Connection,
  limits: SessionLimits,
  now: () => Date = () => new Date(),
): Access {
  const callerOf = (visit: Visit, inspectionId: string | null): Promise<KnownCaller | undefined> =>
    findCaller(database, limits, { visit, inspectionId, now: now() })
  return {
    callerOf: async (visit, inspectionId) => {
      const caller = await callerOf(visit, inspectionId)
      if (caller === undefined) return callerFor(database, anonymous, null)
      const named = inspectionId === null ? null : { inspectionId, stage: caller.stage }
      return callerFor(database, caller.visitor, named)
    },
    knowsBrowser: (visit) => knowsBrowserOfAnyone(database, hashSecret(visit.browser)),
    saveForm: (visit, form) => saveForm(database, visit, form, now()),
    filesOfSavedForm: async (visit, savedFormId, path) => {
      const caller = await callerOf(visit, null)
      if (caller === undefined) return []
      return readSavedFiles(database, visit, caller.visitor.personId, { savedFormId, path })
    },
    removeSavedForm: async (visit, savedFormId) => {
      const caller = await callerOf(visit, null)
      if (caller === undefined) return
      await deleteSavedForm(database, ownerOf(visit, caller.visitor.personId), savedFormId)
    },
  }
}

const anonymous: Visitor = { kind: 'anonymous' }

/** `named` is the inspection that the request names, with its stage if that is known already. */
function callerFor(database: Connection, visitor: Visitor, named: InspectionStage | null): Caller {
  const withStage = async (inspectionId: string): Promise<InspectionStage> =>
    inspectionId === named?.inspectionId
      ? named
      : { inspectionId, stage: await findStage(database, inspectionId) }
  return {
    actor:
      visitor.kind === 'anonymous' ? { name: 'nobody' } : { name: visitor.name, personId: visitor.personId },
    mayDo: async (permission, inspectionId) =>
      mayDo(visitor, permission, inspectionId === null ? null : await withStage(inspectionId)),
  }
}

type Request = { readonly visit: Visit; readonly inspectionId: string | null; readonly now: Date }

/** The token of a program counts before the session of a browser: with an expired token no one is signed in. */
async function findCaller(
  database: Connection,
  limits: SessionLimits,
  request: Request,
): Promise<KnownCaller | undefined> {
  const { bearer, session } = request.visit
  if (bearer !== undefined) return findCallerByToken(database, bearer, request)
  return session === undefined ? undefined : findCallerBySession(database, limits, session, request)
}

async function findCallerByToken(
  database: Connection,
  bearer: string,
  { inspectionId, now }: Request,
): Promise<KnownCaller | undefined> {
  const caller = await findByToken(database, hashSecret(bearer), inspectionId, now)
  if (caller === undefined) return undefined
  const { lastSeenAt, tokenId } = caller
  const isUnused = lastSeenAt === null || Math.abs(now.getTime() - lastSeenAt.getTime()) >= minuteMs
  if (isUnused) await noteTokenUse(database, tokenId, now)
  return caller
}

async function findCallerBySession(
  database: Connection,
  limits: SessionLimits,
  session: string,
  { visit: { isUnattended }, inspectionId, now }: Request,
): Promise<KnownCaller | undefined> {
  const hash = hashSecret(session)
  const caller = await findBySession(database, hash, inspectionId)
  if (caller === undefined || !isLive(caller, limits, now)) return undefined
  if (!isUnattended && isWorthNoting(caller, now)) await noteUse(database, hash, now)
  return caller
}

/** The permissions of the table, for routes, operations, links and this port. */
type TablePermissions = Readonly<Record<Permission, true>>

declare module '../../../platform/declared.ts' {
  interface Permissions extends TablePermissions {}
}
