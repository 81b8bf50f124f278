/** The command line: finds the command that the words name, and runs it. */
import { join } from 'node:path'
import { type Command, type CommandContext, type ExitCode, safeTerminal } from '../platform/command.ts'
import { printProblems } from '../platform/printProblems.ts'
import { processTerminal } from '../platform/processTerminal.ts'
import { commands } from './commands.ts'
import { CannotOpen, openCommandShell } from './openShell.ts'

const projectFolder = join(import.meta.dirname, '../..')

/** The command whose name the first words are, the longest name first, and the words that are left. */
export function findCommand(
  all: readonly Command[],
  words: readonly string[],
): { readonly command: Command; readonly rest: readonly string[] } | undefined {
  const command = all
    .filter(({ name }) => name.split(' ').every((word, index) => words[index] === word))
    .toSorted((a, b) => b.name.length - a.name.length)[0]
  return command && { command, rest: words.slice(command.name.split(' ').length) }
}

/** What `assay help` prints. */
export function helpText(all: readonly Command[]): string {
  const width = Math.max(...all.map(({ name }) => name.length))
  const lines = all.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return ['assay: an open workbench for inspecting youth justice services', '', ...lines, ''].join('\n')
}

/** Runs the command that `words` name. Without words, or with `help`, tells what there is. */
export async function runWords(words: readonly string[], context: CommandContext): Promise<ExitCode> {
  const asksForHelp = words.length === 0 || words.includes('--help') || words[0] === 'help'
  const found = findCommand(commands, words[0] === 'help' ? words.slice(1) : words)
  if (asksForHelp) {
    context.terminal.out(found ? `${found.command.usage}\n\n${found.command.summary}\n` : helpText(commands))
    return 0
  }
  if (found === undefined) {
    context.terminal.err(`There is no command "${words.join(' ')}". "assay help" lists the commands.\n`)
    return 2
  }
  return runCommand(found.command, found.rest, context)
}

async function runCommand(
  command: Command,
  words: readonly string[],
  context: CommandContext,
): Promise<ExitCode> {
  try {
    return await command.run(words, context)
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error
    printProblems(context.terminal, error.problems)
    return 1
  }
}

if (import.meta.main) {
  // Whoever reads may have seen enough, as `head` has: the command goes on, and what it says is dropped.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  process.exitCode = await runWords(process.argv.slice(2), {
    terminal: safeTerminal(processTerminal),
    editionsFolder: join(projectFolder, 'editions'),
    openShell: () => openCommandShell(processTerminal),
  })
}
