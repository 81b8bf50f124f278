/** `assay case-list check` and `assay case-list add`: as the pages, from files on this machine. */
import { basename } from 'node:path'
import { type Result, refuse } from '../../../core/kernel/result.ts'
import type { Command, CommandContext, ExitCode } from '../../../platform/command.ts'
import { printProblems } from '../../../platform/printProblems.ts'
import { readGivenFile } from '../../../platform/readGivenFile.ts'
import { loadEditions } from '../../framework/editions.ts'
import { findWithEdition } from '../../framework/inspectionEdition.ts'
import { addCaseList } from '../acceptCaseList.ts'
import type { CaseListVersion } from '../caseLists.queries.ts'
import { problem } from '../problems.ts'
import { readApart } from '../reading/readApart.ts'
import { type ReadList, refusalOf } from '../reading/readList.ts'
import { type AddWords, type CheckWords, parseAddWords, parseCheckWords } from './caseListArguments.ts'

export const caseListCheck: Command = {
  name: 'case-list check',
  summary: 'Check a case list and list everything that is wrong with it; nothing is stored.',
  usage:
    'assay case-list check FILE --edition EDITION [--column FIELD=HEADING]… [--leave-out HEADING]… [--places HEADING]…',
  run: async (words, context) => {
    const parsed = parseCheckWords(words)
    if ('wrong' in parsed) return wrongUsage(context, parsed.wrong, caseListCheck)
    return report(context, await check(parsed, context), checkedText)
  },
}

/** What has to be confirmed is no fault, and is said. */
function checkedText({ cases, oddities }: ReadList): string {
  const toConfirm = oddities.map(({ text }) => `To confirm: ${text}\n`).join('')
  return `${toConfirm}${cases.length} cases, ${oddities.length === 0 ? 'nothing wrong' : 'no faults'}\n`
}

export const caseListAdd: Command = {
  name: 'case-list add',
  summary: 'Accept a case list as the next version of an inspection’s list.',
  usage:
    'assay case-list add INSPECTION FILE [--leave-out HEADING]… [--places HEADING]… [--reason WARNING=TEXT]…',
  run: async (words, context) => {
    const parsed = parseAddWords(words)
    if ('wrong' in parsed) return wrongUsage(context, parsed.wrong, caseListAdd)
    const taken = await add(parsed, context)
    return report(context, taken, ({ version, cases }) => `version ${version}, ${cases} cases\n`)
  },
}

function wrongUsage({ terminal }: CommandContext, wrong: string, { usage }: Command): ExitCode {
  terminal.err(`${wrong}\n${usage}\n`)
  return 2
}

function report<Value>(
  { terminal }: CommandContext,
  result: Result<Value>,
  sentence: (value: Value) => string,
): ExitCode {
  if (result.ok) terminal.out(sentence(result.value))
  else printProblems(terminal, result.problems)
  return result.ok ? 0 : 1
}

async function check(
  { file, edition, mapping }: CheckWords,
  context: CommandContext,
): Promise<Result<ReadList>> {
  const content = await readGivenFile(file)
  if (!content.ok) return content
  const editions = await loadEditions(context.editionsFolder)
  if (!editions.ok) return editions
  const known = editions.value.get(edition)
  if (known === undefined) {
    return refuse(problem('edition.not-found', { edition }))
  }
  const read = await readApart(content.value, basename(file), known, { mapping })
  return read.ok ? (refusalOf(read.value, basename(file)) ?? read) : read
}

async function add(words: AddWords, context: CommandContext): Promise<Result<CaseListVersion>> {
  const content = await readGivenFile(words.file)
  if (!content.ok) return content
  const editions = await loadEditions(context.editionsFolder)
  if (!editions.ok) return editions
  const { shell, close } = await context.openShell()
  try {
    const found = await findWithEdition(shell.database, editions.value, words.inspection)
    if (!found.ok) return found
    const { file, leaveOut, places, reasons } = words
    const sent = { fileName: basename(file), content: content.value, leaveOut, places, keyData: null }
    return await addCaseList(shell, found.value, sent, reasons)
  } finally {
    await close()
  }
}
