/** What one inspection of a file comes to once it is read and checked: ready to be stored, or refused. */
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
  /** Empty where the figures were given without answers. */
  readonly answers: readonly StoredAnswer[]
  /** Where it stands in its file. */
  readonly place: Place
}

/** A file as it was uploaded or read. */
export type NamedFile = { readonly name: string; readonly content: Uint8Array }

/** Said on purpose: what is stored may be replaced, and why. */
export type Replacement = { readonly reason: string }

export function findEdition(editions: Editions, id: string, place: Place): Result<Edition> {
  const edition = editions.get(id)
  if (edition !== undefined) return done(edition)
  const known = [...editions.keys()].join(', ')
  return refuse(problem('ratings.edition-not-found', { edition: id, known }, place))
}

/** The imported inspection, once its figures can be rated: nothing is stored that could not be shown. */
export function ifRateable(edition: Edition, imported: ImportedInspection): Result<ImportedInspection> {
  const rated = rateInspection(edition, imported.figures)
  if (rated.ok) return done(imported)
  const placed = rated.problems.map((each) => ({ ...each, place: { ...imported.place, ...each.place } }))
  return unlessProblems(placed, () => imported)
}

/** All values, or one refusal with the problems of every result. */
export function allDone<Value>(results: readonly Result<Value>[]): Result<readonly Value[]> {
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems))
  return unlessProblems(problems, () => results.flatMap((result) => (result.ok ? [result.value] : [])))
}

/** Both values, or one refusal with the problems of both. */
export function both<One, Other>(one: Result<One>, other: Result<Other>): Result<readonly [One, Other]> {
  if (one.ok && other.ok) return done([one.value, other.value])
  const problems = [one, other].flatMap((result) => (result.ok ? [] : result.problems))
  return unlessProblems(problems, () => {
    throw new Error('nothing was refused')
  })
}
