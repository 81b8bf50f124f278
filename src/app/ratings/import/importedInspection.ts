/** One inspection of a file that was read and checked: ready to be stored, or refused. */
import type { Edition } from '../../../core/framework/edition.ts'
import type { Place } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse, unlessProblems } from '../../../core/kernel/result.ts'
import type { InspectionFigures } from '../../../core/ratings/inspectionFigures.ts'
import { rateInspection } from '../../../core/ratings/rateInspection.ts'
import type { StoredAnswer } from '../../fieldwork/case/inspectedCases.queries.ts'
import type { Editions } from '../../framework/editions.ts'
import type { Inspection } from '../../inspections/inspection.ts'
import { problem } from '../problems.ts'

export type ImportedInspection = {
  readonly inspection: Inspection
  readonly figures: InspectionFigures
  /** Empty if the file has figures without answers. */
  readonly answers: readonly StoredAnswer[]
  /** Its place in the file. */
  readonly place: Place
}

/** A file as it was uploaded or read. */
export type NamedFile = { readonly name: string; readonly content: Uint8Array }

/** That a stored inspection may be replaced, and why. */
export type Replacement = { readonly reason: string }

/** Returns the edition `id`. Refuses if there is none. */
export function findEdition(editions: Editions, id: string, place: Place): Result<Edition> {
  const edition = editions.get(id)
  if (edition !== undefined) return done(edition)
  const known = [...editions.keys()].join(', ')
  return refuse(problem('ratings.edition-not-found', { edition: id, known }, place))
}

/** Returns the imported inspection. Refuses if its figures cannot be rated: what is stored can always be shown. */
export function ifRateable(edition: Edition, imported: ImportedInspection): Result<ImportedInspection> {
  const rated = rateInspection(edition, imported.figures)
  if (rated.ok) return done(imported)
  const placed = rated.problems.map((each) => ({ ...each, place: { ...imported.place, ...each.place } }))
  return unlessProblems(placed, () => imported)
}

/** Returns all values, or one refusal with the problems of every result. */
export function allDone<Value>(results: readonly Result<Value>[]): Result<readonly Value[]> {
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems))
  return unlessProblems(problems, () => results.flatMap((result) => (result.ok ? [result.value] : [])))
}

/** Returns both values, or one refusal with the problems of both. */
export function both<First, Second>(
  first: Result<First>,
  second: Result<Second>,
): Result<readonly [First, Second]> {
  if (first.ok && second.ok) return done([first.value, second.value])
  const problems = [first, second].flatMap((result) => (result.ok ? [] : result.problems))
  return unlessProblems(problems, () => {
    throw new Error('nothing was refused')
  })
}
