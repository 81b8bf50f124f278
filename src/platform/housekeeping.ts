/**
 * What has done its work is removed: each area says of its own what, after how long and why. History is no part of it;
 * the database refuses to remove that.
 */
import type { Connection } from './database/connection.ts'
import type { Shell } from './shell.ts'

export type RetentionRule = {
  /** Plural, as the table of temporary data names it. */
  readonly what: string
  readonly hours: number
  /** The moment that the hours are counted from, such as `they were sent`. */
  readonly after: string
  /** Why it is stored so long, and no longer. A whole sentence. */
  readonly why: string
  /** Removes what has its moment before `before`. Returns how many. */
  readonly remove: (database: Connection, before: Date) => Promise<number>
}

export type Removed = { readonly what: string; readonly count: number }

/** Removes everything whose time has passed, rule by rule. Done by several processes at once, it is done once. */
export async function tidy(
  { database, now }: Pick<Shell, 'database' | 'now'>,
  rules: readonly RetentionRule[],
): Promise<readonly Removed[]> {
  const removed: Removed[] = []
  for (const { what, hours, remove } of rules) {
    const before = new Date(now().getTime() - hours * 3_600_000)
    removed.push({ what, count: await remove(database, before) })
  }
  return removed
}

type Housekeeping = {
  readonly everyMs: number
  readonly run: () => Promise<readonly Removed[]>
  /** Called with what was removed, only as counts. */
  readonly told: (removed: readonly Removed[]) => void
  /** Called with what went wrong; the next time tries again. */
  readonly failed: (error: unknown) => void
}

/** Tidies at once and then regularly. Returns a function that stops it and waits for what it is doing. */
export function tidyRegularly({ everyMs, run, told, failed }: Housekeeping): () => Promise<void> {
  let doing = Promise.resolve()
  const tidyOnce = (): void => {
    doing = doing.then(run).then(told).catch(failed)
  }
  tidyOnce()
  const timer = setInterval(tidyOnce, everyMs).unref()
  return () => {
    clearInterval(timer)
    return doing
  }
}
