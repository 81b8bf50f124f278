/** Cases added from a later version of the list, without drawing again what is already being inspected. */
import type { ListedCase } from '../intake/listedCase.ts'
import { done, type Result } from '../kernel/result.ts'
import { caseListHash } from './caseListHash.ts'
import { type DrawMethod, topUpDomain } from './drawnSample.ts'
import type { ExcludedCase } from './eligibility.ts'
import {
  type CasesOfDomain,
  domainSeed,
  drawnCases,
  planSample,
  type SamplePlan,
  type SampleSettings,
} from './sample.ts'

export type DrawnBy = {
  readonly settings: SampleSettings
  readonly seed: string
  readonly method: DrawMethod
}

export type HeldCase = { readonly caseId: string; readonly domain: string }

export type TopUp = {
  readonly listHash: string
  readonly sizes: SamplePlan['sizes']
  /** What is added, by domain. */
  readonly added: readonly CasesOfDomain[]
  /** The reserves from now on, by domain. */
  readonly reserves: readonly CasesOfDomain[]
  /** Cases of the sample that are not eligible by this version; they stay until they are replaced. */
  readonly lost: readonly Pick<ExcludedCase, 'caseId' | 'reason'>[]
}

/**
 * Returns what a later version of the list adds to the cases `held`, so that each kind of cases reaches its size. Cases
 * that are lost are in the sample until they are replaced, so nothing is added for them. `replaced` cases never come
 * back. An exclusion by hand of a case that is no longer in the list is ignored.
 */
export function topUpSample(
  cases: readonly ListedCase[],
  { settings, seed, method }: DrawnBy,
  held: readonly HeldCase[],
  replaced: ReadonlySet<string>,
): Result<TopUp> {
  const listed = new Set(cases.map(({ caseId }) => caseId))
  const exclusions = settings.exclusions.filter(({ caseId }) => listed.has(caseId))
  const plan = planSample(cases, { ...settings, exclusions })
  if (!plan.ok) return plan
  const { eligibility, sizes } = plan.value
  const candidates = eligibility.eligible.filter(({ caseId }) => !replaced.has(caseId))
  const drawn = sizes.map(({ domain, size }) => {
    const own = candidates.filter((candidate) => candidate.domain === domain)
    const { kept, lost } = keptAndLost(
      held.filter((heldCase) => heldCase.domain === domain),
      own,
    )
    const wanted = Math.min(Math.max(size - lost.length, 0), own.length)
    const known = drawnCases(own, settings.rules.balancedBy)
    return { domain, ...topUpDomain(method, known, kept, { size: wanted, seed: domainSeed(seed, domain) }) }
  })
  return done({
    listHash: caseListHash(cases, settings.rules.balancedBy),
    sizes,
    added: drawn.map(({ domain, added }) => ({ domain, caseIds: added })),
    reserves: drawn.map(({ domain, reserves }) => ({ domain, caseIds: reserves })),
    lost: lostCases(held, plan.value, listed),
  })
}

function keptAndLost(held: readonly HeldCase[], eligible: readonly ListedCase[]) {
  const known = new Set(eligible.map(({ caseId }) => caseId))
  const ids = held.map(({ caseId }) => caseId)
  return { kept: ids.filter((id) => known.has(id)), lost: ids.filter((id) => !known.has(id)) }
}

function lostCases(held: readonly HeldCase[], { eligibility }: SamplePlan, listed: ReadonlySet<string>) {
  const excluded = new Map(eligibility.excluded.map(({ caseId, reason }) => [caseId, reason]))
  return held.flatMap(({ caseId }) => {
    const reason = listed.has(caseId) ? excluded.get(caseId) : 'It is no longer in the case list.'
    return reason === undefined ? [] : [{ caseId, reason }]
  })
}

/** Returns the same top-up under other names of the cases. */
export function renameTopUp(topUp: TopUp, nameOf: (caseId: string) => string): TopUp {
  const lists = (all: readonly CasesOfDomain[]) =>
    all.map(({ domain, caseIds }) => ({ domain, caseIds: caseIds.map(nameOf) }))
  return {
    ...topUp,
    added: lists(topUp.added),
    reserves: lists(topUp.reserves),
    lost: topUp.lost.map((lostCase) => ({ ...lostCase, caseId: nameOf(lostCase.caseId) })),
  }
}
