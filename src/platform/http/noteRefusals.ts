/** What is refused leaves a trace, whichever page or operation refuses it: whom, from which network, what and where. */
import { isIP } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { isRecorded } from '../../core/kernel/recordedRefusals.ts'
import type { Database } from '../database/databaseTypes.ts'
import { insertRefusal } from '../refusals/refusal.queries.ts'
import { type Refusal, type RefusalLog, refusalLog } from '../refusals/refusalLog.ts'
import { logError } from './log.ts'
import { networkOf } from './network.ts'
import type { Reply } from './route.ts'
import type { ReplySender } from './sendReply.ts'
import { isForPrograms } from './visit.ts'

const flushEveryMs = 60_000

type KeptRefusals = Pick<RefusalLog, 'note'> & {
  /** Writes what is counted and not written, and stops. */
  readonly close: () => Promise<void>
}

/** The record of refusals of one server, outside the transactions of its requests. */
export function storeRefusals(database: Kysely<Database>, now: () => Date = () => new Date()): KeptRefusals {
  const { note, flush } = refusalLog((row) => insertRefusal(database, row), now)
  // What cannot be written now is counted no more; the next refusal is written again.
  const timer = setInterval(() => void flush().catch(() => undefined), flushEveryMs).unref()
  const close = async (): Promise<void> => {
    clearInterval(timer)
    await flush().catch(() => undefined)
  }
  return { note, close }
}

export type SendAndNote = (
  request: FastifyRequest,
  response: FastifyReply,
  reply: Reply,
) => Promise<FastifyReply>

/** Sends replies by `sender`, after what they refuse was noted. That a refusal cannot be noted keeps nobody waiting. */
export function notingSender(sender: ReplySender, refusals: Pick<KeptRefusals, 'note'>): SendAndNote {
  return async (request, response, reply) => {
    const refusal = refusalOf(request, reply, sender.readerOf(request)?.personId ?? null)
    if (refusal !== undefined) {
      await refusals.note(refusal).catch((error: unknown) => logError(request.log, error))
    }
    return sender.send(request, response, reply)
  }
}

/** The first of what `reply` refuses that leaves a trace. Nothing of what was sent is in it. */
function refusalOf(request: FastifyRequest, reply: Reply, personId: string | null): Refusal | undefined {
  const code = reply.problems?.map((each) => each.code).find(isRecorded)
  if (code === undefined) return undefined
  return {
    code,
    byToken: isForPrograms(request) && request.headers.authorization !== undefined,
    personId: personId ?? reply.triedAccount ?? null,
    network: isIP(request.ip) === 0 ? 'unknown' : networkOf(request.ip),
    route: `${request.method} ${request.routeOptions.url ?? 'none'}`,
  }
}
