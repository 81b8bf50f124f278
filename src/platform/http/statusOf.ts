import type { Problem } from '../../core/kernel/problem.ts'
import type { Reply } from './route.ts'

/**
 * Returns the HTTP status of a page that shows `problems`: 200 if there are none, otherwise that of the first. It is
 * the only policy: no page works out a status of its own.
 */
export function statusOf([first]: readonly Problem[]): number {
  return first?.status ?? 200
}

/** Returns the status under which a page is sent: that of its problems, unless it has one of its own. */
export function statusOfPage({ status, problems = [] }: Extract<Reply, { kind: 'page' }>): number {
  return status ?? statusOf(problems)
}
