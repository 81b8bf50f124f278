/** From the made-up case list to cases that are inspected, through the same use-cases as the pages. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCalendarDate } from '../../../core/kernel/calendarDate.ts'
import { done, type Result } from '../../../core/kernel/result.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { findWithEdition } from '../../framework/inspectionEdition.ts'
import { addCaseList } from '../../intake/acceptCaseList.ts'
import { loadPseudonyms } from '../../intake/caseLists.queries.ts'
import { changeCaseByHand } from '../../sampling/allocation/allocated-case-page/changeCase.ts'
import { addOrChangeAssessor } from '../../sampling/allocation/assessors-page/saveAssessor.ts'
import type { AllocationSources } from '../../sampling/allocation/loadAllocation.ts'
import { proposeCases } from '../../sampling/allocation/proposeCases.ts'
import { drawStoredSample } from '../../sampling/draw-page/drawStoredSample.ts'
import { setPlan, setSize } from '../../sampling/plan-page/changePlan.ts'
import { beginFieldwork } from '../begin/beginFieldwork.ts'
import type { FieldworkFile } from './fieldworkFile.ts'
import { actingAs, findMadeUpPerson } from './madeUpPeople.ts'

/** Accepts the service's case list. */
export async function takeCaseList(
  shell: Shell,
  editions: Editions,
  inspectionId: string,
  { folder, caseList: { file, sentBy } }: FieldworkFile & { readonly folder: string },
): Promise<Result<unknown>> {
  const context = await findWithEdition(shell.database, editions, inspectionId)
  if (!context.ok) return context
  const sent = { fileName: file, content: await readFile(join(folder, file)), leaveOut: [], keyData: null }
  return addCaseList(await actingAs(shell, sentBy), context.value, sent, {})
}

/** Draws the sample with the agreed seed, in the sizes that people set. */
export async function drawSample(
  shell: Shell,
  editions: Editions,
  inspectionId: string,
  { fieldwork, sample: { drawnBy, seed, seedAgreed, sizes } }: FieldworkFile,
): Promise<Result<unknown>> {
  const monday = parseCalendarDate(fieldwork)
  if (monday === undefined) throw new RangeError(`${fieldwork} is no day`)
  const acting = await actingAs(shell, drawnBy)
  const planned = await setPlan(acting, editions, inspectionId, { fieldwork: monday, seed, seedAgreed })
  if (!planned.ok) return planned
  for (const { cases: domain, size, reason } of sizes) {
    const override = { domain, size, reason, by: acting.actor.name }
    const set = await setSize(acting, editions, inspectionId, { domain, override })
    if (!set.ok) return set
  }
  return drawStoredSample(acting, editions, inspectionId)
}

/** Allocates the cases of the file to their assessors and the others by proposal, and begins fieldwork. */
export async function allocateAndBegin(
  shell: Shell,
  sources: AllocationSources,
  inspectionId: string,
  file: FieldworkFile,
): Promise<Result<unknown>> {
  const acting = await actingAs(shell, file.allocation.allocatedBy)
  const assessors = await addAssessors(acting, sources, inspectionId, file)
  if (!assessors.ok) return assessors
  const pseudonyms = await loadPseudonyms(shell.database, inspectionId)
  for (const { reference, assessor } of file.cases) {
    const changed = await changeCaseByHand(acting, sources, inspectionId, {
      pseudonym: pseudonyms.get(reference) ?? reference,
      assessor: assessors.value.get(assessor) ?? assessor,
      reason: file.allocation.reason,
      version: 0,
    })
    if (!changed.ok) return changed
  }
  const proposed = await proposeCases(acting, sources, inspectionId)
  return proposed.ok ? beginFieldwork(acting, sources, inspectionId) : proposed
}

/** Returns the ids of the assessors by the email addresses of their accounts. */
async function addAssessors(
  shell: Shell,
  sources: AllocationSources,
  inspectionId: string,
  { allocation }: FieldworkFile,
): Promise<Result<ReadonlyMap<string, string>>> {
  const ids = new Map<string, string>()
  for (const { email, ...assessor } of allocation.assessors) {
    const { personId, name } = await findMadeUpPerson(shell, email)
    const person = { ...assessor, name, personId, ownServiceId: null, version: 0 }
    const saved = await addOrChangeAssessor(shell, sources, inspectionId, { id: null, ...person })
    if (!saved.ok) return saved
    ids.set(email, saved.value.id)
  }
  return done(ids)
}
