/** `assay answers export`: the answers and judgements of an inspection as the files that `assay rate` reads. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { Command, CommandContext, ExitCode } from '../../../platform/command.ts'
import { printProblems } from '../../../platform/printProblems.ts'
import type { Shell } from '../../../platform/shell.ts'
import { answersCsv, exportAnswers, judgementsJson } from '../answers/answersExport.ts'
import { problem } from '../problems.ts'

export const answersExportCommand: Command = {
  name: 'answers export',
  summary: 'Write the answers and judgements of an inspection as files that can be rated again.',
  usage: 'assay answers export INSPECTION --out DIR',
  run,
}

type ExportedFile = { readonly name: string; readonly text: string }

async function run(commandArguments: readonly string[], context: CommandContext): Promise<ExitCode> {
  const [inspection, option, folder, ...others] = commandArguments
  if (inspection === undefined || option !== '--out' || folder === undefined || others.length > 0) {
    context.terminal.err(`Usage: ${answersExportCommand.usage}\n`)
    return 2
  }
  const files = await exportInspection(context, inspection)
  const written = files.ok ? await writeAll(folder, files.value) : files
  if (!written.ok) {
    printProblems(context.terminal, written.problems)
    return 1
  }
  for (const file of written.value) context.terminal.out(`${file}\n`)
  return 0
}

async function exportInspection(
  context: CommandContext,
  inspection: string,
): Promise<Result<readonly ExportedFile[]>> {
  const opened = await context.openShell()
  try {
    return await exportedFiles(opened.shell, inspection)
  } finally {
    await opened.close()
  }
}

async function exportedFiles(shell: Shell, inspection: string): Promise<Result<readonly ExportedFile[]>> {
  const exported = await exportAnswers(shell, inspection)
  if (!exported.ok) return exported
  const { answers, judgements } = exported.value
  return done([
    { name: 'answers.csv', text: answersCsv(answers) },
    { name: 'judgements.json', text: judgementsJson(judgements) },
  ])
}

/** All files or none; a file that exists is never overwritten. */
async function writeAll(folder: string, files: readonly ExportedFile[]): Promise<Result<readonly string[]>> {
  const written: string[] = []
  try {
    await mkdir(folder, { recursive: true })
    for (const { name, text } of files) {
      const path = join(folder, name)
      await writeFile(path, '', { flag: 'wx' })
      written.push(path)
      await writeFile(path, text)
    }
    return done(written)
  } catch (error) {
    for (const path of written) await rm(path, { force: true })
    const reason = error instanceof Error ? error.message : String(error)
    return refuse(problem('ratings.export-not-written', { folder, reason }))
  }
}
