/** `assay sample` and `assay sample verify`: the draw and its check, from files only, without a database. */
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Edition } from '../../../core/framework/edition.ts'
import type { ListedCase } from '../../../core/intake/listedCase.ts'
import { countOf } from '../../../core/kernel/countOf.ts'
import { printableJson } from '../../../core/kernel/printableText.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { fieldworkMonday } from '../../../core/sampling/eligibleWindow.ts'
import { type ProofDifference, proofOf, verifyProof } from '../../../core/sampling/proof.ts'
import { drawSample, rulesUsed, type Sample } from '../../../core/sampling/sample.ts'
import type { Command, CommandContext, ExitCode } from '../../../platform/command.ts'
import { printProblems } from '../../../platform/printProblems.ts'
import { readGivenFile } from '../../../platform/readGivenFile.ts'
import { type Editions, loadEditions } from '../../framework/editions.ts'
import { readApart } from '../../intake/reading/readApart.ts'
import { type ReadList, refusalOf } from '../../intake/reading/readList.ts'
import { problem } from '../problems.ts'
import { presentMethod } from '../proof-page/presentMethod.ts'
import { proofText, readProof } from '../sampleJson.ts'
import {
  parseSampleArguments,
  parseVerifyArguments,
  type SampleArguments,
  type VerifyArguments,
} from './sampleArguments.ts'
import { sampleJson, sampleTable } from './sampleOutput.ts'

export const sampleCommand: Command = {
  name: 'sample',
  summary: 'Draw a sample from a case list by the rules of an edition and an agreed seed.',
  usage:
    'assay sample CASES --edition EDITION --fieldwork MONDAY --seed TEXT [--format json|table] [--proof FILE] [--size KIND=NUMBER]… [--exclude CASE]… [--reason TEXT --by NAME]',
  run: sample,
}

export const sampleVerifyCommand: Command = {
  name: 'sample verify',
  summary: 'Draw a sample again from its proof and the case list, and say whether they are equal.',
  usage: 'assay sample verify PROOF CASES',
  run: verify,
}

function wrongUsage({ terminal }: CommandContext, wrong: string, { usage }: Command): ExitCode {
  terminal.err(`${wrong}\n${usage}\n`)
  return 2
}

async function sample(words: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal } = context
  const request = parseSampleArguments(words)
  if ('wrong' in request) return wrongUsage(context, request.wrong, sampleCommand)
  const drawn = await drawFromFile(request, context)
  if (!drawn.ok) {
    printProblems(terminal, drawn.problems)
    return 1
  }
  const { cases, sample } = drawn.value
  const written = request.proof === null ? done(null) : await writeProof(request.proof, sample)
  if (!written.ok) {
    printProblems(terminal, written.problems)
    return 1
  }
  const isTable = (request.format ?? (terminal.isTerminal ? 'table' : 'json')) === 'table'
  terminal.out(isTable ? sampleTable(sample) : `${printableJson(sampleJson(sample, cases))}\n`)
  return 0
}

async function writeProof(file: string, sample: Sample): Promise<Result<null>> {
  try {
    await writeFile(file, proofText(proofOf(sample)))
    return done(null)
  } catch {
    return refuse(problem('sampling.proof-not-written', { file }, { file }))
  }
}

type DrawnFromFile = { readonly cases: readonly ListedCase[]; readonly sample: Sample }

async function drawFromFile(
  request: SampleArguments,
  context: CommandContext,
): Promise<Result<DrawnFromFile>> {
  const editions = await loadEditions(context.editionsFolder)
  if (!editions.ok) return editions
  const edition = editions.value.get(request.edition)
  if (edition === undefined) return refuse(problem('edition.not-found', { edition: request.edition }))
  const fieldwork = fieldworkMonday(request.fieldwork)
  const read = await readCases(request.file, edition)
  if (!fieldwork.ok) return fieldwork
  if (!read.ok) return read
  const { cases, oddities } = read.value
  context.terminal.err(oddities.map(({ text }) => `Check: ${text}\n`).join(''))
  const settings = {
    edition: edition.id,
    rules: rulesUsed(edition.sample),
    fieldwork: fieldwork.value,
    overrides: request.overrides,
    exclusions: request.exclusions,
  }
  const drawn = drawSample(cases, settings, request.seed, presentMethod)
  return drawn.ok ? done({ cases, sample: drawn.value }) : drawn
}

async function readCases(file: string, edition: Edition): Promise<Result<ReadList>> {
  const content = await readGivenFile(file)
  if (!content.ok) return content
  const read = await readApart(content.value, basename(file), edition)
  if (!read.ok) return read
  return refusalOf(read.value, basename(file)) ?? read
}

async function verify(words: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal } = context
  const request = parseVerifyArguments(words)
  if ('wrong' in request) return wrongUsage(context, request.wrong, sampleVerifyCommand)
  const editions = await loadEditions(context.editionsFolder)
  const verified = editions.ok ? await verifyFiles(request, editions.value) : editions
  if (!verified.ok) {
    printProblems(terminal, verified.problems)
    return 1
  }
  if (verified.value.length === 0) {
    terminal.out('Equal: the list, the settings and the seed give exactly the sample in the proof.\n')
    return 0
  }
  terminal.err(differencesText(verified.value))
  return 1
}

async function verifyFiles(
  request: VerifyArguments,
  editions: Editions,
): Promise<Result<readonly ProofDifference[]>> {
  const content = await readGivenFile(request.proof)
  if (!content.ok) return content
  const proof = readProof(content.value, basename(request.proof))
  if (!proof.ok) return proof
  const { edition: id } = proof.value.settings
  const edition = editions.get(id)
  if (edition === undefined) return refuse(problem('edition.not-found', { edition: id }))
  const read = await readCases(request.file, edition)
  return read.ok ? done(verifyProof(proof.value, read.value.cases, edition)) : read
}

/** Another list or seed can differ in every case; the first differences are enough. */
const mostDifferences = 30

function differencesText(differences: readonly ProofDifference[]): string {
  const shown = differences.slice(0, mostDifferences).map(differenceText).join('')
  const left = differences.length - mostDifferences
  return left > 0 ? `${shown}And ${countOf(left, 'more difference')}.\n` : shown
}

function differenceText({ where, proof, recomputed }: ProofDifference): string {
  const what = where === 'listHash' ? 'The case list is not the one the sample was drawn from.' : where
  return `Differs: ${what}\n  proof: ${proof}\n  drawn again: ${recomputed}\n`
}
