/** Someone with the owner's rights takes every guard away and changes what is stored: the check says what. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordChecks } from '../../src/bin/recordChecks.ts'
import { auditVerifyCommand } from '../../src/platform/auditCommands.ts'
import { makeShell, type Shell } from '../../src/platform/shell.ts'
import { clonedShell } from '../support/database.ts'
import { runCommand } from '../support/runCommand.ts'
import { testNow } from '../support/testNow.ts'

let cloned: Awaited<ReturnType<typeof clonedShell>>

beforeAll(async () => {
  cloned = await clonedShell({ worksAs: 'owner', contents: 'demonstration' })
})
afterAll(() => cloned?.remove())

const verify = (shell: Shell) => runCommand(shell, auditVerifyCommand(recordChecks))

test('the demonstration, with a case in every state, is what its audit log says', async () => {
  const { code, out, err } = await verify(cloned.shell)
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/What is stored is what the log says: \d{3,} values compared\./)
})

/** What the check says after `statement`, which is undone again. */
async function toldAfter(statement: string): Promise<string> {
  const tx = await cloned.shell.database.startTransaction().execute()
  try {
    await sql`set local session_replication_role = replica`.execute(tx)
    const { numAffectedRows } = await sql.raw(statement).execute(tx)
    expect(Number(numAffectedRows)).toBeGreaterThan(0)
    const { code, err } = await verify(makeShell(tx, { name: 'test' }, () => testNow))
    expect(code).toBe(1)
    return err
  } finally {
    await tx.rollback().execute()
  }
}

describe('found out, although the audit log itself is whole', () => {
  const signed = '(inspection_id, case_id) in (select inspection_id, case_id from signed_case)'
  const differs = 'is not what the audit log says'

  test.each([
    [
      'answers of a signed case changed',
      `update entry_version set value = 'no' where kind = 'answer' and value = 'yes' and ${signed}`,
      new RegExp(`case \\S+, answer \\S+, version \\d+, ${differs}`),
    ],
    [
      'the author of a note changed',
      "update entry_version set written_by = 'Someone else' where kind = 'note'",
      new RegExp(`note \\S+, version \\d+, ${differs}`),
    ],
    [
      'a newer answer put in',
      `insert into entry_version select inspection_id, case_id, kind, item, version + 1, 'no', null, written_at,
        written_by, person_id from current_entry where kind = 'answer' limit 1`,
      /has no event in the audit log/,
    ],
    [
      'the newest version of an answer removed',
      "delete from entry_version where kind = 'answer' and version = 1 and inspection_id = 'northmoor-2024-06' and item = '2.1.1'",
      /answer 2\.1\.1, version 1, is in the audit log and is not stored/,
    ],
    [
      'a fact that the case list gave changed',
      "update entry_version set value = value || 'x' where kind = 'fact' and written_by = 'the case list'",
      /what the case list or the timetable gave is not what the audit log says/,
    ],
    [
      'the content of a signed case changed',
      `update signed_case set content = jsonb_set(content, '{caseDomain}', '"other"')`,
      /what was signed in round 1 is not what the audit log says/,
    ],
    ['a signed case removed', 'delete from signed_case', /what was signed in round 1 is in the audit log/],
    [
      'a case made signed',
      `insert into case_step select inspection_id, case_id, 99, 'sign', 'signed', 1, null, now(), 'x', null
        from inspected_case where inspection_id = 'northmoor-2024-06' limit 1`,
      /the state of the case is not what the audit log says/,
    ],
    ['a judgement changed', "update standard_judgement set rating = 'good'", /a judgement or figure/],
    [
      'a figure changed',
      'update key_question_figure set percent_yes = 80 where percent_yes = 79',
      /a judgement or figure/,
    ],
    [
      'a finding changed',
      "update standard_finding set text = text || '.'",
      /a finding of standard \S+ is not/,
    ],
    ['a recommendation removed', 'delete from recommendation', /a recommendation is not what/],
    ['an inspection moved on', "update inspection_stage set stage = 'published'", /the stage is not what/],
    [
      'a role given',
      `insert into inspection_role (inspection_id, person_id, role)
        select 'york-2022-12', person_id, 'lead' from person limit 1`,
      /the role lead of person \S+ is not what/,
    ],
  ])('%s', async (_what, statement, told) => {
    expect(await toldAfter(statement)).toMatch(told)
  })
})
