/** The made-up inspection with its made-up case list accepted, and the steps to its drawn sample. */
import { join } from 'node:path'
import { type Editions, loadEditions } from '../../src/app/framework/editions.ts'
import { findWithEdition } from '../../src/app/framework/inspectionEdition.ts'
import { addCaseList } from '../../src/app/intake/acceptCaseList.ts'
import { drawStoredSample } from '../../src/app/sampling/draw-page/drawStoredSample.ts'
import { setPlan, setSize } from '../../src/app/sampling/plan-page/changePlan.ts'
import type { Shell } from '../../src/platform/shell.ts'
import { day } from './listedCases.ts'
import { madeUpTable, plainCsv } from './madeUpCaseList.ts'
import { doneValue } from './results.ts'

export const northmoor = 'northmoor-2024-06'
export const projectFolder = join(import.meta.dirname, '../..')

export async function projectEditions(): Promise<Editions> {
  return doneValue(await loadEditions(join(projectFolder, 'editions')))
}

/** Takes the made-up list, or another, as the next version of the made-up inspection's list. */
export async function takeMadeUpList(
  shell: Shell,
  editions: Editions,
  table: string[][] = madeUpTable(),
  reasons: Readonly<Record<string, string>> = {},
): Promise<void> {
  const context = doneValue(await findWithEdition(shell.database, editions, northmoor))
  const content = new TextEncoder().encode(plainCsv(table))
  const sent = { fileName: 'made-up-case-list.csv', content, leaveOut: [], keyData: null }
  doneValue(await addCaseList(shell, context, sent, reasons))
}

/** Fieldwork from 10 June 2024, with a seed that was agreed. */
export async function planMadeUpSample(shell: Shell, editions: Editions): Promise<void> {
  const plan = { fieldwork: day('2024-06-10'), seed: '08 15 23 41 42 57', seedAgreed: 'Made up.' }
  doneValue(await setPlan(shell, editions, northmoor, plan))
}

export async function drawMadeUpSample(shell: Shell, editions: Editions) {
  await takeMadeUpList(shell, editions)
  await planMadeUpSample(shell, editions)
  return doneValue(await drawStoredSample(shell, editions, northmoor))
}

/** A sample of 24 court cases and 14 out of court, such as four people can inspect in a week. */
export async function drawSampleOfFieldwork(shell: Shell, editions: Editions): Promise<void> {
  await takeMadeUpList(shell, editions)
  await planMadeUpSample(shell, editions)
  const sizes = [
    ['court', 24],
    ['out-of-court', 14],
    ['resettlement', 0],
  ] as const
  for (const [domain, size] of sizes) {
    const override = { domain, size, reason: 'Four people for a week.', by: 'Head of programme' }
    doneValue(await setSize(shell, editions, northmoor, { domain, override }))
  }
  doneValue(await drawStoredSample(shell, editions, northmoor))
}
