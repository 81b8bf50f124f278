/** Whether an inspection can be published now: what is missing, who proposed it, and who may publish it. */
import { stageTitles } from '../../../core/kernel/stages.ts'
import { type Mover, nextStage, publicationProblems } from '../../../core/programme/course.ts'
import { missingBefore } from '../../../core/programme/readiness.ts'
import { inspectionPagePath, inspectionPath } from '../../layout/inspectionPath.ts'
import type { LoadedStageFacts } from '../loadStageFacts.ts'
import { missingLines } from '../missing.view.ts'
import { publicationPath } from '../paths.ts'
import { proposedText } from '../stage-page/stagePage.view.ts'

/** Returns the page for `mover`; `others` can also publish the inspection. */
export function publicationPage(
  facts: LoadedStageFacts,
  { mover, others }: { readonly mover: Mover; readonly others: readonly string[] },
) {
  const { inspection, course, readiness } = facts
  const notReady = missingBefore('published', readiness, course.unsigned).problems
  const open = publicationProblems(facts, mover)
  const isOwn = open.some(({ code }) => code === 'programme.second-person')
  const missing = [...notReady, ...open.filter(({ code }) => code !== 'programme.second-person')]
  const isNext = nextStage(course.stage) === 'published'
  return {
    inspectionHref: inspectionPath(inspection.id),
    reportHref: inspectionPagePath(inspection.id, 'report'),
    serviceName: inspection.serviceName,
    action: publicationPath(inspection.id),
    stage: course.stage,
    stageTitle: stageTitles[course.stage],
    isPublished: course.stage === 'published' || course.stage === 'after',
    isNext,
    missing: missingLines(inspection.id, missing),
    proposed: proposedText(course.proposal),
    barred: isOwn ? barredText(others) : null,
    mayPublish: isNext && missing.length === 0 && !isOwn,
  }
}

function barredText(others: readonly string[]): string {
  return others.length === 0
    ? 'A second person must publish the inspection, because you proposed it. Nobody else has permission yet.'
    : `A second person must publish the inspection, because you proposed it. It can be published by ${others.join(', ')}.`
}
