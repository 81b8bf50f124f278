import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServerAddress } from '../../src/platform/database/embedded/supervisor.ts'

const generator = join(import.meta.dirname, '../../node_modules/kysely-codegen/dist/cli/bin.js')

/** The TypeScript types of the database at `connection`, as `databaseTypes.ts` holds them. */
export function databaseTypes({ host, user, database }: ServerAddress): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-types-'))
  const file = join(folder, 'types.ts')
  const url = `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}`
  // int8 is read as a number, see kyselyOn.ts.
  const words = ['--dialect', 'postgres', '--url', url, '--out-file', file, '--type-mapping', '{"int8":"number"}']
  try {
    execFileSync(process.execPath, [generator, ...words, '--exclude-pattern', 'kysely_*'], { stdio: 'pipe' })
    return readFileSync(file, 'utf8').replace('export interface DB {', 'export interface Database {')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
