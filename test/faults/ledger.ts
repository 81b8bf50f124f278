/** Compares what was acknowledged with what is stored. */
import { sql } from 'kysely'
import { expect } from 'vitest'
import { verifyAuditLog } from '../../src/platform/auditChain.queries.ts'
import type { Connection } from '../../src/platform/database/connection.ts'
import type { Shell } from '../../src/platform/shell.ts'
import type { Acknowledged } from './savingInspectors.ts'

/**
 * Everything that was ever acknowledged is there once, in the version it was given, none was silently replaced, and
 * nothing else is there. `what` is for the line of counts.
 */
export async function expectNothingLost(
  { database }: Shell,
  everything: readonly Acknowledged[],
  what: string,
): Promise<void> {
  const { rows: stored } = await sql<{ value: string; version: number | null }>`
    select value, version from entry_version where kind = 'note' and value like 'note %'
    union all
    select value, null from kept_value where kind = 'note'`.execute(database)
  const difference = stored.length - everything.length
  console.log(`${what}: acknowledged ${everything.length}, there ${stored.length}, difference ${difference}`)
  const byText = new Map(stored.map((row) => [row.value, row]))
  expect(everything.filter(({ text, version }) => byText.get(text)?.version !== version)).toEqual([])
  expect(difference).toBe(0)
  expect(
    everything.filter(({ version, sawVersion }) => version !== null && version !== sawVersion + 1),
  ).toEqual([])
  await expectWholeAudit(database, everything.length)
}

/** Every event's hash is right, and there are at least as many events as changes. */
export async function expectWholeAudit(database: Connection, changes: number): Promise<void> {
  const { faults, events } = await verifyAuditLog(database)
  expect(faults).toEqual([])
  expect(events).toBeGreaterThanOrEqual(changes)
}
