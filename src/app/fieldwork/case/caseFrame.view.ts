import { isOpen, progressTitle } from '../../../core/fieldwork/caseProgress.ts'
import { countWritten } from '../../../core/fieldwork/currentEntries.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import {
  caseApiPath,
  casePath,
  casesPath,
  conflictsPath,
  factsPath,
  historyPath,
  questionsPath,
} from '../paths.ts'
import type { LoadedCase } from './loadCase.ts'

/** Returns what every page of a case shows around its own content, and the addresses of the pages of the case. */
export function caseFrame({ inspected, progress, entries }: LoadedCase) {
  const service = inspected.madeUp ? `${inspected.serviceName} (made up)` : inspected.serviceName
  return {
    inspectionId: inspected.inspectionId,
    inspectionHref: inspectionPath(inspected.inspectionId),
    serviceName: inspected.serviceName,
    madeUp: inspected.madeUp,
    caption: `${service}, case ${inspected.caseId}`,
    caseId: inspected.caseId,
    casesHref: casesPath(inspected.inspectionId),
    caseHref: casePath(inspected),
    factsHref: factsPath(inspected),
    questionsHref: questionsPath(inspected),
    conflictsHref: conflictsPath(inspected),
    historyHref: historyPath(inspected),
    api: caseApiPath(inspected),
    status: progressTitle(progress, countWritten(entries)),
    round: progress.round,
    frozen: !isOpen(progress),
  }
}
