/**
 * What is unusual about the references of a list: to be confirmed, since a spreadsheet program may have changed them.
 */
import type { CalendarDate } from '../kernel/calendarDate.ts'
import { groupsBesidesCapitals } from '../kernel/reference.ts'
import type { CaseListWarning, WarningCode } from './caseListWarnings.ts'
import { lettersBeforeBirthDate, looksLikeDate, mayHaveLostFigures } from './referenceShapes.ts'
import { namedRows } from './rowText.ts'

/** A reference in its normal form, and its row as a spreadsheet counts it. */
export type ReferenceInRow = { readonly caseId: string; readonly row: number }

/** Returns every warning about the references, each with its rows. */
export function warnOfReferences(
  references: readonly ReferenceInRow[],
  today: CalendarDate,
): readonly CaseListWarning[] {
  const where = (holds: (caseId: string) => boolean) => references.filter(({ caseId }) => holds(caseId))
  return [
    ...warn('references-look-like-dates', where(looksLikeDate), [
      'has a date for a case reference',
      'have dates for case references',
      'a spreadsheet program may have made them',
    ]),
    ...warn('references-may-have-lost-figures', where(mayHaveLostFigures), [
      'has a number for a case reference that may have lost figures in a spreadsheet program',
      'have numbers for case references that may have lost figures in a spreadsheet program',
    ]),
    ...warn('references-may-have-lost-zeros', shortNumbers(references), [
      'has a case reference that is shorter than the others, and may have lost zeros at its beginning',
      'have case references that are shorter than the others, and may have lost zeros at their beginning',
    ]),
    ...warn('references-look-like-birth-dates', withBirthDates(references, today), [
      'has a case reference that looks like a date of birth, with or without initials',
      'have case references that look like dates of birth, with or without initials',
    ]),
    ...warn(
      'references-differ-in-capitals',
      groupsBesidesCapitals(references, ({ caseId }) => caseId).flat(),
      [
        'has a case reference that differs from another only in capitals, spaces or characters that look alike',
        'have case references that differ only in capitals, spaces or characters that look alike',
      ],
    ),
  ]
}

type Sentences = readonly [ofOne: string, ofSeveral: string, reason?: string]

function warn(
  code: WarningCode,
  odd: readonly ReferenceInRow[],
  [ofOne, ofSeveral, reason]: Sentences,
): readonly CaseListWarning[] {
  if (odd.length === 0) return []
  const what = odd.length === 1 ? ofOne : ofSeveral
  const why = reason === undefined ? '' : `; ${reason}`
  // Without the references: the text of a warning is also in the audit log.
  const text = `${namedRows(odd.map(({ row }) => row))} ${what}${why}.`
  return [{ code, domain: null, text }]
}

/**
 * Numbers of at least five digits, most of one length, none beginning with zero: the shorter ones once began with
 * zeros.
 */
function shortNumbers(references: readonly ReferenceInRow[]): readonly ReferenceInRow[] {
  const longest = Math.max(0, ...references.map(({ caseId }) => Math.min(caseId.length, 99)))
  const areNumbers = references.every(({ caseId }) => /^[1-9]\d*$/.test(caseId))
  const whole = references.filter(({ caseId }) => caseId.length === longest)
  if (!areNumbers || longest < 5 || longest > 15 || whole.length * 2 < references.length) return []
  const short = references.filter(({ caseId }) => caseId.length < longest)
  return short.some(({ caseId }) => caseId.length < longest - 1) ? short : []
}

/** Letters that most references begin with are the service's own; such a reference is a date by chance. */
function withBirthDates(
  references: readonly ReferenceInRow[],
  today: CalendarDate,
): readonly ReferenceInRow[] {
  const withLetters = references.flatMap((reference) => {
    const letters = lettersBeforeBirthDate(reference.caseId, today)
    return letters === undefined ? [] : [{ reference, letters }]
  })
  if (withLetters.length * 5 >= references.length) return withLetters.map(({ reference }) => reference)
  const beginning = (letters: string) =>
    references.filter(({ caseId }) => caseId.toUpperCase().startsWith(letters)).length
  const common = new Map(
    [...new Set(withLetters.map(({ letters }) => letters))].map((each) => [each, beginning(each)]),
  )
  return withLetters
    .filter(({ letters }) => letters !== '' && (common.get(letters) ?? 0) * 10 < references.length)
    .map(({ reference }) => reference)
}
