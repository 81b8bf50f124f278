/** Loads the demonstration's inspection that is in fieldwork. */
import { done, type Result } from '../../../core/kernel/result.ts'
import { type Shell, withinTransaction } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { type InspectionId, inspectionIdFor } from '../../inspections/inspection.ts'
import { announceInspection } from '../../intake/announce/announceInspection.ts'
import { listVersions, loadPseudonyms } from '../../intake/caseLists.queries.ts'
import { recordStage } from '../../people/access/recordStage.ts'
import { findServiceName } from '../../people/access/rights.queries.ts'
import { findSampledCases } from '../../sampling/findSampledCases.ts'
import { allocateAndBegin, drawSample, takeCaseList } from './allocateSample.ts'
import { type FieldworkFile, readFieldworkFile } from './fieldworkFile.ts'
import { workOnCase } from './workOnCase.ts'

/** Announces the inspection, unless it was announced before. People can then be given roles in it. */
export async function registerDemonstrationFieldwork(
  shell: Shell,
  editions: Editions,
  folder: string,
): Promise<Result<{ readonly id: InspectionId; readonly isNew: boolean }>> {
  const file = await readFieldworkFile(folder)
  if (!file.ok) return file
  const { service: serviceName, edition: editionId, fieldwork } = file.value
  const id = inspectionIdFor(serviceName, fieldwork)
  // An inspection that someone withdrew stays withdrawn.
  if ((await findServiceName(shell.database, id)) !== undefined) return done({ id, isNew: false })
  const announcement = { serviceName, editionId, fieldworkStarted: fieldwork, madeUp: true }
  const registered = await announceInspection(shell, editions, announcement)
  return registered.ok ? done({ id: registered.value, isNew: true }) : registered
}

/**
 * Uploads the inspection's case list and does everything that follows from it, in one transaction: an inspection that
 * has a case list has all of it already and is not changed. The people of `people.json` have to be there.
 */
export async function loadDemonstrationFieldwork(
  shell: Shell,
  editions: Editions,
  folder: string,
  inspectionId: InspectionId,
): Promise<Result<unknown>> {
  if ((await listVersions(shell.database, inspectionId)).length > 0) return done(null)
  const file = await readFieldworkFile(folder)
  if (!file.ok) return file
  return shell.transact((tx) =>
    load(withinTransaction(shell, tx), editions, inspectionId, { ...file.value, folder }),
  )
}

async function load(
  shell: Shell,
  editions: Editions,
  inspectionId: InspectionId,
  file: FieldworkFile & { readonly folder: string },
): Promise<Result<unknown>> {
  const taken = await takeCaseList(shell, editions, inspectionId, file)
  if (!taken.ok) return taken
  const drawn = await drawSample(shell, editions, inspectionId, file)
  if (!drawn.ok) return drawn
  const begun = await allocateAndBegin(shell, { editions, findSampledCases }, inspectionId, file)
  if (!begun.ok) return begun
  await shell.transact(async (tx) => {
    await recordStage(tx, shell, inspectionId, { from: 'announced', to: 'before-fieldwork', reason: null })
    await recordStage(tx, shell, inspectionId, { from: 'before-fieldwork', to: 'fieldwork', reason: null })
    return done(null)
  })
  return workOnCases(shell, editions, inspectionId, file)
}

async function workOnCases(
  shell: Shell,
  editions: Editions,
  inspectionId: InspectionId,
  { cases }: FieldworkFile,
): Promise<Result<unknown>> {
  const pseudonyms = await loadPseudonyms(shell.database, inspectionId)
  for (const worked of cases) {
    const caseId = pseudonyms.get(worked.reference) ?? worked.reference
    const outcome = await workOnCase(shell, editions, { inspectionId, caseId }, worked)
    if (!outcome.ok) return outcome
  }
  return done(null)
}
