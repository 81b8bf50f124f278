/** The command line: finds the command that the arguments name, and runs it. */
import { join } from 'node:path'
import { type Command, type CommandContext, type ExitCode, safeTerminal } from '../platform/command.ts'
import { printProblems } from '../platform/printProblems.ts'
import { processTerminal } from '../platform/processTerminal.ts'
import { commands } from './commands.ts'
import { CannotOpen, openCommandShell } from './openShell.ts'

const projectFolder = join(import.meta.dirname, '../..')

/** The command whose name the first arguments are, the longest name first, and the arguments that are left. */
export function findCommand(
  all: readonly Command[],
  args: readonly string[],
): { readonly command: Command; readonly rest: readonly string[] } | undefined {
  const command = all
    .filter(({ name }) => name.split(' ').every((word, index) => args[index] === word))
    .toSorted((a, b) => b.name.length - a.name.length)[0]
  return command && { command, rest: args.slice(command.name.split(' ').length) }
}

/** What `assay help` prints. */
export function helpText(all: readonly Command[]): string {
  const width = Math.max(...all.map(({ name }) => name.length))
  const lines = all.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return ['assay: an open workbench for inspecting youth justice services', '', ...lines, ''].join('\n')
}

/** Runs the command that `args` name. Without arguments, or with `help`, prints what there is. */
export async function runArguments(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const asksForHelp = args.length === 0 || args.includes('--help') || args[0] === 'help'
  const found = findCommand(commands, args[0] === 'help' ? args.slice(1) : args)
  if (asksForHelp) {
    context.terminal.out(found ? `${found.command.usage}\n\n${found.command.summary}\n` : helpText(commands))
    return 0
  }
  if (found === undefined) {
    context.terminal.err(`There is no command "${args.join(' ')}". "assay help" lists the commands.\n`)
    return 2
  }
  return runCommand(found.command, found.rest, context)
}

async function runCommand(
  command: Command,
  args: readonly string[],
  context: CommandContext,
): Promise<ExitCode> {
  try {
    return await command.run(args, context)
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error
    printProblems(context.terminal, error.problems)
    return 1
  }
}

if (import.meta.main) {
  // The reader may have seen enough, such as `head`: the command goes on, and its output is dropped.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  process.exitCode = await runArguments(process.argv.slice(2), {
    terminal: safeTerminal(processTerminal),
    editionsFolder: join(projectFolder, 'editions'),
    openShell: () => openCommandShell(processTerminal),
  })
}
