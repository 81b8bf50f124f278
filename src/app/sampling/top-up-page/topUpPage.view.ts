import { countOf } from '../../../core/kernel/countOf.ts'
import { inspectionPath } from '../../layout/inspectionPath.ts'
import { samplePath, topUpPath } from '../paths.ts'
import { withDates } from '../plan-page/planPage.view.ts'
import type { DrawnSample } from '../sampleContext.ts'
import { kindTitle } from '../sampleTitles.ts'
import type { ProposedTopUp } from './topUpStoredSample.ts'

/** Returns what the page prints. */
export function topUpPage({ inspection, edition, sampled }: DrawnSample, { version, topUp }: ProposedTopUp) {
  const present = sampled.filter(({ isReplaced }) => !isReplaced)
  const added = topUp.added.reduce((sum, { caseIds }) => sum + caseIds.length, 0)
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
      sampled: present.filter((each) => each.domain === domain).length,
      added: topUp.added.find((each) => each.domain === domain)?.caseIds ?? [],
    })),
    lost: topUp.lost.map(({ caseId, reason }) => `${caseId}: ${withDates(reason)}`),
    // A version that adds nothing still changes the reserves.
    button: added === 0 ? `Use version ${version} without adding cases` : `Add ${countOf(added, 'case')}`,
  }
}
