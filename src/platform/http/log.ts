/** Structured logs with request numbers and nothing personal: no query, no body, no address of a person's computer. */
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify'
import { codeOf } from './problemOf.ts'

/** How an error is written: its kind and where it arose. Its message may quote what someone typed, so it stays out. */
function errorForLog(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  return { kind: error.name, code: codeOf(error), at: frames.map((line) => line.trim()) }
}

/** One line for each answered request: the route's pattern, not the address that was asked for. */
export function logResponse(request: FastifyRequest, response: FastifyReply): void {
  request.log.info({
    method: request.method,
    route: request.routeOptions.url ?? 'none',
    status: response.statusCode,
    durationMs: Math.round(response.elapsedTime),
  })
}

/** An error nobody foresaw, under the number that the page shows. */
export function logError(log: FastifyBaseLogger, error: unknown): void {
  log.error({ error: errorForLog(error) }, 'request failed')
}
