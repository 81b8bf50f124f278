import { join } from 'node:path'
import type { Problem } from '../core/kernel/problem.ts'
import type { Terminal } from '../platform/command.ts'
import { readSettings } from '../platform/config/settings.ts'
import { openDatabase } from '../platform/database/openDatabase.ts'
import { makeShell, type Shell } from '../platform/shell.ts'

const projectFolder = join(import.meta.dirname, '../..')

/** The database could not be opened, for reasons that the person at the terminal can fix. */
export class CannotOpen extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super('the database cannot be opened')
    this.problems = problems
  }
}

/**
 * The shell of one command, over the database of the settings. Works next to a running server as its guest.
 * Throws `CannotOpen`, so that each command needs to know of its own refusals only.
 */
export async function openCommandShell(
  terminal: Terminal,
): Promise<{ shell: Shell; close(): Promise<void> }> {
  const settings = readSettings(process.env, projectFolder)
  if (!settings.ok) throw new CannotOpen(settings.problems)
  const progress = (text: string): void => terminal.err(`${text}\n`)
  const opened = await openDatabase(settings.value, { progress, whenOwned: 'join' })
  if (!opened.ok) throw new CannotOpen(opened.problems)
  const { database, close } = opened.value
  return { shell: makeShell(database, { name: 'command line' }), close }
}
