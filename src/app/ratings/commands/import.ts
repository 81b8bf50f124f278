/** `assay import results` and `assay import answers`: as the import pages, from files on this machine. */
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
  type AnswersWords,
  parseAnswersWords,
  parseResultsWords,
  type ResultsWords,
  type WrongWords,
} from './importWords.ts'

type Saving = (shell: Shell, editions: Editions) => Promise<Result<readonly SavedInspection[]>>

export const importResultsCommand: Command = {
  name: 'import results',
  summary: 'Store the inspections of a results file, all or none.',
  usage: 'assay import results FILE.json [--source TEXT] [--made-up] [--replace REASON]',
  run: (words, context) => run(importResultsCommand, parseResultsWords(words), context, readResults),
}

export const importAnswersCommand: Command = {
  name: 'import answers',
  summary: 'Store an inspection with the answers of its cases.',
  usage:
    'assay import answers FILE.csv --edition EDITION --service NAME --fieldwork YYYY-MM[-DD] ' +
    '[--judgements FILE.json] [--resettlement-cases NUMBER] [--made-up] [--replace REASON]',
  run: (words, context) => run(importAnswersCommand, parseAnswersWords(words), context, readAnswers),
}

async function run<Words extends object>(
  { usage }: Command,
  words: Words | WrongWords,
  context: CommandContext,
  read: (words: Words) => Promise<Result<Saving>>,
): Promise<ExitCode> {
  const { terminal } = context
  if ('wrong' in words) {
    terminal.err(`${words.wrong}\n${usage}\n`)
    return 2
  }
  const saved = await importFiles(context, await read(words))
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

async function readResults({ file, source, madeUp, replaceReason }: ResultsWords): Promise<Result<Saving>> {
  const read = both(await namedFile(file), replacement(replaceReason))
  if (!read.ok) return read
  const [content, reason] = read.value
  return done((shell, editions) =>
    importResults(shell, editions, { file: content, source, madeUp, replacement: reason }),
  )
}

async function readAnswers(words: AnswersWords): Promise<Result<Saving>> {
  const judgementsFile = words.judgements === null ? done(null) : await namedFile(words.judgements)
  const read = both(both(await namedFile(words.file), judgementsFile), replacement(words.replaceReason))
  if (!read.ok) return read
  const [[answers, judgements], reason] = read.value
  return done((shell, editions) =>
    importAnswers(shell, editions, {
      answers,
      judgements,
      editionId: words.edition,
      serviceName: words.service,
      fieldworkStarted: words.fieldwork,
      resettlementCases: words.resettlementCases,
      madeUp: words.madeUp,
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
  const words = reason.trim()
  return words === ''
    ? refuse(problem('inspection.replace-without-reason', {}, { field: '--replace' }))
    : done({ reason: words })
}
