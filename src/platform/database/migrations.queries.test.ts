import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clonedShell } from '../../../test/support/database.ts'
import type { Shell } from '../shell.ts'
import { isCurrent, migrate } from './migrations.ts'
import { migrationsFolder } from './openDatabase.ts'

let shell: Shell
let remove: () => Promise<void>
beforeAll(async () => {
  ;({ shell, remove } = await clonedShell({ worksAs: 'owner' }))
})
afterAll(() => remove())

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-migrations-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

test('a second run changes nothing', async () => {
  expect(await migrate(shell.database, migrationsFolder)).toEqual({ ok: true, value: [] })
  expect(await isCurrent(shell.database, migrationsFolder)).toEqual({ ok: true, value: null })
})

test('an older program refuses a newer database, by name, and changes nothing', async () => {
  const older = folderWith({ '0001_audit.sql': 'select 1' })
  const refused = { ok: false, problems: [{ code: 'database.newer' }] }
  expect(await migrate(shell.database, older)).toMatchObject(refused)
  expect(await isCurrent(shell.database, older)).toMatchObject(refused)
})

test('a database without one of the migrations is not current', async () => {
  await sql`delete from kysely_migration where name = (select max(name) from kysely_migration)`.execute(
    shell.database,
  )
  const current = await isCurrent(shell.database, migrationsFolder)
  expect(current).toMatchObject({ ok: false, problems: [{ code: 'database.not-migrated' }] })
})
