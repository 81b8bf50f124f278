import type { CommandContext } from '../../src/platform/command.ts'

/** What a command is given that must not get as far as the database, and what it has printed. */
export function unopenedContext() {
  const printed = { out: '', err: '' }
  const context: CommandContext = {
    terminal: {
      out: (text) => {
        printed.out += text
      },
      err: (text) => {
        printed.err += text
      },
      isTerminal: false,
      colour: false,
    },
    editionsFolder: '',
    openShell: () => Promise.reject(new Error('the database is not needed')),
  }
  return { context, printed }
}
