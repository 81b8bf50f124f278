import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../test/support/database.ts'
import { recordAudit } from './audit.queries.ts'
import { verifyAuditLog } from './auditChain.queries.ts'
import type { Shell } from './shell.ts'

const shellOf = useDatabase()

async function anAuditedChange(shell: Shell, inspectionId: string | null, subject: string): Promise<void> {
  await shell.transact(async (tx) => {
    const after = { note: 'ë — “quoted”', number: 1.5, list: [null, true] }
    await recordAudit(tx, shell, {
      action: 'case.answer',
      inspectionId,
      subject,
      before: null,
      after,
      reason: null,
    })
    return { ok: true, value: null }
  })
}

async function aLog(): Promise<Shell> {
  const shell = shellOf()
  // The test's transaction never ends, which is when events are chained.
  await sql`set constraints all immediate`.execute(shell.database)
  for (const subject of ['a', 'b', 'c']) await anAuditedChange(shell, 'york-2022-12', subject)
  await anAuditedChange(shell, null, 'd')
  return shell
}

/** Somebody who holds the database can take its guards away; the chain is there for them. */
async function tamper(shell: Shell, statement: string): Promise<void> {
  await sql`set local session_replication_role = replica`.execute(shell.database)
  await sql.raw(statement).execute(shell.database)
}

test('a log that was only added to is whole', async () => {
  const { events, faults, heads } = await verifyAuditLog((await aLog()).database)
  expect([events, faults]).toEqual([4, []])
  expect(heads.map(({ chain, position }) => [chain, position])).toEqual([
    ['', 1],
    ['york-2022-12', 3],
  ])
})

describe('found out', () => {
  test.each([
    ['a changed subject', `update audit_event set subject = 'x' where subject = 'b'`, 2, 'was changed'],
    ['a changed value', `update audit_event set after = '{}' where subject = 'b'`, 2, 'was changed'],
    ['a changed time', `update audit_event set happened_at = now() where subject = 'b'`, 2, 'was changed'],
    ['an event that was taken out', `delete from audit_event where subject = 'b'`, 2, 'is missing'],
    ['the last event taken away', `delete from audit_event where subject = 'c'`, 3, 'is missing at the end'],
    ['the first event taken away', `delete from audit_event where subject = 'a'`, 1, 'is missing'],
    [
      'an event renumbered over a gap',
      `delete from audit_event where subject = 'b'; update audit_event set position = 2 where subject = 'c'`,
      2,
      'was changed',
    ],
    [
      'an event put in past the chain',
      `insert into audit_event (happened_at, actor, action, subject, inspection_id)
        values (now(), 'x', 'case.answer', 'x', 'york-2022-12')`,
      0,
      'was never chained',
    ],
    ['a whole chain', `delete from audit_event where inspection_id is not null`, 1, 'is missing at the end'],
  ])('%s', async (_what, statement, position, fault) => {
    const shell = await aLog()
    await tamper(shell, statement)
    const { faults } = await verifyAuditLog(shell.database)
    expect(faults).toEqual([{ chain: 'york-2022-12', position, fault }])
  })
})
