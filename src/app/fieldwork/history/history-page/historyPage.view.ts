import { momentText } from '../../../../core/kernel/londonTime.ts'
import { caseFrame } from '../../case/caseFrame.view.ts'
import type { CaseKey } from '../../case/caseKey.ts'
import type { LoadedCase } from '../../case/loadCase.ts'
import { entryTitle, valueText } from '../../entries/entryField.view.ts'
import { historyLinePath } from '../../paths.ts'
import type { TakenStep } from '../../steps/caseSteps.queries.ts'
import { textOfTakenStep } from '../../steps/stepText.ts'
import type { HistoryLine } from '../caseHistory.queries.ts'

/** Returns what was written about a case, and the steps that it took, in the order of `lines` and `steps`. */
export function historyPage(loaded: LoadedCase, lines: readonly HistoryLine[], steps: readonly TakenStep[]) {
  return {
    ...caseFrame(loaded),
    lines: lines.map((line) => lineView(loaded, line)),
    steps: steps.map(({ step, author, at, comment }) => ({
      step: textOfTakenStep(step).past,
      by: author.name,
      at: momentText(new Date(at)),
      comment: comment ?? '',
    })),
  }
}

/** Returns one value of the history. */
export function historyLinePage(loaded: LoadedCase, line: HistoryLine) {
  return { ...caseFrame(loaded), line: lineView(loaded, line) }
}

function lineView(
  { edition, inspected }: { edition: LoadedCase['edition']; inspected: CaseKey },
  line: HistoryLine,
) {
  return {
    title: entryTitle(edition, line),
    text: valueText(edition, line.value),
    detail: line.detail ?? '',
    wholeHref: line.isCut ? historyLinePath(inspected, line.id) : null,
    by: line.by,
    at: momentText(new Date(line.at)),
    status: statusText(line),
  }
}

function statusText({ version, decided }: HistoryLine): string {
  if (version !== null) return `Version ${version}`
  if (decided === null) return 'Conflict, not resolved yet'
  const { by, at, reason } = decided
  const resolved = `Conflict, resolved by ${by} on ${momentText(new Date(at))}`
  return reason === null ? resolved : `${resolved}: ${reason}`
}
