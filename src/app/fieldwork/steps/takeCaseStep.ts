/** The steps of a case: handing in, taking back, checking, returning, signing and reopening. */

import { z } from 'zod'
import {
  type CaseProgress,
  type CaseStep,
  caseStatuses,
  takeStep,
} from '../../../core/fieldwork/caseProgress.ts'
import { currentEntries } from '../../../core/fieldwork/currentEntries.ts'
import { barringActs } from '../../../core/fieldwork/secondPerson.ts'
import { signedCase } from '../../../core/fieldwork/signedCase.ts'
import { whatIsMissing } from '../../../core/fieldwork/whatIsMissing.ts'
import type { Edition } from '../../../core/framework/edition.ts'
import { actsText } from '../../../core/framework/rules/secondPersonRules.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import { contentHash } from '../../../platform/contentHash.ts'
import type { Tx } from '../../../platform/database/connection.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { pinnedEdition } from '../../framework/inspectionEdition.ts'
import {
  findProgress,
  type InspectedCase,
  listConflictingValues,
  listEntries,
  lockCaseToMove,
} from '../case/case.queries.ts'
import { authorOf, type CaseKey, caseNotFound } from '../case/caseKey.ts'
import { entriesInConflict } from '../case/loadCase.ts'
import { replyOnce, requestKeyOf } from '../entries/replyOnce.ts'
import { findReply } from '../entries/writeEntry.queries.ts'
import { problem } from '../problems.ts'
import { insertSignedCase, insertStep, listSteps } from './caseSteps.queries.ts'

const progressSchema = z.object({ status: z.enum(caseStatuses), round: z.int() })

export type StepRequest = {
  readonly key: CaseKey
  readonly step: CaseStep
  readonly comment: string | null
  /** The same key with the same content gets the same reply and takes no step again. */
  readonly idempotencyKey: string | null
}

/**
 * Takes one step. Refuses a step that is not possible now, a missing comment, an incomplete case, and a person who did
 * what the edition wants a second person for. Signing stores the questions as they were asked. Returns how far the case
 * is then.
 */
export async function takeCaseStep(
  shell: Shell,
  editions: Editions,
  { key, step, comment: typed, idempotencyKey }: StepRequest,
): Promise<Result<CaseProgress>> {
  return shell.transact(async (tx) => {
    const locked = await lockCaseToMove(tx, key)
    if (locked === undefined) return refuse(caseNotFound(key))
    const edition = pinnedEdition(editions, { id: key.inspectionId, editionId: locked.editionId })
    if (!edition.ok) return edition
    const comment = typed?.trim() ? typed.trim() : null
    const content = [key.caseId, 'step', step, comment]
    const requestKey = requestKeyOf(shell, { inspectionId: key.inspectionId, idempotencyKey, content })
    const stored = requestKey && (await findReply(tx, requestKey))
    return replyOnce(tx, shell, { key: requestKey, stored, schema: progressSchema }, () =>
      move(tx, shell, { inspected: locked, edition: edition.value, step, comment }),
    )
  })
}

type Move = {
  readonly inspected: InspectedCase
  readonly edition: Edition
  readonly step: CaseStep
  readonly comment: string | null
}

async function move(
  tx: Tx,
  shell: Shell,
  { inspected, edition, step, comment }: Move,
): Promise<Result<CaseProgress>> {
  const key = { inspectionId: inspected.inspectionId, caseId: inspected.caseId }
  const entries = currentEntries(await listEntries(tx, key))
  const contested = entriesInConflict(await listConflictingValues(tx, key))
  const missing = whatIsMissing(edition, inspected.caseDomain, entries, contested)
  const { progress, steps } = await findProgress(tx, key)
  const decided = takeStep(progress, step, comment, missing.length)
  const author = authorOf(shell)
  const trace = { entries: entries.all, steps: await listSteps(tx, key) }
  const barring = barringActs(edition, step, trace, author)
  if (barring.length > 0) {
    const second = problem('fieldwork.second-person', { acts: actsText(barring, 'and') })
    return refuse(second, ...(decided.ok ? [] : decided.problems))
  }
  if (!decided.ok) return decided
  const by = { author, at: shell.now().toISOString() }
  await insertStep(tx, key, { position: steps + 1, step, progress: decided.value, comment, ...by })
  const change = { inspectionId: key.inspectionId, subject: key.caseId, before: progress, reason: comment }
  if (step === 'sign') {
    const content = signedCase(edition, inspected.caseDomain, entries)
    await insertSignedCase(tx, key, { round: decided.value.round, content, ...by })
    const after = { ...decided.value, contentHash: contentHash(content) }
    await recordAudit(tx, shell, { ...change, action: 'case.sign', after })
  } else await recordAudit(tx, shell, { ...change, action: `case.${step}`, after: decided.value })
  return done(decided.value)
}
