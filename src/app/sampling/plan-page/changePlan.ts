/** What is decided before the draw: each decision in one audited transaction, none after the draw. */
import { compareReferences } from '../../../core/kernel/reference.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { planSample } from '../../../core/sampling/sample.ts'
import type { SizeOverride } from '../../../core/sampling/sampleSize.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { lockCaseLists } from '../../intake/caseLists.queries.ts'
import { problem } from '../problems.ts'
import { type PreparedSample, plannedSettings, prepareSample } from '../sampleContext.ts'
import { findDraw } from '../sampleDraw.queries.ts'
import { type PlannedDraw, saveExclusion, saveOverride, savePlan } from '../samplePlan.queries.ts'

/** Returns what `change` returns for the prepared sample. Refuses if the sample is drawn. One change or draw at a time. */
export async function beforeDraw<Value>(
  tx: Tx,
  editions: Editions,
  id: string,
  change: (prepared: PreparedSample) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  await lockCaseLists(tx, id)
  const prepared = await prepareSample(tx, editions, id)
  if (!prepared.ok) return prepared
  if ((await findDraw(tx, id)) !== undefined) return refuse(problem('sampling.drawn-already', {}))
  return change(prepared.value)
}

/** Sets the start of fieldwork and the seed. Refuses if the sample is drawn. */
export function setPlan(
  shell: Shell,
  editions: Editions,
  id: string,
  plan: Pick<PlannedDraw, 'fieldwork' | 'seed' | 'seedAgreed'>,
): Promise<Result<null>> {
  return shell.transact((tx) =>
    beforeDraw(tx, editions, id, async (prepared) => {
      await savePlan(tx, id, { ...plan, setAt: shell.now(), setBy: shell.actor.name })
      await recordAudit(tx, shell, {
        action: 'sample.plan',
        inspectionId: id,
        subject: 'plan',
        before: prepared.plan,
        after: plan,
        reason: plan.seedAgreed,
      })
      return done(null)
    }),
  )
}

/**
 * Sets the size of one kind of cases by hand; if `override` is null, the rule of the edition applies again. Refuses if
 * the sample is drawn, or if no sample of that size could be drawn.
 */
export function setSize(
  shell: Shell,
  editions: Editions,
  id: string,
  { domain, override }: { readonly domain: string; readonly override: SizeOverride | null },
): Promise<Result<null>> {
  return shell.transact((tx) =>
    beforeDraw(tx, editions, id, async (prepared) => {
      const others = prepared.overrides.filter((each) => each.domain !== domain)
      const overrides = override === null ? others : [...others, override]
      const planned = planWith({ ...prepared, overrides })
      if (!planned.ok && override !== null) return planned
      await saveOverride(tx, id, domain, override)
      await recordAudit(tx, shell, {
        action: 'sample.set-size',
        inspectionId: id,
        subject: domain,
        before: prepared.overrides.find((each) => each.domain === domain) ?? null,
        after: override,
        reason: override?.reason ?? null,
      })
      return done(null)
    }),
  )
}

export type ExclusionByReference = { readonly caseId: string; readonly reason: string; readonly by: string }

/**
 * Leaves a case of the list out of the draw; it is named by its reference or by its pseudonym. Refuses if the sample is
 * drawn, if the list has no such case, or if the reason or the name is missing.
 */
export function excludeCase(
  shell: Shell,
  editions: Editions,
  id: string,
  { caseId, reason, by }: ExclusionByReference,
): Promise<Result<null>> {
  return shell.transact((tx) =>
    beforeDraw(tx, editions, id, async (prepared) => {
      const listed = prepared.list?.cases.find(
        (each) => compareReferences(each.caseId, caseId) === 'same' || each.pseudonym === caseId.trim(),
      )
      if (listed === undefined) {
        return refuse(problem('sampling.excluded-case-unknown', { case: caseId }, { field: 'excludedCase' }))
      }
      const exclusion = { caseId: listed.pseudonym, reason, by }
      const others = prepared.exclusions.filter((each) => each.caseId !== exclusion.caseId)
      const planned = planWith({ ...prepared, exclusions: [...others, exclusion] })
      if (!planned.ok) return planned
      await saveExclusion(tx, id, exclusion.caseId, exclusion)
      await recordAudit(tx, shell, {
        action: 'sample.exclude',
        inspectionId: id,
        subject: exclusion.caseId,
        before: null,
        after: exclusion,
        reason,
      })
      return done(null)
    }),
  )
}

/** Includes a case again that was left out by hand. Refuses if the sample is drawn. */
export function includeCase(
  shell: Shell,
  editions: Editions,
  id: string,
  pseudonym: string,
): Promise<Result<null>> {
  return shell.transact((tx) =>
    beforeDraw(tx, editions, id, async ({ exclusions }) => {
      const before = exclusions.find(({ caseId }) => caseId === pseudonym)
      if (before === undefined) return done(null)
      await saveExclusion(tx, id, pseudonym, null)
      await recordAudit(tx, shell, {
        action: 'sample.exclude',
        inspectionId: id,
        subject: pseudonym,
        before,
        after: null,
        reason: null,
      })
      return done(null)
    }),
  )
}

/** Returns the plan with these decisions. Refuses if no sample could be drawn by it. */
function planWith(prepared: PreparedSample): Result<unknown> {
  const { list, plan } = prepared
  if (list === null) return refuse(problem('sampling.no-case-list', {}))
  if (plan === null) return refuse(problem('sampling.no-plan', {}))
  return planSample(list.cases, plannedSettings(prepared, list, plan))
}
