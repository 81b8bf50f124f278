/** The stages of an inspection, what the next one asks for, and the way back. */
import { momentText } from '../../../core/kernel/londonTime.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import { type Stage, stages, stageTitles } from '../../../core/kernel/stages.ts'
import { nextStage, type Proposal, previousStage } from '../../../core/programme/course.ts'
import { missingBefore } from '../../../core/programme/readiness.ts'
import { formErrors } from '../../people/formErrors.ts'
import type { LoadedStanding } from '../loadStanding.ts'
import { missingLines } from '../missing.view.ts'
import { publicationPath, stagePath } from '../paths.ts'

/** What was sent and refused. */
export type RefusedMove = {
  readonly to: string
  readonly reason: string
  readonly problems: readonly Problem[]
}

type Way = { readonly to: Stage; readonly title: string; readonly reason: string }

export function stagePage(
  standing: LoadedStanding,
  publishers: readonly string[],
  refused: RefusedMove | null,
) {
  const { inspection, course } = standing
  const next = nextStage(course.stage)
  const previous = previousStage(course.stage)
  const way = (to: Stage): Way => ({
    to,
    title: stageTitles[to],
    reason: refused?.to === to ? refused.reason : '',
  })
  return {
    inspectionId: inspection.id,
    serviceName: inspection.serviceName,
    action: stagePath(inspection.id),
    stage: course.stage,
    stageTitle: stageTitles[course.stage],
    stages: stages.map((stage) => ({ title: stageTitles[stage], isNow: stage === course.stage })),
    next: next === null ? null : { ...way(next), ...asked(standing, next) },
    publication: next === 'published' ? publication(inspection.id, course.proposal, publishers) : null,
    previous: previous === null ? null : way(previous),
    errors: formErrors(refused === null ? [] : refused.problems.map((each) => atField(each, refused.to))),
  }
}

function asked({ inspection, course, readiness }: LoadedStanding, to: Stage) {
  const { problems, explainable } = missingBefore(to, readiness, course.unsigned)
  return {
    missing: missingLines(inspection.id, problems),
    unsigned: explainable.length === 0 ? null : unsignedWords(explainable),
  }
}

function unsignedWords(cases: readonly string[]): string {
  const count = cases.length === 1 ? '1 case is' : `${cases.length} cases are`
  return `${count} not signed: ${cases.join(', ')}.`
}

function publication(inspection: string, proposal: Proposal | null, publishers: readonly string[]) {
  return {
    href: publicationPath(inspection),
    proposed: proposedWords(proposal),
    who: publishers.length === 0 ? null : `It can be published by ${publishers.join(', ')}.`,
  }
}

/** Who proposed the publication and when; null where nobody has. */
export function proposedWords(proposal: Proposal | null): string | null {
  if (proposal === null) return null
  return `${proposal.by.name} proposed the publication on ${momentText(new Date(proposal.at))}.`
}

/** The problem with the id that its field has on the page: the next stage and the one before each have a reason. */
function atField(each: Problem, to: string): Problem {
  const { field } = each.place
  if (field === undefined) return each
  return { ...each, place: { field: field === 'reason' ? `reason-${to}` : 'main-content' } }
}
