import { catalogue } from '../../../../core/kernel/catalogue.ts'
import { done, type Result } from '../../../../core/kernel/result.ts'
import type { Reply, Route } from '../../../../platform/http/route.ts'
import type { Shell } from '../../../../platform/shell.ts'
import type { Editions } from '../../../framework/editions.ts'
import { inspectionPath } from '../../../layout/inspectionPath.ts'
import { sentenceOf } from '../../../people/accounts/people-page/doneWords.ts'
import { findEditionOf, findKnownInspection } from '../editionOfInspection.ts'
import { listFindings } from '../findings.queries.ts'
import { findingsForms } from './findingsPage.form.ts'
import { type FindingsView, findingsView, type RefusedForm } from './findingsPage.view.ts'
import { saveStandardFindings } from './saveStandardFindings.ts'

const path = '/inspections/:inspection/findings'
const successes = { saved: 'The findings are saved.' }

export function findingsPage(editions: Editions): Route {
  return {
    method: 'GET',
    path,
    permission: 'findings.write',
    audit: 'reads',
    handle: ({ params: { inspection = '' }, query: { done: name } }, shell) =>
      shown(shell, editions, inspection, { refused: [], success: sentenceOf(successes, name) }),
  }
}

/**
 * Saves the findings of the standard whose button was used, and of every other that was typed in; or shows the page
 * again with what was typed and what is stored.
 */
export function saveFindingsPage(editions: Editions): Route {
  return {
    method: 'POST',
    path,
    permission: 'findings.write',
    audit: 'inspection.save-findings',
    repeats: true,
    handle: async ({ params, body }, shell) => {
      const { inspection = '' } = params
      const refused: RefusedForm[] = []
      for (const form of findingsForms(body)) {
        const saved = await saveStandardFindings(shell, editions, inspection, form)
        if (!saved.ok) refused.push({ form, problems: saved.problems })
      }
      if (refused.length > 0) return shown(shell, editions, inspection, { refused, success: null })
      const { standard = '' } = body
      return {
        kind: 'redirect',
        to: `${inspectionPath(inspection)}/findings?done=saved#standard-${standard}`,
      }
    },
  }
}

async function shown(
  shell: Shell,
  editions: Editions,
  inspection: string,
  { refused, success }: { readonly refused: readonly RefusedForm[]; readonly success: string | null },
): Promise<Reply> {
  const view = await loadView(shell, editions, inspection, refused)
  if (!view.ok) return { kind: 'refused', problems: view.problems }
  const unknown = refused.find(({ problems }) => problems[0]?.code === 'findings.standard-not-found')
  if (unknown !== undefined) return { kind: 'refused', problems: unknown.problems }
  const problems = refused.flatMap((form) => form.problems)
  const [first] = problems
  const status = first === undefined ? 200 : catalogue[first.code].status
  const model = { ...view.value, success }
  return { kind: 'page', template: 'report/findings/findings-page/findingsPage.njk', model, status, problems }
}

async function loadView(
  shell: Shell,
  editions: Editions,
  id: string,
  refused: readonly RefusedForm[],
): Promise<Result<FindingsView>> {
  const inspection = await findKnownInspection(shell.database, id)
  if (!inspection.ok) return inspection
  const edition = await findEditionOf(shell.database, editions, id)
  if (!edition.ok) return edition
  const stored = await listFindings(shell.database, inspection.value.id)
  return done(findingsView(inspection.value, edition.value, stored, refused))
}
