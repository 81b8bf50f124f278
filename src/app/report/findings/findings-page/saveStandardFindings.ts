import { findStandard } from '../../../../core/framework/findInEdition.ts'
import { momentText } from '../../../../core/kernel/londonTime.ts'
import { done, type Result, refuse } from '../../../../core/kernel/result.ts'
import { lengthProblems } from '../../../../core/kernel/textLimits.ts'
import { recordAudit } from '../../../../platform/audit.queries.ts'
import type { Shell } from '../../../../platform/shell.ts'
import type { Editions } from '../../../framework/editions.ts'
import { findWithEdition } from '../../../framework/inspectionEdition.ts'
import { problem } from '../../problems.ts'
import { listFindings, lockInspection, type StoredFindings, saveFindings } from '../findings.queries.ts'
import { asText, type FindingsForm } from './findingsPage.form.ts'

/**
 * Saves the findings of one standard. Refuses with `findings.changed-meanwhile` if someone saved after the version that
 * the writer saw, so that no text is lost unnoticed.
 */
export async function saveStandardFindings(
  shell: Shell,
  editions: Editions,
  inspectionId: string,
  form: FindingsForm,
): Promise<Result<StoredFindings>> {
  const [first, ...others] = [
    ...lengthProblems(asText(form.strengths), 'note', { field: 'strengths' }),
    ...lengthProblems(asText(form.areasForImprovement), 'note', { field: 'areasForImprovement' }),
  ]
  if (first !== undefined) return refuse(first, ...others)
  return shell.transact(async (tx) => {
    const context = await findWithEdition(tx, editions, inspectionId)
    if (!context.ok) return context
    const { edition } = context.value
    const standard = findStandard(edition, form.standard)
    if (standard === undefined) return refuse(unknownStandard(edition.id, form.standard))
    await lockInspection(tx, inspectionId)
    const stored = (await listFindings(tx, inspectionId)).find(
      (findings) => findings.standard === standard.id,
    )
    if ((stored?.version ?? 0) !== form.version) return refuse(changedMeanwhile(form.standard, stored))
    const after = savedFrom(shell, form)
    await saveFindings(tx, { inspectionId, findings: after, ...after })
    const action = 'inspection.save-findings'
    const change = { before: stored ?? null, after, reason: null }
    await recordAudit(tx, shell, { action, inspectionId, subject: standard.id, ...change })
    return done(after)
  })
}

function savedFrom(shell: Shell, form: FindingsForm): StoredFindings {
  return { ...form, version: form.version + 1, savedAt: shell.now(), savedBy: shell.actor.name }
}

function unknownStandard(edition: string, standard: string) {
  return problem('findings.standard-not-found', { edition, standard })
}

function changedMeanwhile(standard: string, stored: StoredFindings | undefined) {
  const who = stored?.savedBy ?? 'Someone'
  const when = stored === undefined ? 'an unknown date' : momentText(stored.savedAt)
  return problem('findings.changed-meanwhile', { standard, who, when }, { field: 'strengths' })
}
