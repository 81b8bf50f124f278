/** `/inspections/:inspection/cases/:case/history`: every value that was ever written, and every step. */
import type { Edition } from '../../core/framework/edition.ts'
import type { Route } from '../../platform/http/route.ts'
import type { Editions } from '../framework/editions.ts'
import { type HistoryLine, listHistory } from './caseHistory.queries.ts'
import { stepDone } from './casePage.view.ts'
import { listSteps } from './caseSteps.queries.ts'
import { wordsOf } from './conflictsPage.view.ts'
import { entryTitle } from './entryField.view.ts'
import { keyOfPage } from './entryPages.ts'
import { loadCase } from './loadCase.ts'
import { caseFrame } from './questionsPage.view.ts'
import { timeWords } from './timeWords.ts'

export function historyPageRoute(editions: Editions): Route {
  return {
    method: 'GET',
    path: '/inspections/:inspection/cases/:case/history',
    permission: 'case.read',
    audit: 'reads',
    handle: async (request, shell) => {
      const key = keyOfPage(request)
      const loaded = await loadCase(shell, editions, key)
      if (!loaded.ok) return { kind: 'refused', problems: loaded.problems }
      const lines = (await listHistory(shell.database, key)).map((line) => viewOf(loaded.value.edition, line))
      const steps = (await listSteps(shell.database, key)).map(({ step, author, at, comment }) => ({
        step: stepDone(step),
        by: author.name,
        at: timeWords(at),
        comment: comment ?? '',
      }))
      const model = { ...caseFrame(loaded.value), lines, steps }
      return { kind: 'page', template: 'fieldwork/historyPage.njk', model }
    },
  }
}

function viewOf(edition: Edition, line: HistoryLine) {
  return {
    title: entryTitle(edition, line),
    words: wordsOf(edition, line.value),
    detail: line.detail ?? '',
    by: line.by,
    at: timeWords(line.at),
    standing: standingOf(line),
  }
}

function standingOf({ version, decided }: HistoryLine): string {
  if (version !== null) return `Version ${version}`
  if (decided === null) return 'Kept, not decided yet'
  const reason = decided.reason === null ? '' : `: ${decided.reason}`
  return `Kept; decided by ${decided.by}, ${timeWords(decided.at)}${reason}`
}
