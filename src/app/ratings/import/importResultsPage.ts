import { done } from '../../../core/kernel/result.ts'
import type { Reply } from '../../../platform/http/route.ts'
import type { Editions } from '../../framework/editions.ts'
import { inspectionDone, inspectionsDone } from '../../inspections/inspectionDone.ts'
import { redirectSaying } from '../../layout/form/doneSentences.ts'
import type { FormAction, FormPage } from '../../layout/form/formPage.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { inspectionsPath } from '../paths.ts'
import { importProblems } from './importPage.view.ts'
import { importResultsForm } from './importResults.form.ts'
import { importResults } from './importResults.ts'
import type { SavedInspection } from './saveImport.ts'

/** The page on which results are imported. */
export const importResultsPage: FormPage = {
  template: 'ratings/import/importResultsPage.njk',
  view: async (_request, _shell, sent) => done(importProblems(sent?.problems ?? [])),
}

/** Returns what the form does: import the results of one or more inspections and lead to them. */
export function sendResults(editions: Editions): FormAction<readonly SavedInspection[]> {
  return {
    act: async (request, shell) => {
      const form = importResultsForm(request)
      return form.ok ? importResults(shell, editions, form.value) : form
    },
    next: afterImport,
  }
}

/** Returns where an import leads: to the inspection, or to the list if there are several. */
export function afterImport(saved: readonly SavedInspection[]): Reply {
  const [first] = saved
  if (first === undefined || saved.length > 1) {
    return redirectSaying(inspectionsDone, 'imported', `${inspectionsPath}?count=${saved.length}`)
  }
  return redirectSaying(inspectionDone, first.replaced ? 'replaced' : 'new', inspectionPath(first.id))
}
