import type { Edition } from '../../../core/framework/edition.ts'
import { domainOfStandard } from '../../../core/framework/findInEdition.ts'
import { printableText } from '../../../core/kernel/printableText.ts'
import { normalReference } from '../../../core/kernel/reference.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { AnswerRow } from '../../../core/ratings/countAnswers.ts'
import { figuresFromAnswers } from '../../../core/ratings/figuresFromAnswers.ts'
import type { JudgementsInput } from '../../../core/ratings/resultsInput.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { isFieldworkDate } from '../../inspections/fieldworkDate.ts'
import { type CaseCount, inspectionIdFor } from '../../inspections/inspection.ts'
import { readAnswersFile } from '../answers/answersFile.ts'
import { readJudgementsFile } from '../answers/judgementsFile.ts'
import { problem } from '../problems.ts'
import {
  both,
  findEdition,
  type ImportedInspection,
  ifRateable,
  type NamedFile,
} from './importedInspection.ts'
import type { AnswersImport } from './importRequests.ts'
import { readImportInThread } from './readImportInThread.ts'
import { type SavedInspection, saveImport } from './saveImport.ts'

/** Stores an inspection with the answers of its cases. Refuses with every fault of both files, and then stores nothing. */
export async function importAnswers(
  shell: Shell,
  editions: Editions,
  request: AnswersImport,
): Promise<Result<readonly SavedInspection[]>> {
  const imported = await readImportInThread({ kind: 'answers', editions, request })
  if (!imported.ok) return imported
  return saveImport(shell, 'inspection.import-answers', imported.value, request.replacement)
}

/** Returns the inspection of the files, checked and ready to be stored. Refuses with every fault of them. */
export function readAnswersImport(
  editions: Editions,
  request: AnswersImport,
): Result<readonly ImportedInspection[]> {
  const imported = readInspection(editions, request)
  return imported.ok ? done([imported.value]) : imported
}

function readInspection(editions: Editions, request: AnswersImport): Result<ImportedInspection> {
  const read = both(readFiles(editions, request), both(fieldwork(request), printableName(request)))
  if (!read.ok) return read
  const [{ edition, rows, figures }] = read.value
  return ifRateable(edition, {
    inspection: inspectionOf(edition, request, rows),
    figures,
    answers: rows.map(({ caseId, domain, question, answer }) => ({
      caseId: normalReference(caseId),
      domain,
      question,
      answer,
    })),
    place: { file: (request.judgements ?? request.answers).name },
  })
}

function readFiles(editions: Editions, { editionId, answers, judgements }: AnswersImport) {
  const read = both(
    findEdition(editions, editionId, { field: 'edition' }),
    both(readAnswersFile(answers.content, answers.name), readJudgements(judgements)),
  )
  if (!read.ok) return read
  const [edition, [rows, judged]] = read.value
  const figures = figuresFromAnswers(edition, rows, judged, answers.name)
  return figures.ok ? done({ edition, rows, figures: figures.value }) : figures
}

function printableName({ serviceName }: AnswersImport): Result<string> {
  const service = serviceName.trim()
  if (printableText(service) === service) return done(service)
  return refuse(problem('inspection.service-unprintable', { service }, { field: 'service' }))
}

function fieldwork({ fieldworkStarted }: AnswersImport): Result<string> {
  if (isFieldworkDate(fieldworkStarted)) return done(fieldworkStarted)
  const form = 'a month or a day, such as 2022-09 or 2022-09-12'
  return refuse(
    problem('inspection.date-malformed', { value: fieldworkStarted, form }, { field: 'fieldwork' }),
  )
}

function readJudgements(judgements: NamedFile | null): Result<JudgementsInput> {
  if (judgements === null) return done({ judgements: [], unrated: [] })
  return readJudgementsFile(judgements.content, judgements.name)
}

function inspectionOf(edition: Edition, request: AnswersImport, rows: readonly AnswerRow[]) {
  const serviceName = request.serviceName.trim()
  return {
    id: inspectionIdFor(serviceName, request.fieldworkStarted),
    serviceName,
    editionId: edition.id,
    fieldworkStarted: request.fieldworkStarted,
    published: null,
    source: null,
    madeUp: request.madeUp,
    cases: [...countCases(rows), ...resettlementCount(edition, request)],
  }
}

function countCases(rows: readonly AnswerRow[]): readonly CaseCount[] {
  const cases = Map.groupBy(rows, ({ domain }) => domain)
  return [...cases].map(([domain, ofDomain]) => ({
    domain,
    inspected: new Set(ofDomain.map(({ caseId }) => caseId)).size,
  }))
}

function resettlementCount(edition: Edition, { resettlementCases }: AnswersImport): readonly CaseCount[] {
  const { resettlement } = edition.rules
  if (resettlementCases === null || resettlement === null) return []
  const domain = domainOfStandard(edition, resettlement)?.cases ?? null
  return domain === null ? [] : [{ domain, inspected: resettlementCases }]
}
