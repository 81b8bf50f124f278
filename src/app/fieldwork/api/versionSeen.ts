import { problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'

/** The ETag of a version. */
export function etagOf(version: number): string {
  return `"${version}"`
}

/**
 * The version a write says it saw: If-Match with its ETag, or If-None-Match: * for none. A proxy that compresses may
 * have marked the tag as weak. Refuses a write that says neither.
 */
export function versionSeen(headers: Readonly<Record<string, string>>): Result<number> {
  if (headers['if-none-match'] === '*') return done(0)
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(headers['if-match'] ?? '')?.[1]
  return version === undefined ? refuse(problem('fieldwork.version-missing', {})) : done(Number(version))
}
