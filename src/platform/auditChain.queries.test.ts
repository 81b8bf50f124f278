import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useDatabase } from '../../test/support/database.ts'
import { runCommand } from '../../test/support/runCommand.ts'
import { temporaryHome } from '../../test/support/temporaryHome.ts'
import { recordAudit } from './audit.queries.ts'
import { verifyAuditLog } from './auditChain.queries.ts'
import { auditHeadCommand, auditVerifyCommand as verifyWith } from './auditCommands.ts'
import type { Shell } from './shell.ts'

const shellOf = useDatabase('owner')
const auditVerifyCommand = verifyWith([])

async function anAuditedChange(shell: Shell, inspectionId: string | null, subject: string): Promise<void> {
  await shell.transact(async (tx) => {
    const after = { value: 'ë — “quoted”', version: 1.5, detail: null, list: [null, true] }
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

/** Someone who holds the database can take its guards away; the chain is there for them. */
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
    ['an event that was removed', `delete from audit_event where subject = 'b'`, 2, 'is missing'],
    ['the last event removed', `delete from audit_event where subject = 'c'`, 3, 'is missing at the end'],
    ['the first event removed', `delete from audit_event where subject = 'a'`, 1, 'is missing'],
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

describe('a log whose guards were removed, whose events were changed and which was then chained again', () => {
  let folder: string
  beforeAll(() => {
    folder = temporaryHome('heads')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** What someone with the whole database and this program's source can do: every hash is right again. */
  async function chainAnew(shell: Shell): Promise<void> {
    await tamper(
      shell,
      `do $$ declare event audit_event; last text := ''; at bigint := 0; begin
        for event in select * from audit_event where inspection_id = 'york-2022-12' order by position loop
          at := at + 1; event.position := at; last := audit_hash(last, event);
          update audit_event set position = at, hash = last where audit_event_id = event.audit_event_id;
        end loop;
        update audit_chain set position = at, hash = last where chain = 'york-2022-12';
      end $$`,
    )
  }

  async function keepHeads(shell: Shell): Promise<string> {
    const file = join(folder, 'heads.txt')
    writeFileSync(file, (await runCommand(shell, auditHeadCommand)).out)
    return file
  }

  test.each([
    [
      'the newest events removed',
      `delete from audit_event where subject in ('b', 'c')`,
      `event 3 is missing, and was there when its head was stored at 2026-06-01T09:00:00.000Z`,
    ],
    [
      'a word changed',
      `update audit_event set subject = 'x' where subject = 'a'`,
      `event 3 is not the one whose head was stored at 2026-06-01T09:00:00.000Z`,
    ],
    [
      'everything removed',
      `delete from audit_event where inspection_id is not null; delete from audit_chain where chain <> ''`,
      `event 3 is missing, and was there when its head was stored at 2026-06-01T09:00:00.000Z`,
    ],
  ])('%s: verifies by itself, not against a stored head', async (_what, statement, message) => {
    const shell = await aLog()
    const file = await keepHeads(shell)
    await tamper(shell, statement)
    await chainAnew(shell)
    expect((await runCommand(shell, auditVerifyCommand)).code).toBe(0)
    const against = await runCommand(shell, auditVerifyCommand, '--heads', file)
    expect([against.code, against.out]).toEqual([1, ''])
    expect(against.err).toContain(`The audit log of york-2022-12 is not as it was written: ${message}.`)
    expect(against.err).not.toContain('outside inspections')
  })

  test('one that only grew since its heads were stored is complete', async () => {
    const shell = await aLog()
    const file = await keepHeads(shell)
    await anAuditedChange(shell, 'york-2022-12', 'e')
    const { code, out } = await runCommand(shell, auditVerifyCommand, '--heads', file)
    expect([code, out.split('\n')[0]]).toEqual([
      0,
      'The audit log is as it was written: 5 events, 2 stored heads match.',
    ])
  })

  test.each([
    ['empty', ''],
    ['of blank lines', '\n\n \r\n'],
  ])('a file that is %s is refused: a copy that failed is no clean log', async (_what, text) => {
    const shell = await aLog()
    const file = join(folder, 'empty.txt')
    writeFileSync(file, text)
    const { code, out, err } = await runCommand(shell, auditVerifyCommand, '--heads', file)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('has no heads')
  })

  test('a head of a chain that is not there is an error, and one stored twice counts once', async () => {
    const shell = await aLog()
    const kept = (await runCommand(shell, auditHeadCommand)).out
    const file = join(folder, 'several.txt')
    writeFileSync(file, `${kept}${kept}`)
    expect((await runCommand(shell, auditVerifyCommand, '--heads', file)).out).toContain(
      '2 stored heads match',
    )
    writeFileSync(file, kept.replaceAll('york-2022-12', 'nowhere-2022-12'))
    const strange = await runCommand(shell, auditVerifyCommand, '--heads', file)
    expect([strange.code, strange.err]).toEqual([1, expect.stringContaining('nowhere-2022-12')])
  })

  test('a file with anything else in it is refused, not passed over', async () => {
    const shell = await aLog()
    const file = join(folder, 'other.txt')
    writeFileSync(file, `${(await runCommand(shell, auditHeadCommand)).out}york-2022-12 3 abc\n`)
    const refused = await runCommand(shell, auditVerifyCommand, '--heads', file)
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('not the head of an audit log')])
    const missing = await runCommand(shell, auditVerifyCommand, '--heads', join(folder, 'none.txt'))
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('none.txt')])
    expect((await runCommand(shell, auditVerifyCommand, '--head')).code).toBe(2)
  })
})
