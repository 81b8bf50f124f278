/** Whether an inspection can be published now: what is missing, who proposed it, and who may publish it. */
import { stageTitles } from '../../../core/kernel/stages.ts'
import { type Mover, nextStage, publicationProblems } from '../../../core/programme/course.ts'
import { missingBefore } from '../../../core/programme/readiness.ts'
import type { LoadedStanding } from '../loadStanding.ts'
import { missingLines } from '../missing.view.ts'
import { publicationPath } from '../paths.ts'
import { proposedWords } from '../stage-page/stagePage.view.ts'

/** As `mover` sees it; `others` may publish it too. */
export function publicationPage(
  standing: LoadedStanding,
  { mover, others }: { readonly mover: Mover; readonly others: readonly string[] },
) {
  const { inspection, course, readiness } = standing
  const lacking = missingBefore('published', readiness, course.unsigned).problems
  const open = publicationProblems(standing, mover)
  const isOwn = open.some(({ code }) => code === 'programme.second-person')
  const missing = [...lacking, ...open.filter(({ code }) => code !== 'programme.second-person')]
  const isNext = nextStage(course.stage) === 'published'
  return {
    inspectionId: inspection.id,
    serviceName: inspection.serviceName,
    action: publicationPath(inspection.id),
    stage: course.stage,
    stageTitle: stageTitles[course.stage],
    isPublished: course.stage === 'published' || course.stage === 'after',
    isNext,
    missing: missingLines(inspection.id, missing),
    proposed: proposedWords(course.proposal),
    barred: isOwn ? barredWords(others) : null,
    mayPublish: isNext && missing.length === 0 && !isOwn,
  }
}

function barredWords(others: readonly string[]): string {
  const who = others.length === 0 ? 'Nobody else can yet.' : `It can be published by ${others.join(', ')}.`
  return `Publication needs a second person: you proposed it. ${who}`
}
