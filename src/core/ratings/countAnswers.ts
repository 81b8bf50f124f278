import { answers as everyAnswer } from '../framework/answers.ts'
import type { Edition } from '../framework/edition.ts'
import type { CaseDomain } from '../framework/standards.ts'
import type { Place, Problem } from '../kernel/problem.ts'
import { type Result, unlessProblems } from '../kernel/result.ts'
import { type AnswerColumns, type CountedAnswers, countColumns } from './answerColumns.ts'
import { problem } from './problems.ts'
import { type IndexedQuestion, placeOfAnswer, questionsOf } from './questionIndex.ts'

/** One answer of one case, not yet checked against an edition. */
export type AnswerRow = {
  readonly caseId: string
  readonly domain: string
  readonly question: string
  readonly answer: string
  /** Row of the file it came from, the header being row 1; null if it did not come from a file. */
  readonly row: number | null
}

/** Returns the counts of answers, checked against their edition. Refuses with every problem of every row. */
export function countAnswers(
  edition: Edition,
  rows: readonly AnswerRow[],
  file?: string,
): Result<CountedAnswers> {
  const columns = columnsOfAnswers(edition, rows, file)
  return columns.ok ? { ok: true, value: countColumns(edition, columns.value) } : columns
}

/** Returns answers in columns, checked against their edition. Refuses with every problem of every row. */
export function columnsOfAnswers(
  edition: Edition,
  rows: readonly AnswerRow[],
  file?: string,
): Result<AnswerColumns> {
  const reading = startReading(edition, rows.length, file)
  rows.forEach((row, at) => {
    readRow(reading, row, at)
  })
  return unlessProblems(reading.problems, () => ({
    questions: reading.questions,
    answers: reading.answers,
    casesByDomain: casesByDomain(reading),
  }))
}

type ReadCase = { readonly place: number; readonly domain: CaseDomain; isInTwoDomains: boolean }

/** What has been read so far; it exists only while one set of rows is read. */
type Reading = {
  readonly edition: Edition
  readonly file: string | undefined
  readonly domains: readonly CaseDomain[]
  readonly byId: ReadonlyMap<string, IndexedQuestion>
  readonly cases: Map<string, ReadCase>
  /** The first row in which a case answered a question, by the places of both. */
  readonly answered: Map<number, AnswerRow>
  readonly questions: Uint16Array<ArrayBuffer>
  readonly answers: Uint8Array<ArrayBuffer>
  readonly problems: Problem[]
}

function startReading(edition: Edition, size: number, file: string | undefined): Reading {
  return {
    edition,
    file,
    domains: edition.domains.flatMap(({ cases }) => cases ?? []),
    byId: new Map(questionsOf(edition).map((indexed) => [indexed.question.id, indexed])),
    cases: new Map(),
    answered: new Map(),
    questions: new Uint16Array(size),
    answers: new Uint8Array(size),
    problems: [],
  }
}

function readRow(reading: Reading, row: AnswerRow, at: number): void {
  const inspected = readCase(reading, row)
  const indexed = readQuestion(reading, row)
  if (indexed === undefined) return
  readAnswer(reading, row, indexed, at)
  if (inspected !== undefined) refuseSecondAnswer(reading, row, inspected, indexed)
}

function readCase(reading: Reading, row: AnswerRow): ReadCase | undefined {
  const known = reading.cases.get(row.caseId)
  if (known !== undefined && known.domain === row.domain) return known
  const domain = reading.domains.find((each) => each === row.domain)
  if (domain === undefined) {
    const details = { edition: reading.edition.id, domain: row.domain, known: reading.domains.join(', ') }
    reading.problems.push(problem('answers.domain-not-found', details, placeOf(reading, row, 'domain')))
    return known
  }
  if (known !== undefined) return refuseSecondDomain(reading, row, known)
  const first = { place: reading.cases.size, domain, isInTwoDomains: false }
  reading.cases.set(row.caseId, first)
  return first
}

/** A case in two domains is one problem, however many rows it has. */
function refuseSecondDomain(reading: Reading, row: AnswerRow, known: ReadCase): ReadCase {
  if (!known.isInTwoDomains) {
    const details = { case: row.caseId, domain: row.domain, first: known.domain }
    reading.problems.push(problem('answers.case-in-two-domains', details, placeOf(reading, row, 'domain')))
    known.isInTwoDomains = true
  }
  return known
}

function readQuestion(reading: Reading, row: AnswerRow): IndexedQuestion | undefined {
  const { question } = row
  const indexed = reading.byId.get(question)
  if (indexed === undefined) {
    const details = { edition: reading.edition.id, question }
    reading.problems.push(problem('answers.question-not-found', details, placeOf(reading, row, 'question')))
    return undefined
  }
  if (indexed.standard.judgedFrom === 'evidence') {
    const details = { question, standard: indexed.standard.id }
    const place = placeOf(reading, row, 'question')
    reading.problems.push(problem('answers.question-judged-from-evidence', details, place))
    return undefined
  }
  if (indexed.cases !== row.domain && reading.domains.some((domain) => domain === row.domain)) {
    const details = { question, domain: row.domain }
    const place = placeOf(reading, row, 'question')
    reading.problems.push(problem('answers.question-of-another-domain', details, place))
  }
  return indexed
}

function readAnswer(reading: Reading, row: AnswerRow, indexed: IndexedQuestion, at: number): void {
  const place = placeOfAnswer(row.answer)
  if (place === undefined || !indexed.allowed.has(row.answer)) {
    const allowed = everyAnswer.filter((answer) => indexed.allowed.has(answer)).join(', ')
    const details = { answer: row.answer, question: row.question, allowed }
    reading.problems.push(problem('answers.answer-not-allowed', details, placeOf(reading, row, 'answer')))
    return
  }
  reading.questions[at] = indexed.place
  reading.answers[at] = place
}

/** Two answers are refused even if they are the same: one of them belongs to something else. */
function refuseSecondAnswer(
  reading: Reading,
  row: AnswerRow,
  inspected: ReadCase,
  indexed: IndexedQuestion,
): void {
  const cell = inspected.place * reading.byId.size + indexed.place
  const first = reading.answered.get(cell)
  if (first === undefined) {
    reading.answered.set(cell, row)
    return
  }
  const where = first.row === null ? '' : ` in row ${first.row}`
  const details = { case: row.caseId, question: row.question, first: `“${first.answer}”${where}` }
  reading.problems.push(problem('answers.answered-twice', details, placeOf(reading, row, 'question')))
}

function casesByDomain({ cases }: Reading): Map<CaseDomain, number> {
  const counts = new Map<CaseDomain, number>()
  for (const { domain } of cases.values()) counts.set(domain, (counts.get(domain) ?? 0) + 1)
  return counts
}

function placeOf({ file }: Reading, { row }: AnswerRow, field: string): Place {
  return { ...(file === undefined ? {} : { file }), ...(row === null ? {} : { row }), field }
}
