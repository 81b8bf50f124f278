/** Answers what the server asks about people: who sends a request, and what they may do. */
import type { Kysely } from 'kysely'
import type { Database } from '../../platform/database/databaseTypes.ts'
import type { Access, Caller, Visit } from '../../platform/http/access.ts'
import { hashSecret } from '../../platform/secrets.ts'
import { deleteHeld } from './heldSubmission.queries.ts'
import { holdSubmission, ownerOf } from './heldSubmission.ts'
import { mayDo, type Visitor } from './mayDo.ts'
import { isPermission } from './permissions.ts'
import { findStage, findVisitor, type KnownVisitor } from './rights.queries.ts'
import { findSession, noteUse } from './session.queries.ts'
import { isLive, isWorthNoting, type SessionLimits } from './sessionLimits.ts'
import { findLiveToken, noteTokenUse } from './token.queries.ts'

const minuteMs = 60_000

/** The access port over `database`. `now` is the clock; tests give their own. */
export function makeAccess(
  database: Kysely<Database>,
  limits: SessionLimits,
  now: () => Date = () => new Date(),
): Access {
  return {
    callerOf: async (visit) =>
      callerFor(database, (await visitorOf(database, limits, visit, now())) ?? nobody),
    hold: (visit, form) => holdSubmission(database, visit, form, now()),
    deliver: async (visit, heldId) => {
      const visitor = await visitorOf(database, limits, visit, now())
      if (visitor !== undefined) await deleteHeld(database, ownerOf(visit, visitor.personId), heldId)
    },
  }
}

const nobody: Visitor = { kind: 'anonymous' }

function callerFor(database: Kysely<Database>, visitor: Visitor): Caller {
  return {
    actor:
      visitor.kind === 'anonymous' ? { name: 'nobody' } : { name: visitor.name, personId: visitor.personId },
    mayDo: async (permission, inspectionId) => {
      // The server has checked every route's permission at its start; anything else is a fault in the program.
      if (!isPermission(permission)) throw new Error(`no permission "${permission}"`)
      const inspection =
        inspectionId === null ? null : { inspectionId, stage: await findStage(database, inspectionId) }
      return mayDo(visitor, permission, inspection)
    },
  }
}

/** A program's token counts before a browser's session; a token that is over is nobody, not its browser's person. */
async function visitorOf(
  database: Kysely<Database>,
  limits: SessionLimits,
  visit: Visit,
  now: Date,
): Promise<KnownVisitor | undefined> {
  if (visit.bearer !== undefined) return byToken(database, visit.bearer, now)
  return visit.session === undefined ? undefined : bySession(database, limits, visit, visit.session, now)
}

async function byToken(
  database: Kysely<Database>,
  bearer: string,
  now: Date,
): Promise<KnownVisitor | undefined> {
  const token = await findLiveToken(database, hashSecret(bearer), now)
  if (token === undefined) return undefined
  const unused = token.lastUsedAt === null || now.getTime() - token.lastUsedAt.getTime() >= minuteMs
  if (unused) await noteTokenUse(database, token.tokenId, now)
  return findVisitor(database, token.personId)
}

async function bySession(
  database: Kysely<Database>,
  limits: SessionLimits,
  { isUnattended }: Visit,
  secret: string,
  now: Date,
): Promise<KnownVisitor | undefined> {
  const session = await findSession(database, hashSecret(secret))
  if (session === undefined || !isLive(session, limits, now)) return undefined
  if (!isUnattended && isWorthNoting(session, now)) await noteUse(database, session.hash, now)
  return findVisitor(database, session.personId)
}
