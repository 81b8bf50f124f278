import type { Command } from '../../src/platform/command.ts'
import type { Shell } from '../../src/platform/shell.ts'
import { projectFolder } from './sampleOfNorthmoor.ts'

/** Runs a command on the database of `shell`, as if it were typed where no terminal is. */
export async function runCommand(shell: Shell, command: Command, ...words: readonly string[]) {
  const told = { out: '', err: '' }
  const code = await command.run(words, {
    terminal: {
      out: (text) => {
        told.out += text
      },
      err: (text) => {
        told.err += text
      },
      isTerminal: false,
      colour: false,
    },
    editionsFolder: `${projectFolder}/editions`,
    openShell: async () => ({ shell, close: async () => undefined }),
  })
  return { code, ...told }
}
