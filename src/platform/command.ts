import { printableLines } from '../core/kernel/printableText.ts'
import type { Shell } from './shell.ts'

/** Where a command prints. Colour only where `colour` says that it will be seen as such. */
export type Terminal = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Prints our own colours as they are; what comes from outside has been made printable before. */
  readonly styled?: (text: string) => void
  readonly isTerminal: boolean
  /** How many characters fit in a line, where that is known. */
  readonly columns?: number
  readonly colour: boolean
}

/** A terminal on which nothing that is printed acts, wherever it comes from. */
export function safeTerminal(terminal: Terminal): Terminal {
  const { out, err } = terminal
  return {
    ...terminal,
    out: (text) => out(printableLines(text)),
    err: (text) => err(printableLines(text)),
    styled: out,
  }
}

/** 0 done, 1 refused with the problem on standard error, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2

/** One command of the command line. `name` may be two words: 'rate', 'edition check'. */
export type Command = {
  readonly name: string
  readonly summary: string
  readonly usage: string
  readonly run: (words: readonly string[], context: CommandContext) => Promise<ExitCode>
}

/** What a command is given. The database is opened only when a command asks for it. */
export type CommandContext = {
  readonly terminal: Terminal
  readonly editionsFolder: string
  readonly openShell: () => Promise<{ readonly shell: Shell; close(): Promise<void> }>
}
