import type { Problem } from '../../../../core/kernel/problem.ts'
import { done, type Result, refuse, unlessProblems } from '../../../../core/kernel/result.ts'
import type { Route } from '../../../../platform/http/route.ts'
import type { Shell } from '../../../../platform/shell.ts'
import type { Editions } from '../../../framework/editions.ts'
import { findWithEdition } from '../../../framework/inspectionEdition.ts'
import { redirectSaying } from '../../../layout/form/doneSentences.ts'
import { placedAt } from '../../../layout/form/formErrors.ts'
import { type FormPage, type FormValues, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { standardFindingsPath } from '../../paths.ts'
import { listFindings } from '../findings.queries.ts'
import { findingsForms } from './findingsPage.form.ts'
import { fieldId, findingsView } from './findingsPage.view.ts'
import { saveStandardFindings } from './saveStandardFindings.ts'

const path = '/inspections/:inspection/findings'
const permission = 'findings.write'

const findingsDone = { saved: 'Findings saved.' }

/** Returns the routes of the page on which the findings of every standard of an inspection are written. */
export function findingsRoutes(editions: Editions): readonly Route[] {
  const page = findingsPage(editions)
  const save = sendForm(page, {
    act: ({ params: { inspection = '' }, body }, shell) => saveFindings(shell, editions, inspection, body),
    next: (_, { params: { inspection = '' }, body: { standard = '' } }) =>
      redirectSaying(findingsDone, 'saved', standardFindingsPath(inspection, standard)),
  })
  return [
    { method: 'GET', path, permission, audit: 'reads', handle: showForm(page) },
    {
      method: 'POST',
      path,
      permission,
      audit: 'inspection.save-findings',
      repeats: true,
      handle: save,
    },
  ]
}

/**
 * Saves the findings of the standard whose button was used, and of every other whose text was changed. Refuses with the
 * problems of those that cannot be saved, each at its field; the others are saved.
 */
async function saveFindings(
  shell: Shell,
  editions: Editions,
  inspection: string,
  values: FormValues,
): Promise<Result<null>> {
  const problems: Problem[] = []
  for (const form of findingsForms(values)) {
    const saved = await saveStandardFindings(shell, editions, inspection, form)
    const placed = placedAt(saved, (field) => fieldId(field, form.standard))
    if (!placed.ok) problems.push(...placed.problems)
  }
  return unlessProblems(problems, () => null)
}

function findingsPage(editions: Editions): FormPage {
  return {
    template: 'report/findings/findings-page/findingsPage.njk',
    done: findingsDone,
    view: async ({ params: { inspection: id = '' } }, { database }, sent) => {
      const context = await findWithEdition(database, editions, id)
      if (!context.ok) return context
      const { inspection, edition } = context.value
      const unknown = sent?.problems.find(({ code }) => code === 'findings.standard-not-found')
      if (unknown !== undefined) return refuse(unknown)
      const stored = await listFindings(database, inspection.id)
      return done(findingsView(inspection, edition, stored, sent))
    },
  }
}
