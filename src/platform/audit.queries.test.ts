import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/support/database.ts'
import { done, refuse } from '../core/kernel/result.ts'
import { type AuditEvent, recordAudit } from './audit.queries.ts'
import { problem } from './http/problems.ts'
import type { Shell } from './shell.ts'

const shell = useDatabase('owner')

const event: AuditEvent = {
  action: 'inspection.propose-publication',
  inspectionId: 'york-2022-12',
  subject: 'york-2022-12',
  before: null,
  after: { report: 'a1' },
  reason: null,
}

async function recorded(present: Shell): Promise<unknown> {
  return present.database.selectFrom('audit_event').selectAll().execute()
}

test('an event says who did what, when, and what it was before and after', async () => {
  const present = shell()
  await present.transact(async (tx) => done(await recordAudit(tx, present, event)))
  expect(await recorded(present)).toEqual([
    {
      audit_event_id: expect.any(Number),
      happened_at: present.now(),
      actor: 'test',
      person_id: null,
      action: 'inspection.propose-publication',
      inspection_id: 'york-2022-12',
      subject: 'york-2022-12',
      before: null,
      after: { report: 'a1' },
      reason: null,
      // Given when the transaction ends, see auditChain.queries.ts.
      position: null,
      hash: null,
    },
  ])
})

test('what was refused leaves no event', async () => {
  const present = shell()
  await present.transact(async (tx) => {
    await recordAudit(tx, present, event)
    return refuse(problem('request.malformed', {}))
  })
  expect(await recorded(present)).toEqual([])
})

test.each([
  ['altered', sql`update audit_event set actor = 'someone else'`],
  ['deleted', sql`delete from audit_event`],
  ['emptied', sql`truncate audit_event`],
])('an event cannot be %s', async (_how, statement) => {
  const present = shell()
  await sql`set constraints all immediate`.execute(present.database)
  await present.transact(async (tx) => done(await recordAudit(tx, present, event)))
  await expect(statement.execute(present.database)).rejects.toThrow('the audit log is never altered')
})
