/** One row of a case list: its case, or everything that is wrong with it. */
import type { CaseDomain } from '../framework/standards.ts'
import type { CalendarDate } from '../kernel/calendarDate.ts'
import { listText } from '../kernel/listText.ts'
import type { Place, Problem } from '../kernel/problem.ts'
import { normalReference, type ReferenceFault, referenceFault } from '../kernel/reference.ts'
import { ageOfChild, oldest, youngest } from './ageOfChild.ts'
import { type CaseListField, fieldDescriptions } from './caseListFields.ts'
import { type CaseListRules, onlyDomainOf } from './caseListRules.ts'
import type { ListedCase } from './listedCase.ts'
import { problem } from './problems.ts'
import { type DateFault, readDate } from './readDate.ts'
import type { RecognisedColumns } from './recogniseColumns.ts'
import { hasLostFigures } from './referenceShapes.ts'
import type { Table, TableRow } from './table.ts'
import { beginsLikeTotal, looksLikeTotal, repeatsHeadings } from './totalRows.ts'
import { type KnownSpellings, type ReadCode, readCode } from './valueCodes.ts'
import { codeOf, quotable } from './wording.ts'

export type RowChecks = {
  readonly file: string
  readonly table: Table
  readonly columns: RecognisedColumns
  readonly rules: CaseListRules
  readonly today: CalendarDate
  readonly readCode: CodeReader
}

export type RowReading = {
  /** In its normal form; empty if it is missing. */
  readonly caseId: string
  /** Null if the row does not say it. */
  readonly domain: CaseDomain | null
  readonly listed: ListedCase | null
  readonly problems: readonly Problem[]
}

type CodedField = keyof CaseListRules['known']
type CodeReader = (field: CodedField, written: string) => ReadCode

const longestReference = 64
/** A list with more unknown values than this has the wrong column, and the nearest value is no help. */
const mostSuggestions = 300

/**
 * Returns a reader of codes that reads each different value once, so that a long list takes no more time than a short
 * one.
 */
export function codeReader(rules: CaseListRules): CodeReader {
  const read = new Map<string, ReadCode>()
  let suggestions = 0
  return (field, written) => {
    const key = `${field}\n${written}`
    const before = read.get(key)
    if (before !== undefined) return before
    const known = rules.known[field]
    const result = readKnown(known, written, suggestions < mostSuggestions)
    if (!result.known) suggestions += 1
    read.set(key, result)
    return result
  }
}

function readKnown(known: KnownSpellings | null, written: string, suggest: boolean): ReadCode {
  if (known === null) return { known: true, code: codeOf(written) || written }
  return readCode(written, known, suggest)
}

/** Returns the case only if nothing is wrong with any field of the row. A row that is not a case has one problem. */
export function checkRow(row: TableRow, checks: RowChecks): RowReading {
  const reading = readCells(row, checks)
  const code = noCase(row, checks, reading.problems)
  if (code === undefined) return reading
  return {
    caseId: '',
    domain: null,
    listed: null,
    problems: [problem(code, {}, { file: checks.file, row: row.row })],
  }
}

/** How many fields are empty in a row that is not a case. */
const fewestMissing = 3

function noCase(row: TableRow, checks: RowChecks, problems: readonly Problem[]) {
  if (problems.length === 0) return undefined
  if (repeatsHeadings(row, checks.table.headings)) return 'intake.row-repeats-headings'
  const missingFields = problems.filter(({ code }) => code === 'intake.value-missing').length
  const isTotal =
    (missingFields >= fewestMissing && looksLikeTotal(row)) ||
    (problems.length >= fewestMissing && beginsLikeTotal(row))
  return isTotal ? 'intake.row-looks-like-total' : undefined
}

function readCells(row: TableRow, checks: RowChecks): RowReading {
  const problems: Problem[] = []
  const cell = (field: CaseListField) => row.cells[checks.columns.places.get(field) ?? -1]?.trim() ?? ''
  const object = (field: CaseListField, found: (place: Place) => Problem) => {
    if (checks.columns.places.has(field)) problems.push(found(placeOf(row, field, checks)))
  }
  const refuseDomain = (found: (place: Place) => Problem) => {
    problems.push(found(placeOf(row, checks.columns.places.has('domain') ? 'domain' : 'disposal', checks)))
  }
  const code = (field: CodedField) => readCodedCell(field, cell(field), checks, object)
  const disposal = code('disposal')
  const found = {
    caseId: readReference(row.cells[checks.columns.places.get('caseId') ?? -1] ?? '', object),
    disposal,
    domain: readDomain(
      { domain: cell('domain'), disposal: cell('disposal') },
      disposal,
      checks,
      refuseDomain,
    ),
    startDate: readStart(cell('startDate'), checks.today, object),
    gender: code('gender'),
    age: readAge(cell('age'), object),
    ethnicity: code('ethnicity'),
    rosh: code('rosh'),
    safetyWellbeing: code('safetyWellbeing'),
  }
  if (tooLong(row, checks.table)) {
    problems.push(problem('intake.row-too-long', {}, { file: checks.file, row: row.row }))
  }
  const complete = problems.length === 0 ? withoutGaps(found) : null
  return {
    caseId: normalReference(cell('caseId')),
    domain: found.domain,
    problems,
    listed: complete && { ...complete, row: row.row, others: carriedValues(row, checks, complete) },
  }
}

type Objection = (field: CaseListField, found: (place: Place) => Problem) => void
type ReadFields = Omit<ListedCase, 'row' | 'others'>

/** With every field there, the row is a case. */
function withoutGaps(
  found: {
    readonly [Field in keyof ReadFields]: ReadFields[Field] | null
  },
): ReadFields | null {
  const { caseId, domain, disposal, startDate, gender, age, ethnicity, rosh, safetyWellbeing } = found
  if (caseId === null || domain === null || disposal === null || startDate === null || gender === null) {
    return null
  }
  return ethnicity === null || rosh === null || safetyWellbeing === null
    ? null
    : { caseId, domain, disposal, startDate, gender, age, ethnicity, rosh, safetyWellbeing }
}

function placeOf(row: TableRow, field: CaseListField, checks: RowChecks): Place {
  const heading = checks.table.headings[checks.columns.places.get(field) ?? -1]
  return { file: checks.file, row: row.row, field: heading ?? fieldDescriptions[field].title }
}

function missing(field: CaseListField): (place: Place) => Problem {
  return (place) => problem('intake.value-missing', { column: fieldDescriptions[field].title }, place)
}

/** The reference in its normal form; null if it cannot be a reference. */
function readReference(written: string, object: Objection): string | null {
  const fault = referenceFault(written)
  if (fault === 'empty') object('caseId', missing('caseId'))
  else if (fault !== undefined) object('caseId', (place) => problem(referenceProblems[fault], {}, place))
  if (fault !== undefined) return null
  const reference = normalReference(written)
  if (reference.length > longestReference) {
    object('caseId', (place) => problem('intake.cell-too-long', { limit: longestReference }, place))
  }
  if (hasLostFigures(reference)) {
    object('caseId', (place) =>
      problem('intake.reference-lost-figures', { value: quotable(reference) }, place),
    )
  }
  return reference
}

const referenceProblems = {
  'line-break': 'intake.reference-line-break',
  'control-character': 'intake.reference-control-character',
  'damaged-character': 'intake.reference-damaged-character',
  formula: 'intake.reference-formula',
} as const satisfies Record<Exclude<ReferenceFault, 'empty'>, string>

function readCodedCell(
  field: CodedField,
  written: string,
  checks: RowChecks,
  object: Objection,
): string | null {
  if (written === '') {
    object(field, missing(field))
    return null
  }
  const read = checks.readCode(field, written)
  if (read.known) return read.code
  const column = fieldDescriptions[field].title
  const value = quotable(written)
  const { nearest } = read
  object(field, (place) =>
    nearest === undefined
      ? problem('intake.code-unknown-far', { value, column, known: knownTitles(field, checks.rules) }, place)
      : problem('intake.code-unknown', { value, column, nearest: nearest.title }, place),
  )
  return null
}

function knownTitles(field: CodedField, rules: CaseListRules): string {
  const titles = new Set([...(rules.known[field]?.values() ?? [])].map(({ title }) => title))
  return listText([...titles], 'or')
}

/** The domain as written, or as the disposal implies; the two must agree. */
function readDomain(
  written: { readonly domain: string; readonly disposal: string },
  disposal: string | null,
  checks: RowChecks,
  object: (found: (place: Place) => Problem) => void,
): CaseDomain | null {
  const quoted = quotable(written.disposal)
  if (written.domain === '') {
    const implied = disposal === null ? undefined : onlyDomainOf(checks.rules, disposal)
    if (implied === undefined && disposal !== null) {
      object((place) => problem('intake.domain-not-told', { disposal: quoted }, place))
    }
    return implied ?? null
  }
  const code = readCodedCell('domain', written.domain, checks, (_, found) => object(found))
  const domain = checks.rules.domains.find((known) => known.code === code)
  if (domain === undefined) return null
  const allowed = checks.rules.disposals.find((known) => known.code === disposal)?.cases
  if (allowed !== undefined && !allowed.includes(domain.code)) {
    const details = { disposal: quoted, domain: domain.title }
    object((place) => problem('intake.disposal-in-other-domain', details, place))
  }
  return domain.code
}

const dateProblems = {
  'not-understood': 'intake.date-not-understood',
  impossible: 'intake.date-impossible',
  future: 'intake.date-future',
  'too-old': 'intake.date-too-old',
} as const satisfies Record<DateFault, string>

function readStart(written: string, today: CalendarDate, object: Objection): CalendarDate | null {
  if (written === '') {
    object('startDate', missing('startDate'))
    return null
  }
  const read = readDate(written, today)
  if (read.ok) return read.date
  object('startDate', (place) => problem(dateProblems[read.fault], { value: quotable(written) }, place))
  return null
}

function readAge(written: string, object: Objection): number | null {
  if (written === '') return null
  const age = ageOfChild(written)
  if (age !== null) return age
  const details = { value: quotable(written), youngest, oldest }
  object('age', (place) => problem('intake.age-impossible', details, place))
  return null
}

function tooLong(row: TableRow, table: Table): boolean {
  return row.cells.slice(table.headings.length).some((cell) => cell.trim() !== '')
}

/** Columns that are stored unchanged, and the source's own text if a code replaces it. */
function carriedValues(row: TableRow, checks: RowChecks, read: ReadFields): Readonly<Record<string, string>> {
  const { headings } = checks.table
  const written = (place: number) => [headings[place] ?? '', row.cells[place]?.trim() ?? ''] as const
  const reworded = [...checks.columns.places]
    .filter(([field]) => field !== 'caseId' && field !== 'startDate' && field !== 'age')
    .filter(([field, place]) => written(place)[1] !== '' && written(place)[1] !== read[field])
    .map(([, place]) => written(place))
  return Object.fromEntries([...checks.columns.carried.map(written), ...reworded])
}
