/** One case in two spellings would be counted as two: spellings that look the same are refused, or there is a warning. */
import {
  hasLostFigures,
  isSpreadsheetError,
  looksLikeDate,
  mayHaveLostFigures,
} from '../intake/referenceShapes.ts'
import { countOf } from '../kernel/countOf.ts'
import type { Problem } from '../kernel/problem.ts'
import { normalReference, referenceFault } from '../kernel/reference.ts'
import { normalTextWithoutCapitals } from '../kernel/writtenText.ts'
import type { AnswerRow } from './countAnswers.ts'
import { problem } from './problems.ts'
import type { RatingNote } from './ratedInspection.ts'

/**
 * Returns a problem for each name that a case cannot have, and for each case in two spellings that look the same; each
 * spelling once, at its first row.
 */
export function caseSpellingProblems(rows: readonly AnswerRow[], file?: string): readonly Problem[] {
  const firstOf = new Map<string, AnswerRow>()
  return firstRows(rows).flatMap((row): readonly Problem[] => {
    const place = {
      ...(file === undefined ? {} : { file }),
      ...(row.row === null ? {} : { row: row.row }),
      field: 'case_id',
    }
    if (referenceFault(row.caseId) !== undefined) {
      return [problem('answers.case-unusable', { case: row.caseId }, place)]
    }
    const normal = normalReference(row.caseId)
    if (hasLostFigures(normal) || isSpreadsheetError(normal)) {
      return [problem('answers.case-lost-figures', { case: row.caseId }, place)]
    }
    const first = firstOf.get(normal)
    if (first === undefined) {
      firstOf.set(normal, row)
      return []
    }
    const details = { case: row.caseId, first: first.caseId, row: first.row ?? 0 }
    return [problem('answers.case-written-twice', details, place)]
  })
}

/** Returns every warning about the names of cases. */
export function caseNameNotes(rows: readonly AnswerRow[]): readonly RatingNote[] {
  return [...caseSpellingNotes(rows), ...changedNameNotes(rows)]
}

/** A warning about cases with names like a date or a number that a spreadsheet program makes of other references. */
function changedNameNotes(rows: readonly AnswerRow[]): readonly RatingNote[] {
  const changed = firstRows(rows).filter(({ caseId }) => {
    const normal = normalReference(caseId)
    return looksLikeDate(normal) || mayHaveLostFigures(normal)
  })
  const [first] = changed
  if (first === undefined) return []
  const others = changed.length === 1 ? '' : ` and ${changed.length - 1} more`
  const named = first.row === null ? '' : ` (“${first.caseId}” in row ${first.row}${others})`
  const text = `A spreadsheet program may have changed the ids of ${countOf(changed.length, 'case')}${named} into dates or numbers. Check that no two cases have become one.`
  return [{ code: 'cases-look-changed', standard: null, text }]
}

/**
 * A warning about cases whose names differ only in capitals, spaces or characters that look alike, with their rows if
 * they come from a file.
 */
function caseSpellingNotes(rows: readonly AnswerRow[]): readonly RatingNote[] {
  const alike = Map.groupBy(firstRows(rows), ({ caseId }) => withoutCapitalsAndSpaces(caseId))
  return [...alike.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ code: 'cases-alike', standard: null, text: alikeText(group) }))
}

function alikeText(group: readonly AnswerRow[]): string {
  const check = 'Check that they are not the same case.'
  const named = group.flatMap(({ caseId, row }) => (row === null ? [] : [`“${caseId}” (row ${row})`]))
  return named.length < group.length
    ? `The ids of ${group.length} cases differ only in capitals, spaces or characters that look alike. ${check}`
    : `The cases ${named.join(' and ')} differ only in capitals, spaces or characters that look alike. ${check}`
}

function withoutCapitalsAndSpaces(reference: string): string {
  return normalTextWithoutCapitals(reference).replaceAll(' ', '')
}

/** The first row of each spelling. */
function firstRows(rows: readonly AnswerRow[]): readonly AnswerRow[] {
  const first = new Map<string, AnswerRow>()
  for (const row of rows) if (!first.has(row.caseId)) first.set(row.caseId, row)
  return [...first.values()]
}
