import { statusOf } from '../../../platform/http/statusOf.ts'

/** Adding cases from a later version of the list, without redrawing what is being inspected. */

import { countOf } from '../../../core/kernel/countOf.ts'
import type { Problem } from '../../../core/kernel/problem.ts'
import { textProblems } from '../../../core/kernel/textLimits.ts'
import type { Reply, Route } from '../../../platform/http/route.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { formFaults } from '../formFaults.ts'
import { samplePath, topUpPath } from '../paths.ts'
import { inWords } from '../plan-page/planPage.view.ts'
import { problem } from '../problems.ts'
import { toSample } from '../sample-page/samplePage.ts'
import { type DrawnSample, loadDrawnSample } from '../sampleContext.ts'
import { kindTitle } from '../sampleTitles.ts'
import { type ProposedTopUp, proposeTopUp, topUpStoredSample } from './topUpStoredSample.ts'

export function showTopUp(editions: Editions): Route['handle'] {
  return ({ params: { inspection = '' } }, shell) => page(shell, editions, inspection, '', [])
}

export function topUpOf(editions: Editions): Route['handle'] {
  return async ({ params: { inspection = '' }, body }, shell) => {
    const { reason: typed = '' } = body
    const reason = typed.trim()
    const missing = problem('sampling.top-up-reason-missing', {}, { field: 'reason' })
    const problems = textProblems(reason, 'reason', missing)
    if (problems.length > 0) return page(shell, editions, inspection, typed, problems)
    const added = await topUpStoredSample(shell, editions, inspection, reason)
    if (!added.ok) return { kind: 'refused', problems: added.problems }
    return toSample(inspection, 'topped-up')
  }
}

async function page(
  shell: Shell,
  editions: Editions,
  inspection: string,
  typed: string,
  problems: readonly Problem[],
): Promise<Reply> {
  const drawn = await loadDrawnSample(shell.database, editions, inspection)
  if (!drawn.ok) return { kind: 'refused', problems: drawn.problems }
  const proposed = await proposeTopUp(shell.database, drawn.value)
  if (!proposed.ok) return { kind: 'refused', problems: proposed.problems }
  return {
    kind: 'page',
    template: 'sampling/top-up-page/topUpPage.njk',
    model: { ...topUpPage(drawn.value, proposed.value, problems), typed },
    status: statusOf(problems),
    problems,
  }
}

function topUpPage(
  { inspection, edition, sampled }: DrawnSample,
  { version, topUp }: ProposedTopUp,
  problems: readonly Problem[],
) {
  const held = sampled.filter(({ isReplaced }) => !isReplaced)
  return {
    serviceName: inspection.serviceName,
    inspectionHref: inspectionPath(inspection.id),
    sampleHref: samplePath(inspection.id),
    href: topUpPath(inspection.id),
    version,
    kinds: topUp.sizes.map(({ domain, population, size }) => ({
      title: kindTitle(edition, domain),
      eligible: population,
      size,
      held: held.filter((one) => one.domain === domain).length,
      added: topUp.added.find((one) => one.domain === domain)?.caseIds ?? [],
    })),
    lost: topUp.lost.map(({ caseId, reason }) => ({ pseudonym: caseId, reason: inWords(reason) })),
    act: actWords(
      topUp.added.reduce((sum, { caseIds }) => sum + caseIds.length, 0),
      version,
    ),
    faults: formFaults(problems),
  }
}

/** Also a version that adds nothing is taken into account: the reserves follow from it afterwards. */
function actWords(added: number, version: number): string {
  return added === 0 ? `Take version ${version} into account` : `Add ${countOf(added, 'case')}`
}
