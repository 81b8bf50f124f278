/** What an inspection has to have before it moves on to a stage (domain, section 2). */

import type { Edition } from '../framework/edition.ts'
import { allStandards } from '../framework/findInEdition.ts'
import { countOf } from '../kernel/countOf.ts'
import type { Problem } from '../kernel/problem.ts'
import type { Stage } from '../kernel/stages.ts'
import { unreachable } from '../kernel/unreachable.ts'
import type { RatedInspection, RatedStandard } from '../ratings/ratedInspection.ts'
import { problem } from './problems.ts'

/** What is missing of each part; an empty list means that nothing is. */
export type Readiness = {
  readonly people: readonly Problem[]
  /** Sample, allocation, and the cases opened from it. */
  readonly preparation: readonly Problem[]
  /** The inspected cases that are not signed. */
  readonly unsigned: readonly string[]
  /** How many entries have a conflict that is not resolved. */
  readonly undecided: number
  readonly ratings: readonly Problem[]
  readonly findings: readonly Problem[]
}

export type Missing = {
  readonly problems: readonly Problem[]
  /** Unsigned cases that a reason can go past. */
  readonly explainable: readonly string[]
}

/**
 * Returns what is missing before the inspection can move to `to`. `explained` are the cases with a recorded reason for
 * staying unsigned.
 */
export function missingBefore(to: Stage, readiness: Readiness, explained: readonly string[]): Missing {
  const { people, preparation, undecided, ratings, findings } = readiness
  const unsigned = readiness.unsigned.filter((caseId) => !explained.includes(caseId))
  const values =
    undecided === 0
      ? []
      : [problem('programme.values-undecided', { conflicts: countOf(undecided, 'conflict') })]
  switch (to) {
    case 'before-fieldwork':
      return { problems: people, explainable: [] }
    case 'fieldwork':
      return { problems: [...people, ...preparation], explainable: [] }
    case 'ratings':
      return { problems: [], explainable: unsigned }
    case 'report':
      return { problems: [...values, ...ratings], explainable: unsigned }
    case 'published':
      return { problems: [...casesUnsigned(unsigned), ...values, ...ratings, ...findings], explainable: [] }
    case 'announced':
    case 'after':
      return { problems: [], explainable: [] }
    default:
      return unreachable(to)
  }
}

function casesUnsigned(cases: readonly string[]): readonly Problem[] {
  if (cases.length === 0) return []
  return [problem('programme.cases-unsigned', { cases: cases.join(', ') })]
}

/** The part of the ratings that shows whether they are complete. */
export type Awarded = Pick<RatedInspection, 'overall' | 'maximum'> & {
  readonly standards: readonly Pick<RatedStandard, 'standard' | 'awarded' | 'unratedReason'>[]
}

/**
 * Returns every standard that is neither rated nor declared unrated, and the overall rating if it is not awarded. If
 * the edition has no bands for the maximum, there is none to award.
 */
export function ratingsMissing(edition: Edition, rated: Awarded): readonly Problem[] {
  const unrated = allStandards(edition)
    .filter(({ id }) => !isSettled(rated.standards.find(({ standard }) => standard === id)))
    .map(({ id, title }) => problem('programme.standard-unrated', { standard: `${id} ${title}` }))
  const hasBands = edition.rules.overall.some(({ maximum }) => maximum === rated.maximum)
  const overall = rated.overall === null && (hasBands || unrated.length > 0)
  return [...unrated, ...(overall ? [problem('programme.overall-missing', {})] : [])]
}

function isSettled(standard: Awarded['standards'][number] | undefined): boolean {
  return standard !== undefined && (standard.awarded !== null || standard.unratedReason !== null)
}

/** Returns every rated standard without findings. `written` are the standards that have some. */
export function findingsMissing(
  edition: Edition,
  { standards }: Awarded,
  written: ReadonlySet<string>,
): readonly Problem[] {
  return allStandards(edition)
    .filter(({ id }) => standards.some((each) => each.standard === id && each.awarded !== null))
    .filter(({ id }) => !written.has(id))
    .map(({ id, title }) => problem('programme.findings-missing', { standard: `${id} ${title}` }))
}
