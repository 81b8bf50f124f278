import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { renameTopUp, type TopUp, topUpSample } from '../../../core/sampling/topUp.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { listVersions, loadCases, loadPseudonyms, lockCaseLists } from '../../intake/caseLists.queries.ts'
import { problem } from '../problems.ts'
import { caseNames, type DrawnSample, loadDrawnSample, settingsByReference } from '../sampleContext.ts'
import { saveReserves, saveTopUp } from '../sampleDraw.queries.ts'
import { saveSampledCases } from '../sampledCases.queries.ts'

/** What the latest version of the list adds, under pseudonyms. */
export type ProposedTopUp = { readonly version: number; readonly topUp: TopUp }

/** Returns what the latest version of the list would add. Refuses if the sample already takes that version into account. */
export async function proposeTopUp(
  connection: Connection,
  drawn: DrawnSample,
): Promise<Result<ProposedTopUp>> {
  const id = drawn.inspection.id
  const [latest] = await listVersions(connection, id)
  if (latest === undefined || latest.version <= drawn.list.version) {
    return refuse(problem('sampling.no-newer-version', { version: drawn.list.version }))
  }
  const names = caseNames(await loadPseudonyms(connection, id))
  const cases = await loadCases(connection, id, latest.version)
  const settings = settingsByReference(drawn.draw.sample, names)
  const sampled = drawn.sampled.map((each) => ({ ...each, caseId: names.reference(each.pseudonym) }))
  const present = sampled.filter(({ isReplaced }) => !isReplaced)
  const replaced = new Set(sampled.filter(({ isReplaced }) => isReplaced).map(({ caseId }) => caseId))
  const { seed, method } = drawn.draw.sample
  const topUp = topUpSample(cases, { settings, seed, method }, present, replaced)
  if (!topUp.ok) return topUp
  return done({ version: latest.version, topUp: renameTopUp(topUp.value, names.pseudonym) })
}

/**
 * Adds what the latest version of the list adds, and returns it; nothing that is being inspected is drawn again. Refuses
 * if the sample already takes that version into account.
 */
export function topUpStoredSample(
  shell: Shell,
  editions: Editions,
  id: string,
  reason: string,
): Promise<Result<ProposedTopUp>> {
  return shell.transact(async (tx) => {
    await lockCaseLists(tx, id)
    const drawn = await loadDrawnSample(tx, editions, id)
    if (!drawn.ok) return drawn
    const proposed = await proposeTopUp(tx, drawn.value)
    if (!proposed.ok) return proposed
    const { version, topUp } = proposed.value
    const number = drawn.value.topUps.length + 1
    const { listHash, sizes, added } = topUp
    const [madeAt, madeBy] = [shell.now(), shell.actor.name]
    await saveTopUp(tx, id, { number, version, listHash, plan: sizes, reason, madeAt, madeBy })
    await saveSampledCases(tx, id, 'top-up', added)
    await saveReserves(tx, id, number, topUp.reserves)
    await recordAudit(tx, shell, {
      action: 'sample.top-up',
      inspectionId: id,
      subject: `version ${version}`,
      before: { version: drawn.value.list.version },
      after: { version, added, lost: topUp.lost },
      reason,
    })
    return proposed
  })
}
