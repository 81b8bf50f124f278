/** Handing in, taking back, returning, signing and opening again: the steps of a case. */
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
  type CaseKey,
  findProgress,
  type InspectedCase,
  listEntries,
  listKept,
  lockCaseToMove,
} from '../case/case.queries.ts'
import { contestedOf } from '../case/loadCase.ts'
import { answerOnce, usedKeyOf } from '../entries/answerOnce.ts'
import { findAnswer } from '../entries/writeEntry.queries.ts'
import { authorOf, caseNotFound } from '../entries/writeEntry.ts'
import { problem } from '../problems.ts'
import { insertSignedCase, insertStep, listSteps } from './caseSteps.queries.ts'

const progressSchema = z.object({ status: z.enum(caseStatuses), round: z.int() })

/**
 * Takes one step. Refuses one that does not lead from where the case stands, words that are missing, an incomplete
 * case, and whoever did what its edition wants another person for. Signing keeps the questions as they were asked. With an idempotency key the same request again is
 * answered the same and moves nothing.
 */
export async function takeCaseStep(
  shell: Shell,
  editions: Editions,
  key: CaseKey,
  step: CaseStep,
  comment: string | null,
  idempotencyKey: string | null = null,
): Promise<Result<CaseProgress>> {
  return shell.transact(async (tx) => {
    const held = await lockCaseToMove(tx, key)
    if (held === undefined) return refuse(caseNotFound(key))
    const edition = pinnedEdition(editions, { id: key.inspectionId, editionId: held.editionId })
    if (!edition.ok) return edition
    const words = comment?.trim() ? comment.trim() : null
    const said = [key.caseId, 'step', step, words]
    const used = usedKeyOf(shell, { inspectionId: key.inspectionId, idempotencyKey, said })
    const answered = used && (await findAnswer(tx, used))
    return answerOnce(tx, shell, { used, answered }, progressSchema, () =>
      move(tx, shell, edition.value, held, { step, words }),
    )
  })
}

async function move(
  tx: Tx,
  shell: Shell,
  edition: Edition,
  held: InspectedCase,
  { step, words }: { readonly step: CaseStep; readonly words: string | null },
): Promise<Result<CaseProgress>> {
  const key = { inspectionId: held.inspectionId, caseId: held.caseId }
  const entries = currentEntries(await listEntries(tx, key))
  const contested = contestedOf(await listKept(tx, key))
  const missing = whatIsMissing(edition, held.caseDomain, entries, contested)
  const { progress, steps } = await findProgress(tx, key)
  const decided = takeStep(progress, step, words, missing.length)
  const author = authorOf(shell)
  const barring = barringActs(
    edition,
    step,
    { entries: entries.all, steps: await listSteps(tx, key) },
    author,
  )
  if (barring.length > 0) {
    const second = problem('fieldwork.second-person', { acts: actsText(barring, 'and') })
    return refuse(second, ...(decided.ok ? [] : decided.problems))
  }
  if (!decided.ok) return decided
  const by = { author, at: shell.now().toISOString() }
  await insertStep(tx, key, { position: steps + 1, step, progress: decided.value, comment: words, ...by })
  const change = { inspectionId: key.inspectionId, subject: key.caseId, before: progress, reason: words }
  if (step === 'sign') {
    const signed = signedCase(edition, held.caseDomain, entries)
    await insertSignedCase(tx, key, decided.value.round, signed, by)
    const after = { ...decided.value, contentHash: contentHash(signed) }
    await recordAudit(tx, shell, { ...change, action: 'case.sign', after })
  } else await recordAudit(tx, shell, { ...change, action: `case.${step}`, after: decided.value })
  return done(decided.value)
}
