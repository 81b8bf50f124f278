/** Which version of a thing a request has seen: without it nothing that may have changed is overwritten. */

import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { problem } from '../problems.ts'

type Headers = Readonly<Record<string, string>>

/** The ETag of a version: a number, or another text that identifies the current value. */
export function etagOf(version: number | string): string {
  return `"${version}"`
}

/**
 * The ETag that a write says it saw, by If-Match. A proxy that compresses may have marked it as weak.
 * Refuses a write without one.
 */
export function etagSeen(headers: Headers): Result<string> {
  const etag = /^(?:W\/)?"([\w-]{1,64})"$/.exec(headers['if-match'] ?? '')?.[1]
  return etag === undefined ? refuse(problem('request.version-missing', {})) : done(etag)
}

/** Whether a request says by If-None-Match that its sender already has the version of `etag`. */
export function hasSeen(headers: Headers, etag: string): boolean {
  const seen = headers['if-none-match']?.split(',') ?? []
  return seen.some((one) => one.trim().replace(/^W\//, '') === etagOf(etag))
}

/** As `etagSeen` for versions that are numbers; If-None-Match: * says that there was none, which is 0. */
export function versionSeen(headers: Headers): Result<number> {
  if (headers['if-none-match'] === '*') return done(0)
  const etag = etagSeen(headers)
  if (!etag.ok || /^\d{1,9}$/.test(etag.value)) return etag.ok ? done(Number(etag.value)) : etag
  return refuse(problem('request.version-missing', {}))
}
