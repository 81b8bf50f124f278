/** What is missing before an inspection can move on, from what every area has stored of it. */
import type { Edition } from '../../core/framework/edition.ts'
import { countOf } from '../../core/kernel/countOf.ts'
import type { Problem } from '../../core/kernel/problem.ts'
import { findingsMissing, type Readiness, ratingsMissing } from '../../core/programme/readiness.ts'
import type { Shell } from '../../platform/shell.ts'
import { planOf } from '../fieldwork/begin/beginFieldwork.ts'
import { listKnownCases } from '../fieldwork/begin/knownCases.queries.ts'
import { listCases, listEntriesInConflict } from '../fieldwork/cases-page/caseList.queries.ts'
import { listRolesIn } from '../people/access/rights.queries.ts'
import { rateStoredInspection } from '../ratings/rateStoredInspection.ts'
import { listFindings } from '../report/findings/findings.queries.ts'
import { type AllocationSources, loadAllocation } from '../sampling/allocation/loadAllocation.ts'
import { problem } from './problems.ts'

type Reader = Pick<Shell, 'database'>

/** Returns what is missing of each part of the inspection `id`. */
export async function readReadiness(
  shell: Reader,
  sources: AllocationSources,
  edition: Edition,
  id: string,
): Promise<Readiness> {
  const { database } = shell
  const roles = await listRolesIn(database, id)
  const cases = await listCases(database, id)
  const unsigned = cases.filter(({ progress }) => progress.status !== 'signed')
  return {
    people: roles.some(({ role }) => role === 'lead') ? [] : [problem('programme.lead-missing', {})],
    preparation: await preparationMissing(shell, sources, id),
    unsigned: unsigned.map(({ caseId }) => caseId),
    undecided: await countUndecided(shell, id),
    ...(await judgementsMissing(shell, sources, edition, id)),
  }
}

/** The unresolved conflicts of inspected cases; those of a case that left the sample do not matter. */
async function countUndecided({ database }: Reader, id: string): Promise<number> {
  const inspected = new Set((await listCases(database, id)).map(({ caseId }) => caseId))
  const contested = await listEntriesInConflict(database, id)
  return [...contested].reduce((sum, [caseId, refs]) => sum + (inspected.has(caseId) ? refs.length : 0), 0)
}

/** Cases that were imported with their answers need no sample. */
async function preparationMissing(
  { database }: Reader,
  sources: AllocationSources,
  id: string,
): Promise<readonly Problem[]> {
  const known = await listKnownCases(database, id)
  if (known.some(({ fromList, withdrawn }) => !fromList && !withdrawn)) return []
  const allocation = await loadAllocation(database, sources, id)
  const plan = allocation.ok ? await planOf(database, allocation.value) : allocation
  if (!plan.ok) return plan.problems
  const closed = plan.value.open.length
  return closed === 0 ? [] : [problem('programme.cases-not-open', { cases: countOf(closed, 'sampled case') })]
}

async function judgementsMissing(
  shell: Reader,
  { editions }: AllocationSources,
  edition: Edition,
  id: string,
): Promise<Pick<Readiness, 'ratings' | 'findings'>> {
  const stored = await rateStoredInspection(shell, editions, id)
  if (!stored.ok) return { ratings: stored.problems, findings: [] }
  const { rated } = stored.value
  const findings = await listFindings(shell.database, id)
  const written = findings.filter(
    ({ strengths, areasForImprovement }) => strengths.length + areasForImprovement.length > 0,
  )
  return {
    ratings: ratingsMissing(edition, rated),
    findings: findingsMissing(edition, rated, new Set(written.map(({ standard }) => standard))),
  }
}
