/** `assay rate`: the ratings of a file of results or of answers, as JSON or as a table. */
import { printableJson } from '../../../core/kernel/printableText.ts'
import type { Command, CommandContext, ExitCode } from '../../../platform/command.ts'
import { printProblems } from '../../../platform/printProblems.ts'
import { loadEditions } from '../../framework/editions.ts'
import { ratedInspectionJson } from '../ratedInspectionJson.ts'
import { parseRateArguments, type RateRequest } from './rateArguments.ts'
import { rateAnswersFile, rateResultsFile } from './rateFiles.ts'
import { ratingsTable } from './ratingsTable.ts'

const usage = [
  'assay rate RESULTS.json [--format json|table]',
  'assay rate ANSWERS.csv --edition EDITION [--judgements FILE.json] [--format json|table]',
].join('\n')

export const rateCommand: Command = {
  name: 'rate',
  summary: 'Rate inspections from a file of results or of answers.',
  usage,
  run: rate,
}

async function rate(commandArguments: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal } = context
  const request = parseRateArguments(commandArguments)
  if ('wrong' in request) {
    terminal.err(`${request.wrong}\n${usage}\n`)
    return 2
  }
  const rated = await rateRequest(request, context)
  if (!rated.ok) {
    printProblems(terminal, rated.problems)
    return 1
  }
  const { isList, inspections } = rated.value
  if ((request.format ?? (terminal.isTerminal ? 'table' : 'json')) === 'table') {
    const tables = inspections.map((inspection) => ratingsTable(inspection, terminal))
    const print = terminal.styled ?? terminal.out
    print(tables.join('\n'))
    return 0
  }
  const [first, ...others] = inspections.map(ratedInspectionJson)
  terminal.out(`${printableJson(isList ? [first, ...others] : first)}\n`)
  return 0
}

async function rateRequest(request: RateRequest, { editionsFolder }: CommandContext) {
  const editions = await loadEditions(editionsFolder)
  if (!editions.ok) return editions
  return request.kind === 'results'
    ? rateResultsFile(editions.value, request.file)
    : rateAnswersFile(editions.value, request)
}
