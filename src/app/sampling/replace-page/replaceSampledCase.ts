import type { CaseDomain } from '../../../core/framework/standards.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { replacementOf } from '../../../core/sampling/replacement.ts'
import { planSample } from '../../../core/sampling/sample.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { lockCaseLists } from '../../intake/caseLists.queries.ts'
import { problem } from '../problems.ts'
import { type DrawnSample, loadDrawnSample } from '../sampleContext.ts'
import { markReplaced, type Replacement, saveReplacement, saveSampledCases } from '../sampledCases.queries.ts'

export type ReplacementRequest = {
  readonly pseudonym: string
  /** The code of one of the edition's reasons. */
  readonly reason: string
  readonly note: string
}

/**
 * Replaces a sampled case by the reserve that preserves the balance, and returns the replacement. Both cases stay on
 * record. Refuses if the case is not in the sample now, or if no reserve is left.
 */
export function replaceSampledCase(
  shell: Shell,
  editions: Editions,
  id: string,
  { pseudonym, reason, note }: ReplacementRequest,
): Promise<Result<Replacement>> {
  return shell.transact(async (tx) => {
    await lockCaseLists(tx, id)
    const drawn = await loadDrawnSample(tx, editions, id)
    if (!drawn.ok) return drawn
    const leaving = drawn.value.sampled.find((each) => each.pseudonym === pseudonym && !each.isReplaced)
    if (leaving === undefined) return refuse(problem('sampling.case-not-in-sample', { case: pseudonym }))
    const next = nextReserve(drawn.value, pseudonym, leaving.domain)
    if (!next.ok) return next
    const replacement = {
      number: drawn.value.replacements.length + 1,
      replaced: pseudonym,
      replacement: next.value.pseudonym,
      reason,
      note,
      decidedAt: shell.now(),
      decidedBy: shell.actor.name,
    }
    await save(tx, shell, id, { domain: next.value.domain, replacement })
    return done(replacement)
  })
}

async function save(
  tx: Tx,
  shell: Shell,
  id: string,
  { domain, replacement }: { readonly domain: CaseDomain; readonly replacement: Replacement },
): Promise<void> {
  await saveSampledCases(tx, id, 'replacement', [{ domain, caseIds: [replacement.replacement] }])
  await markReplaced(tx, id, replacement.replaced)
  await saveReplacement(tx, id, replacement)
  await recordAudit(tx, shell, {
    action: 'sample.replace',
    inspectionId: id,
    subject: replacement.replaced,
    before: { sampled: replacement.replaced },
    after: { sampled: replacement.replacement },
    reason: `${replacement.reason}: ${replacement.note}`,
  })
}

function nextReserve(
  { draw, list, sampled, reserves }: DrawnSample,
  leaving: string,
  domain: string,
): Result<{ readonly pseudonym: string; readonly domain: CaseDomain }> {
  const { settings } = draw.sample
  const listed = (pseudonyms: readonly string[]) =>
    pseudonyms.flatMap((pseudonym) => list.byPseudonym.get(pseudonym)?.caseId ?? [])
  const exclusions = settings.exclusions.flatMap((exclusion) => {
    const [caseId] = listed([exclusion.caseId])
    return caseId === undefined ? [] : [{ ...exclusion, caseId }]
  })
  const plan = planSample(list.cases, { ...settings, exclusions })
  if (!plan.ok) return plan
  const staying = sampled.filter(
    (each) => each.domain === domain && !each.isReplaced && each.pseudonym !== leaving,
  )
  const next = replacementOf(
    {
      eligible: plan.value.eligibility.eligible.filter((each) => each.domain === domain),
      staying: listed(staying.map(({ pseudonym }) => pseudonym)),
      reserves: listed(reserves.filter((each) => each.domain === domain).map(({ pseudonym }) => pseudonym)),
    },
    settings.rules.balancedBy,
  )
  const reserve = list.cases.find(({ caseId }) => caseId === next)
  if (next === undefined || reserve === undefined) {
    return refuse(problem('sampling.no-reserve-left', { case: leaving }))
  }
  return done({ pseudonym: reserve.pseudonym, domain: reserve.domain })
}
