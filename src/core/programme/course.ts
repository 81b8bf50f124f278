/**
 * The course of an inspection: from stage to stage one step at a time, back with a reason, forward if nothing is
 * missing; and to publication by a second person if the edition requires one (domain, section 2).
 */
import type { Edition } from '../framework/edition.ts'
import type { Problem } from '../kernel/problem.ts'
import { done, type Result, refuse, unlessProblems } from '../kernel/result.ts'
import { type Stage, stages, stageTitles } from '../kernel/stages.ts'
import { lengthProblems } from '../kernel/textLimits.ts'
import { problem } from './problems.ts'
import { missingBefore, type Readiness } from './readiness.ts'

/** The account of a person; null for someone without an account, who cannot be a second person. */
export type Mover = { readonly personId: string | null; readonly name: string }

/** That someone considers the report ready for publication, as it was then. */
export type Proposal = {
  readonly by: Mover
  /** ISO instant. */
  readonly at: string
  /** A hash of the report. */
  readonly report: string
}

export type Course = {
  readonly stage: Stage
  /** Null if none was made since the inspection last moved. */
  readonly proposal: Proposal | null
  /** The cases that stay unsigned, for a recorded reason. */
  readonly unsigned: readonly string[]
}

/** What happened to an inspection so far, in the audit log. */
export type CourseEvent =
  | { readonly kind: 'moved'; readonly to: Stage; readonly unsigned: readonly string[] }
  | ({ readonly kind: 'proposed' } & Proposal)

/**
 * Returns where an inspection at `stage` is, after `events` in their order. A proposal is valid until the inspection
 * moves; the reasons for unsigned cases are valid until fieldwork continues.
 */
export function courseOf(stage: Stage, events: readonly CourseEvent[]): Course {
  const last = events.at(-1)
  const moves = events.filter((event) => event.kind === 'moved')
  const since = moves.slice(moves.findLastIndex(({ to }) => isBefore(to, 'ratings')) + 1)
  return {
    stage,
    proposal: last?.kind === 'proposed' ? last : null,
    unsigned: [...new Set(since.flatMap(({ unsigned }) => unsigned))],
  }
}

function isBefore(stage: Stage, other: Stage): boolean {
  return stages.indexOf(stage) < stages.indexOf(other)
}

/** Returns the stage that follows, or null after the last. */
export function nextStage(stage: Stage): Stage | null {
  return stages[stages.indexOf(stage) + 1] ?? null
}

/** Returns the stage before, or null at the first. */
export function previousStage(stage: Stage): Stage | null {
  return stages[stages.indexOf(stage) - 1] ?? null
}

export type Move = {
  readonly to: Stage
  /** For going back, or for the cases that stay unsigned. */
  readonly reason: string | null
  readonly by: Mover
}

/** What a move to another stage depends on. */
export type StageFacts = {
  readonly edition: Pick<Edition, 'secondPersons'>
  readonly course: Course
  readonly readiness: Readiness
  /** The hash of the report as it is now. */
  readonly report: string
}

/**
 * Returns the stage that the move leads to. Refuses a stage that is not the next or the previous one, a move back
 * without a reason, a reason that is too long, and everything that is missing.
 */
export function moveStage(facts: StageFacts, { to, reason, by }: Move): Result<Course> {
  const { course } = facts
  const [tooLong] = lengthProblems(reason, 'reason', { field: 'reason' })
  if (tooLong !== undefined) return refuse(tooLong)
  if (to === previousStage(course.stage)) {
    if (reason === null) return refuse(problem('programme.reason-missing', {}, { field: 'reason' }))
    return done({ stage: to, proposal: null, unsigned: isBefore(to, 'ratings') ? [] : course.unsigned })
  }
  if (to !== nextStage(course.stage)) return refuse(outOfOrder(course.stage, to))
  const { problems, explainable } = missingBefore(to, facts.readiness, course.unsigned)
  const unexplained = reason === null && explainable.length > 0 ? [casesUnsigned(explainable)] : []
  const unproposed = to === 'published' ? publicationProblems(facts, by) : []
  return unlessProblems([...unexplained, ...problems, ...unproposed], () => ({
    stage: to,
    proposal: null,
    unsigned: isBefore(to, 'ratings') ? [] : [...course.unsigned, ...explainable],
  }))
}

function outOfOrder(from: Stage, to: Stage): Problem {
  const possible = [nextStage(from), previousStage(from)].flatMap((stage) =>
    stage === null ? [] : [`“${stageTitles[stage]}”`],
  )
  const details = { from: stageTitles[from], to: stageTitles[to], possible: possible.join(' or ') }
  return problem('programme.stage-out-of-order', details, { field: 'stage' })
}

function casesUnsigned(cases: readonly string[]): Problem {
  return problem('programme.reason-unsigned', { cases: cases.join(', ') }, { field: 'reason' })
}

/** Returns why `by` cannot publish what was proposed; it does not check what is missing from the report. */
export function publicationProblems(
  { edition, course: { proposal }, report }: Omit<StageFacts, 'readiness'>,
  by: Mover,
): readonly Problem[] {
  if (proposal === null) return [problem('programme.not-proposed', {})]
  return [
    ...(isSecondPerson(edition, proposal, by) ? [] : [problem('programme.second-person', {})]),
    ...(proposal.report === report ? [] : [problem('programme.report-changed', {})]),
  ]
}

function isSecondPerson(
  { secondPersons }: Pick<Edition, 'secondPersons'>,
  proposal: Proposal,
  { personId }: Mover,
): boolean {
  const rule = secondPersons.find(({ step }) => step === 'publish')
  if (rule === undefined || !rule.otherThan.includes('propose')) return true
  return personId !== null && proposal.by.personId !== null && personId !== proposal.by.personId
}

/** Returns the proposal to publish the report as it is. Refuses at every other stage, and if anything is missing. */
export function proposePublication(facts: StageFacts, by: Mover, at: string): Result<Proposal> {
  const { course, readiness, report } = facts
  if (nextStage(course.stage) !== 'published') return refuse(outOfOrder(course.stage, 'published'))
  const { problems } = missingBefore('published', readiness, course.unsigned)
  return unlessProblems(problems, () => ({ by, at, report }))
}
