/** The one way to make a command that reads its arguments, acts on the database and prints what came of it. */
import type { Result } from '../core/kernel/result.ts'
import type { Command, Terminal } from './command.ts'
import { printProblems } from './printProblems.ts'
import type { Shell } from './shell.ts'

/** What a command read from its words; `wrong` is a sentence that says why they cannot be read. */
export type ReadArguments<Arguments> = { readonly arguments: Arguments } | { readonly wrong: string }

type ShellCommand<Arguments, Value> = Pick<Command, 'name' | 'summary' | 'usage'> & {
  readonly read: (words: readonly string[]) => ReadArguments<Arguments>
  readonly act: (shell: Shell, read: Arguments) => Promise<Result<Value>>
  readonly print: (terminal: Terminal, value: Value) => void
}

/**
 * Returns the command. It ends with 2 and its usage if its words cannot be read, before the database is opened, with 1
 * and the problems if `act` refuses, and otherwise with 0 after `print`.
 */
export function shellCommand<Arguments, Value>({
  name,
  summary,
  usage,
  read,
  act,
  print,
}: ShellCommand<Arguments, Value>): Command {
  return {
    name,
    summary,
    usage,
    run: async (words, { terminal, openShell }) => {
      const input = read(words)
      if ('wrong' in input) {
        terminal.err(`${input.wrong}\nUsage: ${usage}\n`)
        return 2
      }
      const { shell, close } = await openShell()
      const result = await act(shell, input.arguments).finally(close)
      if (!result.ok) {
        printProblems(terminal, result.problems)
        return 1
      }
      print(terminal, result.value)
      return 0
    },
  }
}
