import { done, type Result } from '../../../core/kernel/result.ts'
import type { Reply, Route } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { findEditionOf, findKnownInspection } from './editionOfInspection.ts'
import { listFindings } from './findings.queries.ts'
import { findingsForm } from './findingsPage.form.ts'
import { type FindingsView, findingsView, type RefusedForm } from './findingsPage.view.ts'
import { saveStandardFindings } from './saveStandardFindings.ts'

const path = '/inspections/:inspection/findings'

export function findingsPage(editions: Editions): Route {
  return {
    method: 'GET',
    path,
    permission: 'findings.write',
    audit: 'reads',
    handle: ({ params: { inspection = '' } }, shell) => shown(shell, editions, inspection, null),
  }
}

/** Saves the findings of one standard, or shows the form again with what was typed and what is stored. */
export function saveFindingsPage(editions: Editions): Route {
  return {
    method: 'POST',
    path,
    permission: 'findings.write',
    audit: 'inspection.save-findings',
    repeats: true,
    handle: async ({ params, body }, shell) => {
      const { inspection = '' } = params
      const form = findingsForm(body)
      const saved = await saveStandardFindings(shell, editions, inspection, form)
      if (!saved.ok) return shown(shell, editions, inspection, { form, problems: saved.problems })
      const to = `/inspections/${encodeURIComponent(inspection)}/findings#standard-${form.standard}`
      return { kind: 'redirect', to }
    },
  }
}

async function shown(
  shell: Shell,
  editions: Editions,
  inspection: string,
  refused: RefusedForm | null,
): Promise<Reply> {
  const view = await loadView(shell, editions, inspection, refused)
  if (!view.ok) return { kind: 'refused', problems: view.problems }
  const [problem] = refused?.problems ?? []
  if (problem !== undefined && problem.code !== 'findings.changed-meanwhile')
    return { kind: 'refused', problems: refused?.problems ?? [] }
  const status = problem === undefined ? 200 : 409
  return { kind: 'page', template: 'report/findings/findingsPage.njk', model: view.value, status }
}

async function loadView(
  shell: Shell,
  editions: Editions,
  id: string,
  refused: RefusedForm | null,
): Promise<Result<FindingsView>> {
  const inspection = await findKnownInspection(shell.database, id)
  if (!inspection.ok) return inspection
  const edition = await findEditionOf(shell.database, editions, id)
  if (!edition.ok) return edition
  const stored = await listFindings(shell.database, inspection.value.id)
  return done(findingsView(inspection.value, edition.value, stored, refused))
}
