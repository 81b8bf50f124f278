/** From the allocated sample to inspected cases, for the first time or again after a case was replaced, added or reassigned. */

import type { ListedFact } from '../../../core/fieldwork/factsFromList.ts'
import { type FieldworkPlan, type PlannedCase, planFieldwork } from '../../../core/fieldwork/planFieldwork.ts'
import type { Result } from '../../../core/kernel/result.ts'
import { barringFromCase, barringText } from '../../../core/sampling/allocation/conflicts.ts'
import { recordAudit } from '../../../platform/audit.queries.ts'
import { contentHash } from '../../../platform/contentHash.ts'
import type { Connection, Tx } from '../../../platform/database/connection.ts'
import type { Shell } from '../../../platform/shell.ts'
import { noteBegun } from '../../sampling/allocation/allocated-case-page/changeCase.ts'
import { lastBegun } from '../../sampling/allocation/assignments.queries.ts'
import { changeAllocation } from '../../sampling/allocation/changeAllocation.ts'
import type { Allocation, AllocationSources } from '../../sampling/allocation/loadAllocation.ts'
import { findEntry, findProgress, insertVersion, lockCaseToMove } from '../case/case.queries.ts'
import { authorOf, type CaseKey } from '../case/caseKey.ts'
import { columnsOfSampledCase, insertCase } from '../case/inspectedCase.queries.ts'
import { insertStep, listAssigned, replaceAssigned } from '../steps/caseSteps.queries.ts'
import { listKnownCases } from './knownCases.queries.ts'
import { listedFacts } from './listedFacts.ts'

/** Returns what beginning fieldwork would do now. Refuses as `planFieldwork` does. */
export async function planOf(connection: Connection, allocation: Allocation): Promise<Result<FieldworkPlan>> {
  const accounts = new Set(allocation.accounts.map(({ personId }) => personId))
  const assessors = new Map(allocation.assessors.map((assessor) => [assessor.id, assessor]))
  const assigned = new Map(
    allocation.assignments.map(({ pseudonym, assessor }) => [pseudonym, assessors.get(assessor)]),
  )
  const begun = await lastBegun(connection, allocation.inspection.id)
  const sample = allocation.cases.map((sampledCase) => {
    const { pseudonym } = sampledCase
    const assessor = assigned.get(pseudonym)
    const last = begun.get(pseudonym)
    const lastGivenTo = (last && assessors.get(last)?.personId) ?? null
    if (assessor === undefined) return { pseudonym, assessor: null, lastGivenTo }
    const { name, personId } = assessor
    const barring = barringFromCase(
      assessor,
      sampledCase,
      allocation.conflicts,
      allocation.inspectedServiceId,
    )
    const account = personId !== null && accounts.has(personId) ? personId : null
    const barredBecause = barring === null ? null : barringText(barring)
    return { pseudonym, assessor: { name, personId: account, barredBecause }, lastGivenTo }
  })
  return planFieldwork(sample, await listKnownCases(connection, allocation.inspection.id))
}

/**
 * Opens the sampled cases under their pseudonyms for the people they are allocated to, reassigns open cases that were
 * reallocated since, and withdraws those that left the sample, without removing what was written. A case that was
 * reassigned during fieldwork is not changed. Doing it twice does no more than once. Returns what was done. Refuses as
 * `planFieldwork` does.
 */
export function beginFieldwork(
  shell: Shell,
  sources: AllocationSources,
  inspectionId: string,
): Promise<Result<FieldworkPlan>> {
  return changeAllocation(shell, sources, inspectionId, async (tx, allocation) => {
    const plan = await planOf(tx, allocation)
    if (!plan.ok) return plan
    const listed = await listedFacts(tx, sources, allocation)
    for (const planned of plan.value.open)
      await openCase(tx, shell, allocation, { ...planned, listed: listed.get(planned.caseId) ?? [] })
    for (const planned of plan.value.give) await reassignCase(tx, shell, allocation, planned)
    for (const caseId of plan.value.withdraw) await withdrawCase(tx, shell, inspectionId, caseId)
    return plan
  })
}

async function openCase(
  tx: Tx,
  shell: Shell,
  allocation: Allocation,
  { caseId, personId, listed }: PlannedCase & { readonly listed: readonly ListedFact[] },
): Promise<void> {
  const inspectionId = allocation.inspection.id
  const key = { inspectionId, caseId }
  const sampled = allocation.cases.find(({ pseudonym }) => pseudonym === caseId)
  if (sampled === undefined) throw new RangeError(`${caseId} is planned and not in the sample`)
  await insertCase(tx, inspectionId, columnsOfSampledCase(sampled))
  await lockCaseToMove(tx, key)
  const { progress, steps } = await findProgress(tx, key)
  const trace = { author: authorOf(shell), at: shell.now().toISOString() }
  if (progress.status === 'withdrawn') {
    const open = { status: 'open', round: progress.round } as const
    await insertStep(tx, key, { position: steps + 1, step: 'list', progress: open, comment: null, ...trace })
  }
  const facts = await takeOverFacts(tx, key, listed, trace.at)
  await replaceAssigned(tx, key, [personId])
  await noteAssigned(tx, shell, allocation, caseId)
  // Which facts are from the list, and a hash of their values: only people who may read the case read the values.
  const after = {
    caseDomain: sampled.domain,
    personIds: [personId],
    facts: facts.map(({ item }) => item),
    factsHash: contentHash(
      facts.map(({ item, value, detail, author }) => [item, value, detail, author.name]),
    ),
  }
  await recordAudit(tx, shell, {
    action: 'case.open',
    inspectionId,
    subject: caseId,
    before: null,
    after,
    reason: null,
  })
}

/** Stores what the case list and the timetable say of facts that nobody has recorded yet. Returns these. */
async function takeOverFacts(
  tx: Tx,
  key: CaseKey,
  listed: readonly ListedFact[],
  at: string,
): Promise<readonly ListedFact[]> {
  const stored: ListedFact[] = []
  for (const fact of listed) {
    const ref = { kind: 'fact', item: fact.item } as const
    if ((await findEntry(tx, key, ref)) !== undefined) continue
    const { value, detail, author } = fact
    await insertVersion(tx, key, ref, { version: 1, value, detail, author, at })
    stored.push(fact)
  }
  return stored
}

/** Records in the allocation who has the case: from then on no proposal changes that. */
async function noteAssigned(tx: Tx, shell: Shell, allocation: Allocation, caseId: string): Promise<void> {
  const assignment = allocation.assignments.find(({ pseudonym }) => pseudonym === caseId)
  if (assignment !== undefined) await noteBegun(tx, shell, allocation.inspection.id, assignment)
}

async function reassignCase(
  tx: Tx,
  shell: Shell,
  allocation: Allocation,
  planned: PlannedCase,
): Promise<void> {
  const key = { inspectionId: allocation.inspection.id, caseId: planned.caseId }
  await lockCaseToMove(tx, key)
  const before = await listAssigned(tx, key)
  await replaceAssigned(tx, key, [planned.personId])
  await noteAssigned(tx, shell, allocation, planned.caseId)
  await recordAudit(tx, shell, {
    action: 'case.allocate',
    inspectionId: key.inspectionId,
    subject: key.caseId,
    before: { personIds: before },
    after: { personIds: [planned.personId] },
    reason: null,
  })
}

async function withdrawCase(tx: Tx, shell: Shell, inspectionId: string, caseId: string): Promise<void> {
  const key = { inspectionId, caseId }
  await lockCaseToMove(tx, key)
  const { progress, steps } = await findProgress(tx, key)
  await insertStep(tx, key, {
    position: steps + 1,
    step: 'withdraw',
    progress: { status: 'withdrawn', round: progress.round },
    comment: null,
    author: authorOf(shell),
    at: shell.now().toISOString(),
  })
  await recordAudit(tx, shell, {
    action: 'case.withdraw',
    inspectionId,
    subject: caseId,
    before: progress,
    after: { status: 'withdrawn' },
    reason: 'It is no longer in the sample.',
  })
}
