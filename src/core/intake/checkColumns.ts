/** The headings of a case list: what is missing, unclear or there twice, or would identify a child. */

import type { CalendarDate } from '../kernel/calendarDate.ts'
import { listText } from '../kernel/listText.ts'
import type { Problem } from '../kernel/problem.ts'
import { type CaseListField, caseListFields, fieldDescriptions } from './caseListFields.ts'
import type { CaseListWarning } from './caseListWarnings.ts'
import {
  type PersonalKind,
  personalByHeading,
  personalByValues,
  personalReferences,
  shareOf,
} from './personalColumns.ts'
import { problem } from './problems.ts'
import { readDate } from './readDate.ts'
import { type ColumnMapping, likelyField, type RecognisedColumns } from './recogniseColumns.ts'
import { columnOf, type Table } from './table.ts'
import { plainWords, quotable } from './wording.ts'

export type PersonalColumn = {
  /** Its place, counted from 0. */
  readonly column: number
  /** As written, or the letters of a column that has no heading. */
  readonly heading: string
  readonly kind: PersonalKind
  /** A column that the list needs must be replaced, not left out. */
  readonly isReference: boolean
  /** Only its values look like names: a person may confirm that they are places. */
  readonly mayBePlaces: boolean
}

/** Returns every fault of the headings, in the order of the fields. */
export function checkHeadings(
  file: string,
  table: Table,
  columns: RecognisedColumns,
  mapping: ColumnMapping,
): readonly Problem[] {
  const place = { file, row: table.headingRow }
  const kept = table.headings.map((_, index) => index).filter((index) => !columns.leftOut.includes(index))
  return [
    ...unknownMappings(table, mapping).map((heading) =>
      problem('intake.mapping-heading-unknown', { heading: quotable(heading) }, place),
    ),
    ...doubledMappings(mapping, place),
    ...caseListFields.flatMap((field) => checkField(field, table, columns, place)),
    ...doubledHeadings(table, kept).map((heading) =>
      problem('intake.heading-doubled', { heading: quotable(heading) }, { ...place, field: heading }),
    ),
    ...kept
      .filter((index) => table.headings[index] === '' && columnOf(table, index).some((cell) => cell !== ''))
      .map((index) => problem('intake.heading-blank', { column: columnLetters(index) }, place)),
  ]
}

/** Returns a warning for each column that may be meant for an optional field, and was not read as one. */
export function warnOfLikelyColumns(table: Table, columns: RecognisedColumns): readonly CaseListWarning[] {
  return caseListFields.flatMap((field): readonly CaseListWarning[] => {
    const { title, needed } = fieldDescriptions[field]
    if (needed || columns.places.has(field) || columns.unclear.has(field)) return []
    const likely = columns.carried.find((index) => likelyField(table.headings[index] ?? '') === field)
    if (likely === undefined) return []
    const text = `The column “${quotable(table.headings[likely] ?? '')}” may be “${title}”; it was not read as that.`
    return [{ code: 'column-not-recognised', domain: null, text }]
  })
}

type HeadingPlace = { readonly file: string; readonly row: number }

function checkField(
  field: CaseListField,
  table: Table,
  columns: RecognisedColumns,
  place: HeadingPlace,
): readonly Problem[] {
  const { title, needed } = fieldDescriptions[field]
  const unclear = columns.unclear.get(field)
  if (unclear !== undefined) {
    const headings = listText(unclear.map((heading) => `“${quotable(heading)}”`))
    return [problem('intake.column-unclear', { column: title, headings }, place)]
  }
  if (!needed || columns.places.has(field)) return []
  const likely = columns.carried.find((index) => likelyField(table.headings[index] ?? '') === field)
  if (likely === undefined) return [problem('intake.column-missing', { column: title }, place)]
  const heading = quotable(table.headings[likely] ?? '')
  return [problem('intake.column-missing-likely', { column: title, heading }, place)]
}

function unknownMappings(table: Table, mapping: ColumnMapping): readonly string[] {
  const headings = new Set(table.headings.map(plainWords))
  return Object.values(mapping.columns).filter(
    (heading) => !table.headings.includes(heading) && !headings.has(plainWords(heading)),
  )
}

function doubledMappings(mapping: ColumnMapping, place: HeadingPlace): readonly Problem[] {
  const byHeading = Map.groupBy(caseListFields, (field) => plainWords(mapping.columns[field] ?? ''))
  return [...byHeading]
    .filter(([heading, fields]) => heading !== '' && fields.length > 1)
    .map(([heading, fields]) => {
      const titles = listText(fields.map((field) => fieldDescriptions[field].title))
      return problem('intake.mapping-doubled', { heading, columns: titles }, place)
    })
}

function doubledHeadings(table: Table, kept: readonly number[]): readonly string[] {
  const headings = kept.map((index) => table.headings[index] ?? '').filter((heading) => heading !== '')
  return [...new Set(headings.filter((heading, index) => headings.indexOf(heading) !== index))]
}

/** Returns `A` for the first column and `AA` for the 27th, as a spreadsheet names them. */
function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}

/** Returns every column that looks like personal data by its heading or its values, unless it is left out. */
export function findPersonalColumns(
  table: Table,
  columns: RecognisedColumns,
  today: CalendarDate,
): readonly PersonalColumn[] {
  const fieldAt = new Map([...columns.places].map(([field, index]) => [index, field] as const))
  return table.headings.flatMap((heading, index) => {
    if (columns.leftOut.includes(index)) return []
    const field = fieldAt.get(index)
    const cells = columnOf(table, index)
      .filter((cell) => cell !== '')
      .map((cell) => cell.slice(0, charactersLookedAt))
    const kind = personalByHeading(heading) ?? looksPersonal(field, cells, today)
    const name = heading === '' ? columnLetters(index) : heading
    const mayBePlaces = kind === 'names' && field === undefined && personalByHeading(heading) === undefined
    return kind === undefined
      ? []
      : [{ column: index, heading: name, kind, isReference: field === 'caseId', mayBePlaces }]
  })
}

/** A longer cell has a fault of its own. */
const charactersLookedAt = 1_000

function looksPersonal(
  field: CaseListField | undefined,
  cells: readonly string[],
  today: CalendarDate,
): PersonalKind | undefined {
  if (field === 'caseId') return personalReferences(cells)
  if (field === undefined) return personalByValues(cells) ?? birthDates(cells, today)
  return field === 'startDate' ? birthDates(cells, today) : personalReferences(cells)
}

/** Dates of which most are as long ago as a child's birth. */
const yearsBack = 8

function birthDates(cells: readonly string[], today: CalendarDate): PersonalKind | undefined {
  const latest = `${Number(today.slice(0, 4)) - yearsBack}`
  const isBirth = (cell: string) => {
    const read = readDate(cell, today)
    return read.ok ? read.date.slice(0, 4) <= latest : read.fault === 'too-old'
  }
  return shareOf(cells, isBirth) >= 0.5 ? 'dates of birth' : undefined
}

/** Returns the problem of a column that looks like personal data, at its heading in `row` of the file. */
export function personalProblem(column: PersonalColumn, file: string, row: number): Problem {
  const details = { heading: quotable(column.heading), kind: column.kind }
  const place = { file, row, field: column.heading }
  return column.isReference
    ? problem('intake.personal-reference', details, place)
    : problem('intake.personal-column', details, place)
}
