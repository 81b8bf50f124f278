import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { ReportModel } from '../../../core/report/reportModel.ts'
import type { Command, CommandContext, ExitCode } from '../../../platform/command.ts'
import { printProblems } from '../../../platform/printProblems.ts'
import { loadEditions } from '../../framework/editions.ts'
import { reportFile } from '../files/reportFile.ts'
import { reportFiles } from '../files/reportFiles.ts'
import { loadReport } from '../loadReport.ts'
import { createPdfPrinter } from '../pdf/pdfPrinter.ts'
import { problem } from '../problems.ts'

export const reportCommand: Command = {
  name: 'report',
  summary: 'Write the report of an inspection to a folder, as HTML, PDF and data annexe.',
  usage: 'assay report INSPECTION --out DIR',
  run,
}

async function run(commandArguments: readonly string[], context: CommandContext): Promise<ExitCode> {
  const [inspection, option, folder, ...others] = commandArguments
  if (inspection === undefined || option !== '--out' || folder === undefined || others.length > 0) {
    context.terminal.err(`Usage: ${reportCommand.usage}\n`)
    return 2
  }
  const written = await writeReport(context, inspection, folder)
  if (!written.ok) {
    printProblems(context.terminal, written.problems)
    return 1
  }
  for (const file of written.value) context.terminal.out(`${file}\n`)
  return 0
}

async function writeReport(
  context: CommandContext,
  inspection: string,
  folder: string,
): Promise<Result<readonly string[]>> {
  const report = await loadStoredReport(context, inspection)
  if (!report.ok) return report
  const files = await reportInFiles(report.value)
  return files.ok ? writeFiles(folder, files.value) : files
}

async function loadStoredReport(context: CommandContext, inspection: string): Promise<Result<ReportModel>> {
  const editions = await loadEditions(context.editionsFolder)
  if (!editions.ok) return editions
  const opened = await context.openShell()
  try {
    return await loadReport(opened.shell, editions.value, inspection)
  } finally {
    await opened.close()
  }
}

type MadeFile = { readonly name: string; readonly body: string | Uint8Array }

/** Every file of a report, made before the first is written, so that a folder never has only some of them. */
async function reportInFiles(report: ReportModel): Promise<Result<readonly MadeFile[]>> {
  const printer = createPdfPrinter()
  const files: MadeFile[] = [{ name: 'report.html', body: reportFile(report) }]
  try {
    for (const { name, make } of reportFiles(printer)) {
      const made = await make(report)
      if (!made.ok) return made
      files.push({ name, body: made.value })
    }
    return done(files)
  } finally {
    await printer.close()
  }
}

async function writeFiles(folder: string, files: readonly MadeFile[]): Promise<Result<readonly string[]>> {
  try {
    await mkdir(folder, { recursive: true })
    for (const { name, body } of files) await writeFile(join(folder, name), body)
    return done(files.map(({ name }) => join(folder, name)))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return refuse(problem('report.folder-not-writable', { folder, reason }))
  }
}
