/** What a thrown error means to the person who waits for the page. Its own message is only for the log. */
import type { Problem } from '../../core/kernel/problem.ts'
import { problem } from './problems.ts'

/** The database's end of a connection that was refused, cut, or asked to wait. */
const databaseGone = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|08\w{3}|57P0\d|53[13]00)$/
const connectionLost = /Connection terminated|timeout exceeded when trying to connect|not queryable/

/** The problem to show for `error`. */
export function problemOf(error: unknown): Problem {
  if (isDiskFull(error)) return problem('request.storage-full', {})
  if (isDatabaseGone(error)) return problem('request.unavailable', {})
  switch (statusOf(error)) {
    case 413:
      return problem('request.too-large', {})
    case 415:
    case 406:
      return problem('request.unsupported-type', {})
    case 404:
      return problem('request.not-found', {})
    default:
      return isSendersFault(error) ? problem('request.malformed', {}) : problem('request.failed', {})
  }
}

/**
 * The statement failed for want of room and its transaction was rolled back. A server that panics over it, as where
 * its own log does not fit, may have committed before: that counts as gone, since nobody can say what is stored.
 */
function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error) || codeOf(error) !== '53100') return false
  return 'severity' in error && error.severity === 'ERROR'
}

function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return databaseGone.test(codeOf(error)) || connectionLost.test(error.message)
}

/** The code of a system's, the database's or the framework's error; empty if it has none. */
export function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** The framework's own refusals, of which there are more than it makes sense to distinguish. */
function isSendersFault(error: unknown): boolean {
  const status = statusOf(error) ?? 500
  return status >= 400 && status < 500
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined
}
