/** The stages of an inspection, what the next one asks for, and the way back. */
import { momentText } from '../../../core/kernel/londonTime.ts'
import { type Stage, stages, stageTitles } from '../../../core/kernel/stages.ts'
import { nextStage, type Proposal, previousStage } from '../../../core/programme/course.ts'
import { missingBefore } from '../../../core/programme/readiness.ts'
import type { SentForm } from '../../layout/form/formPage.ts'
import type { LoadedStanding } from '../loadStanding.ts'
import { missingLines } from '../missing.view.ts'
import { publicationPath, stagePath } from '../paths.ts'

type Way = {
  readonly to: Stage
  readonly title: string
  readonly reason: string
  readonly reasonId: string
}

/** As it is for someone who may move it. `publishers` may publish it; `sent` is a move or a proposal that was refused. */
export function stagePage(standing: LoadedStanding, publishers: readonly string[], sent: SentForm | null) {
  const { inspection, course } = standing
  const next = nextStage(course.stage)
  const previous = previousStage(course.stage)
  const { stage: sentTo, reason = '' } = sent?.values ?? {}
  const way = (to: Stage): Way => ({
    to,
    title: stageTitles[to],
    reason: sentTo === to ? reason : '',
    reasonId: reasonId(to),
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

/** Returns the id of the reason for going to the stage `to`: the next stage and the one before each have one. */
export function reasonId(to: string): string {
  return `reason-${to}`
}
