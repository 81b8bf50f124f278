/** The stages of an inspection, what the next one asks for, and the way back. */
import { momentText } from '../../../core/kernel/londonTime.ts'
import { type Stage, stages, stageTitles } from '../../../core/kernel/stages.ts'
import { nextStage, type Proposal, previousStage } from '../../../core/programme/course.ts'
import { missingBefore } from '../../../core/programme/readiness.ts'
import type { SentForm } from '../../layout/form/formPage.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import type { LoadedStageFacts } from '../loadStageFacts.ts'
import { missingLines } from '../missing.view.ts'
import { proposePath, publicationPath, stagePath } from '../paths.ts'

type Way = {
  readonly to: Stage
  readonly title: string
  readonly reason: string
  readonly reasonId: string
}

/** Returns the page for someone who can move the inspection. `publishers` can publish it; `sent` is a form that was refused. */
export function stagePage(facts: LoadedStageFacts, publishers: readonly string[], sent: SentForm | null) {
  const { inspection, course } = facts
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
    inspectionHref: inspectionPath(inspection.id),
    proposeAction: proposePath(inspection.id),
    serviceName: inspection.serviceName,
    action: stagePath(inspection.id),
    stage: course.stage,
    stageTitle: stageTitles[course.stage],
    stages: stages.map((stage) => ({ title: stageTitles[stage], isNow: stage === course.stage })),
    next: next === null ? null : { ...way(next), ...asked(facts, next) },
    publication: next === 'published' ? publication(inspection.id, course.proposal, publishers) : null,
    previous: previous === null ? null : way(previous),
  }
}

function asked({ inspection, course, readiness }: LoadedStageFacts, to: Stage) {
  const { problems, explainable } = missingBefore(to, readiness, course.unsigned)
  return {
    missing: missingLines(inspection.id, problems),
    unsigned: explainable.length === 0 ? null : unsignedText(explainable),
  }
}

function unsignedText(cases: readonly string[]): string {
  const names = cases.join(', ')
  return cases.length === 1
    ? `1 case is not signed: ${names}.`
    : `${cases.length} cases are not signed: ${names}.`
}

function publication(inspection: string, proposal: Proposal | null, publishers: readonly string[]) {
  return {
    href: publicationPath(inspection),
    proposed: proposedText(proposal),
    who: publishers.length === 0 ? null : `It can be published by ${publishers.join(', ')}.`,
  }
}

/** Returns who proposed the publication and when; null if nobody has. */
export function proposedText(proposal: Proposal | null): string | null {
  if (proposal === null) return null
  return `${proposal.by.name} proposed the publication on ${momentText(new Date(proposal.at))}.`
}

/** Returns the id of the reason for going to the stage `to`: the next stage and the one before each have one. */
export function reasonId(to: string): string {
  return `reason-${to}`
}
