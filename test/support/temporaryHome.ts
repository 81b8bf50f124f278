import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for a server's data, made again. Others may enter it: run by root, the server is another account. */
export function temporaryHome(name: string): string {
  const home = mkdtempSync(join(tmpdir(), `assay-${name}-`))
  chmodSync(home, 0o755)
  return home
}
