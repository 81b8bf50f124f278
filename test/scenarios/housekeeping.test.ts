/** Temporary data is removed when its time has passed, and not before; history stays for good. */
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { retentionRules, tidyCommand } from '../../src/bin/housekeeping.ts'
import { done } from '../../src/core/kernel/result.ts'
import { recordAudit } from '../../src/platform/audit.queries.ts'
import { type Removed, tidy, tidyRegularly } from '../../src/platform/housekeeping.ts'
import { useDatabase } from '../support/database.ts'
import { runCommand } from '../support/runCommand.ts'

const shell = useDatabase()
/** Long ago: the database itself keeps refusals for half a year, by its own clock. */
const longAgo = new Date('2020-06-01T09:00:00Z')
const moment = longAgo.toISOString()

/** One of each thing that passes, all of the test's own moment, next to what stays. */
const oneOfEach = `
  insert into service values ('north', 'Northmoor');
  insert into inspection (inspection_id, service_id, edition_id, made_up, imported_at)
    values ('north-1', 'north', 'invented', true, '${moment}');
  insert into person (person_id, email, name, made_up, added_at)
    values ('${'a'.repeat(20)}', 'ann@example.org', 'Ann Ames', true, '${moment}');
  insert into inspected_case (inspection_id, case_id, case_domain) values ('north-1', 'C-1', 'court');
  insert into entry_version (inspection_id, case_id, kind, item, version, value, written_at, written_by)
    values ('north-1', 'C-1', 'note', '2.1', 1, 'A note.', '${moment}', 'Ann Ames');
  insert into kept_value values ('north-1', '${'b'.repeat(20)}', 'C-1', 'note', '2.1', 'changed-meanwhile', 0,
    'Another note.', null, '${moment}', 'Ann Ames', null);
  insert into case_step values ('north-1', 'C-1', 1, 'hand-in', 'ready', 1, null, '${moment}', 'Ann Ames', null);
  insert into case_presence values ('north-1', 'C-1', '${'a'.repeat(20)}', 'facts', '${moment}');
  insert into write_key values ('north-1', 'key', 'hash', '{}', '${moment}');
  insert into case_list_upload values ('north-1', gen_random_uuid(), 'cases.csv', '', '${'0'.repeat(64)}', '[]', '{}',
    null, '${moment}', 'Ann Ames');
  insert into session values ('s', '${'a'.repeat(20)}', 'b', 'test', '${moment}', '${moment}', null);
  insert into held_submission values ('${'c'.repeat(20)}', '${'a'.repeat(20)}', 'b', 'sealed', '${moment}', '${moment}');
  insert into password_link values ('l', '${'a'.repeat(20)}', '${moment}', null);
  insert into provider_sign_in values ('t', 'b', 'n', 'v', '/', '${moment}');
  insert into stored_answer (person_id, key_hash, fingerprint, written_at)
    values ('${'a'.repeat(20)}', '${'d'.repeat(64)}', '${'e'.repeat(64)}', '${moment}');
  insert into refusal (first_at, last_at, times, code, by_token)
    values ('${moment}', '${moment}', 1, 'people.sign-in-wrong', false);
  insert into sign_in_failure values ('a', 'b', 1, '${moment}');`

const history = ['audit_event', 'entry_version', 'kept_value', 'case_step', 'inspected_case', 'person']

beforeEach(async () => {
  for (const statement of oneOfEach.split(';').filter((one) => one.trim() !== '')) {
    await sql.raw(statement).execute(shell().database)
  }
  const event = { action: 'case.attend', inspectionId: 'north-1', subject: 'C-1 note 2.1' } as const
  const nothing = { before: null, after: null, reason: null }
  await shell().transact(async (tx) => done(await recordAudit(tx, shell(), { ...event, ...nothing })))
})

async function tidyAt(hoursLater: number, secondsLater: number): Promise<ReadonlyMap<string, number>> {
  const later = new Date(longAgo.getTime() + hoursLater * 3_600_000 + secondsLater * 1_000)
  const removed = await tidy({ database: shell().database, now: () => later }, retentionRules)
  return new Map(removed.map(({ what, count }) => [what, count]))
}

async function rowsOf(table: string): Promise<number> {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from ${sql.table(table)}`.execute(shell().database)
  return rows[0]?.count ?? -1
}

describe('each thing that passes', () => {
  test.each(retentionRules)(
    '$what: $hours hours after $after, and not a second before',
    async ({ what, hours }) => {
      expect((await tidyAt(hours, -1)).get(what)).toBe(0)
      expect((await tidyAt(hours, 1)).get(what)).toBe(1)
      expect((await tidyAt(hours, 2)).get(what)).toBe(0)
    },
  )
})

test('after a hundred years all that passes has gone, and all history is there', async () => {
  const removed = await tidyAt(100 * 365 * 24, 0)
  expect([...removed.values()]).toEqual(retentionRules.map(() => 1))
  for (const table of history) expect([table, await rowsOf(table)]).toEqual([table, 1])
})

test('by hand it says how much of each went, and of whom nothing', async () => {
  const { code, out } = await runCommand({ ...shell(), now: () => longAgo }, tidyCommand)
  expect(code).toBe(0)
  expect(out.split('\n').filter(Boolean)).toHaveLength(retentionRules.length)
  expect(out).toContain('Case lists that are not yet accepted: 0\n')
  expect((await runCommand(shell(), tidyCommand, 'now')).code).toBe(2)
})

test('the server does it at once and again, and a time that fails does not stop the next', async () => {
  const told: (readonly Removed[])[] = []
  const failures: unknown[] = []
  let runs = 0
  const run = async (): Promise<readonly Removed[]> => {
    runs += 1
    if (runs === 1) throw new Error('the database is away')
    return [{ what: 'Sessions', count: 2 }]
  }
  await new Promise<void>((resolve) => {
    const stop = tidyRegularly({
      everyMs: 1,
      run,
      told: (removed) => {
        told.push(removed)
        void stop().then(resolve)
      },
      failed: (error) => failures.push(error),
    })
  })
  expect(failures).toEqual([new Error('the database is away')])
  expect(told[0]).toEqual([{ what: 'Sessions', count: 2 }])
})
