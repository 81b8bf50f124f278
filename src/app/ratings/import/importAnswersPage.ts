import { done } from '../../../core/kernel/result.ts'
import type { Editions } from '../../framework/editions.ts'
import type { FormAction, FormPage } from '../../layout/form/formPage.ts'
import { listServiceNames } from '../../people/access/rights.queries.ts'
import { importAnswersForm } from './importAnswers.form.ts'
import { importAnswers } from './importAnswers.ts'
import { importProblems } from './importPage.view.ts'
import { afterImport } from './importResultsPage.ts'
import type { SavedInspection } from './saveImport.ts'

/** Returns the page on which answers are imported. */
export function importAnswersPage(editions: Editions): FormPage {
  return {
    template: 'ratings/import/importAnswersPage.njk',
    view: async (_, { database }, sent) =>
      done({
        ...importProblems(sent?.problems ?? []),
        editions: [...editions.values()].map(({ id, title }) => ({ id, title })),
        services: await listServiceNames(database),
      }),
  }
}

/** Returns what the form does: import the answers of an inspection and lead to it. */
export function sendAnswers(editions: Editions): FormAction<readonly SavedInspection[]> {
  return {
    act: async (request, shell) => {
      const form = importAnswersForm(request)
      return form.ok ? importAnswers(shell, editions, form.value) : form
    },
    next: afterImport,
  }
}
