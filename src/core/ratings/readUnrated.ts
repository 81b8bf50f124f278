/** Standards and domains that an input declares unrated. */
import type { Standard } from '../framework/standards.ts'
import type { Place } from '../kernel/problem.ts'
import { type FiguresDraft, isJudged, readStandard, reasonIn } from './figuresDraft.ts'
import { problem } from './problems.ts'
import { partOf, type UnratedInput } from './resultsInput.ts'

/**
 * Reads a declaration into the draft, after the judgements, which it must not contradict. A domain means each of its
 * standards.
 */
export function readUnrated(draft: FiguresDraft, input: UnratedInput): void {
  const standards = declaredStandards(draft, input)
  const reason = reasonIn(input.reason)
  if (reason === null) {
    const subject = input.standard === null ? `Domain ${input.domain ?? ''}` : `Standard ${input.standard}`
    const place = partOf(input.place, 'reason')
    draft.problems.push(problem('ratings.unrated-without-reason', { subject }, place))
  }
  for (const standard of standards) declareUnrated(draft, standard, reason ?? '', input.place)
}

function declaredStandards(draft: FiguresDraft, input: UnratedInput): readonly Standard[] {
  if ((input.standard === null) === (input.domain === null)) {
    draft.problems.push(problem('ratings.unrated-subject', {}, input.place))
    return []
  }
  if (input.standard !== null) {
    return [readStandard(draft, input.standard, partOf(input.place, 'standard'))].flatMap(
      (match) => match ?? [],
    )
  }
  return standardsOfDomain(draft, input.domain ?? '', partOf(input.place, 'domain'))
}

/** A domain is named by its number or by the cases it inspects. */
function standardsOfDomain(draft: FiguresDraft, domain: string, place: Place): readonly Standard[] {
  const { id: edition, domains } = draft.edition
  const match = domains.find(({ id, cases }) => id === domain || cases === domain)
  if (match !== undefined) return match.standards
  const known = domains.map(({ id }) => id).join(', ')
  draft.problems.push(problem('ratings.domain-not-found', { edition, domain, known }, place))
  return []
}

function declareUnrated(draft: FiguresDraft, { id }: Standard, reason: string, place: Place): void {
  const { id: edition, rules } = draft.edition
  const allowed = rules.mayBeUnrated.flatMap(({ standards }) => standards)
  if (allowed.length > 0 && !allowed.includes(id)) {
    const known = allowed.join(', ')
    draft.problems.push(problem('ratings.unrated-not-allowed', { edition, standard: id, known }, place))
  }
  if (isJudged(draft, id)) draft.problems.push(problem('ratings.judged-and-unrated', { standard: id }, place))
  if (draft.unrated.some(({ standard }) => standard === id)) {
    draft.problems.push(problem('ratings.unrated-twice', { standard: id }, place))
  }
  draft.unrated.push({ standard: id, reason })
}
