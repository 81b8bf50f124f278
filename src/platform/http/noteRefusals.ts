/** What is refused leaves a trace, whichever page or operation refuses it: whom, from which network, what and where. */
import { isIP } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ProblemCode } from '../../core/kernel/problem.ts'
import type { Connection } from '../database/connection.ts'
import { insertRefusal } from '../refusals/refusal.queries.ts'
import { type Refusal, type RefusalLog, refusalLog } from '../refusals/refusalLog.ts'
import type { Application } from './application.ts'
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
export function storeRefusals(database: Connection, now: () => Date = () => new Date()): KeptRefusals {
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

/** Sends replies by `sender`, after what they refuse was noted, if it is one of `titles`. That a refusal cannot be noted keeps nobody waiting. */
export function notingSender(
  sender: ReplySender,
  refusals: Pick<KeptRefusals, 'note'>,
  titles: Application['refusalTitles'],
): SendAndNote {
  return async (request, response, reply) => {
    const code = reply.problems?.map((each) => each.code).find((each) => titles.has(each))
    if (code !== undefined) {
      const personId = sender.readerOf(request)?.personId ?? reply.triedAccount ?? null
      await refusals
        .note(refusalOf(request, code, personId))
        .catch((error: unknown) => logError(request.log, error))
    }
    return sender.send(request, response, reply)
  }
}

/** What the record says of a refusal. Nothing of what was sent is in it. */
function refusalOf(request: FastifyRequest, code: ProblemCode, personId: string | null): Refusal {
  return {
    code,
    byToken: isForPrograms(request) && request.headers.authorization !== undefined,
    personId,
    network: isIP(request.ip) === 0 ? 'unknown' : networkOf(request.ip),
    route: `${request.method} ${request.routeOptions.url ?? 'none'}`,
  }
}
