/** Which version of a thing a request has seen: without it nothing that may have changed is overwritten. */

import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { problem } from '../problems.ts'

type Headers = Readonly<Record<string, string>>

/** The ETag of a version: a number, or another mark of what stands. */
export function etagOf(version: number | string): string {
  return `"${version}"`
}

/**
 * The mark a write says it saw, by If-Match with its ETag. A proxy that compresses may have marked the tag as weak.
 * Refuses a write that says none.
 */
export function markSeen(headers: Headers): Result<string> {
  const mark = /^(?:W\/)?"([\w-]{1,64})"$/.exec(headers['if-match'] ?? '')?.[1]
  return mark === undefined ? refuse(problem('request.version-missing', {})) : done(mark)
}

/** Whether a request says by If-None-Match that its sender has what `mark` is the mark of. */
export function hasSeen(headers: Headers, mark: string): boolean {
  const seen = headers['if-none-match']?.split(',') ?? []
  return seen.some((one) => one.trim().replace(/^W\//, '') === etagOf(mark))
}

/** As `markSeen` where versions are numbers; If-None-Match: * says that there was none, which is 0. */
export function versionSeen(headers: Headers): Result<number> {
  if (headers['if-none-match'] === '*') return done(0)
  const mark = markSeen(headers)
  if (!mark.ok || /^\d{1,9}$/.test(mark.value)) return mark.ok ? done(Number(mark.value)) : mark
  return refuse(problem('request.version-missing', {}))
}
