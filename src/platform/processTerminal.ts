import type { Terminal } from './command.ts'

/** The terminal, or whatever replaces it, that this process was started in. */
export const processTerminal: Terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  isTerminal: process.stdout.isTTY === true,
  colour: process.stdout.isTTY === true && process.stdout.hasColors(),
  ...(process.stdout.isTTY === true ? { columns: process.stdout.columns } : {}),
}
