import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { renameCases } from '../../../core/sampling/renameCases.ts'
import { drawSample, type Sample } from '../../../core/sampling/sample.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import { contentHash } from '../../../platform/contentHash.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { loadPseudonyms } from '../../intake/caseLists.queries.ts'
import { beforeDraw } from '../plan-page/changePlan.ts'
import { problem } from '../problems.ts'
import { presentMethod } from '../proof-page/presentMethod.ts'
import { caseNames, type PreparedSample, plannedSettings } from '../sampleContext.ts'
import { saveDraw, saveReserves } from '../sampleDraw.queries.ts'
import { saveSampledCases } from '../sampledCases.queries.ts'

/** Returns a text that changes with everything the draw depends on: the list, the settings and the seed. */
export function fingerprintOfPlan({ list, plan, overrides, exclusions }: PreparedSample): string {
  return contentHash({ version: list?.version ?? null, plan, overrides, exclusions })
}

/**
 * Draws the sample of an inspection from the latest version of its list, by what was decided, and stores everything
 * that the draw used. Refuses if the sample is drawn: a person who could draw twice could choose. With `seen`, the
 * fingerprint of the plan that the person saw, it also refuses if the plan has changed since.
 */
export function drawStoredSample(
  shell: Shell,
  editions: Editions,
  id: string,
  seen?: string,
): Promise<Result<Sample>> {
  return shell.transact((tx) =>
    beforeDraw(tx, editions, id, async (prepared) => {
      const { list, plan } = prepared
      if (list === null) return refuse(problem('sampling.no-case-list', {}))
      if (plan === null) return refuse(problem('sampling.no-plan', {}))
      if (seen !== undefined && seen !== fingerprintOfPlan(prepared)) {
        return refuse(problem('sampling.plan-changed-meanwhile', {}))
      }
      const settings = plannedSettings(prepared, list, plan)
      const drawn = drawSample(list.cases, settings, plan.seed, presentMethod)
      if (!drawn.ok) return drawn
      const sample = renameCases(drawn.value, caseNames(await loadPseudonyms(tx, id)).pseudonym)
      const { seedAgreed } = plan
      const { version } = list
      await saveDraw(tx, id, {
        version,
        seedAgreed,
        sample,
        drawnAt: shell.now(),
        drawnBy: shell.actor.name,
      })
      await saveSampledCases(tx, id, 'draw', sample.result.sampled)
      await saveReserves(tx, id, 0, sample.result.reserves)
      await recordAudit(tx, shell, {
        action: 'sample.draw',
        inspectionId: id,
        subject: `version ${version}`,
        before: null,
        after: { ...sample, result: sample.result.sizes },
        reason: seedAgreed,
      })
      return done(drawn.value)
    }),
  )
}
