import { rmSync } from 'node:fs'
import { prepareFolders } from '../../src/platform/database/embedded/folders.ts'
import { findPostmaster, stopPostmaster } from '../../src/platform/database/embedded/postmaster.ts'

/** Ends the server of the data below `home`, no matter who left it, and removes both with the folder of its socket. */
export async function removeHome(home: string): Promise<void> {
  const { data, socket } = prepareFolders(home)
  const left = findPostmaster(data)
  if (left !== undefined) await stopPostmaster(left)
  for (const folder of [socket, home]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
