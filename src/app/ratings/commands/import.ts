/** `assay import results` and `assay import answers`: the same as the import pages, from files on this machine. */
import { basename } from 'node:path'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { Command, CommandContext, ExitCode } from '../../../platform/command.ts'
import { printProblems } from '../../../platform/printProblems.ts'
import { readGivenFile } from '../../../platform/readGivenFile.ts'
import type { Shell } from '../../../platform/shell.ts'
import { type Editions, loadEditions } from '../../framework/editions.ts'
import { importAnswers } from '../import/importAnswers.ts'
import { both, type NamedFile, type Replacement } from '../import/importedInspection.ts'
import { importResults } from '../import/importResults.ts'
import type { SavedInspection } from '../import/saveImport.ts'
import { problem } from '../problems.ts'
import {
  type AnswersArguments,
  parseAnswersArguments,
  parseResultsArguments,
  type ResultsArguments,
  type WrongArguments,
} from './importArguments.ts'

type Saving = (shell: Shell, editions: Editions) => Promise<Result<readonly SavedInspection[]>>

export const importResultsCommand: Command = {
  name: 'import results',
  summary: 'Import the inspections of a results file, all or none.',
  usage: 'assay import results FILE.json [--source TEXT] [--made-up] [--replace REASON]',
  run: (commandArguments, context) =>
    run(importResultsCommand, parseResultsArguments(commandArguments), context, readResults),
}

export const importAnswersCommand: Command = {
  name: 'import answers',
  summary: 'Import an inspection with the answers of its cases.',
  usage:
    'assay import answers FILE.csv --edition EDITION --service NAME --fieldwork YYYY-MM[-DD] ' +
    '[--judgements FILE.json] [--resettlement-cases NUMBER] [--made-up] [--replace REASON]',
  run: (commandArguments, context) =>
    run(importAnswersCommand, parseAnswersArguments(commandArguments), context, readAnswers),
}

async function run<Arguments extends object>(
  { usage }: Command,
  parsed: Arguments | WrongArguments,
  context: CommandContext,
  read: (parsed: Arguments) => Promise<Result<Saving>>,
): Promise<ExitCode> {
  const { terminal } = context
  if ('wrong' in parsed) {
    terminal.err(`${parsed.wrong}\n${usage}\n`)
    return 2
  }
  const saved = await importFiles(context, await read(parsed))
  if (!saved.ok) {
    printProblems(terminal, saved.problems)
    return 1
  }
  for (const { id, replaced } of saved.value) terminal.out(`${id} ${replaced ? 'replaced' : 'imported'}\n`)
  return 0
}

/** The database is opened only once the files can be read. */
async function importFiles(
  { editionsFolder, openShell }: CommandContext,
  saving: Result<Saving>,
): Promise<Result<readonly SavedInspection[]>> {
  const ready = both(saving, await loadEditions(editionsFolder))
  if (!ready.ok) return ready
  const [save, editions] = ready.value
  const { shell, close } = await openShell()
  try {
    return await save(shell, editions)
  } finally {
    await close()
  }
}

async function readResults({
  file,
  source,
  madeUp,
  replaceReason,
}: ResultsArguments): Promise<Result<Saving>> {
  const read = both(await namedFile(file), replacement(replaceReason))
  if (!read.ok) return read
  const [content, reason] = read.value
  return done((shell, editions) =>
    importResults(shell, editions, { file: content, source, madeUp, replacement: reason }),
  )
}

async function readAnswers(parsed: AnswersArguments): Promise<Result<Saving>> {
  const judgementsFile = parsed.judgements === null ? done(null) : await namedFile(parsed.judgements)
  const read = both(both(await namedFile(parsed.file), judgementsFile), replacement(parsed.replaceReason))
  if (!read.ok) return read
  const [[answers, judgements], reason] = read.value
  return done((shell, editions) =>
    importAnswers(shell, editions, {
      answers,
      judgements,
      editionId: parsed.edition,
      serviceName: parsed.service,
      fieldworkStarted: parsed.fieldwork,
      resettlementCases: parsed.resettlementCases,
      madeUp: parsed.madeUp,
      replacement: reason,
    }),
  )
}

async function namedFile(path: string): Promise<Result<NamedFile>> {
  const content = await readGivenFile(path)
  return content.ok ? done({ name: basename(path), content: content.value }) : content
}

function replacement(reason: string | null): Result<Replacement | null> {
  if (reason === null) return done(null)
  const text = reason.trim()
  return text === ''
    ? refuse(problem('inspection.replace-without-reason', {}, { field: '--replace' }))
    : done({ reason: text })
}
