/** The demonstration: five published inspections, and an invented one with the answers of its cases. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { done, type Result } from '../../core/kernel/result.ts'
import { readJsonFile, readJsonParts } from '../../platform/readJsonFile.ts'
import { readShape } from '../../platform/readShape.ts'
import type { Shell } from '../../platform/shell.ts'
import type { Editions } from '../framework/editions.ts'
import { importAnswers } from './import/importAnswers.ts'
import { allDone, type NamedFile } from './import/importedInspection.ts'
import { importResults } from './import/importResults.ts'
import type { SavedInspection } from './import/saveImport.ts'

const madeUpInspection = z.strictObject({
  service: z.string(),
  edition: z.string(),
  fieldworkStarted: z.string(),
  resettlementCases: z.int().nonnegative(),
})

/**
 * Stores what is not stored yet, from the files of `folder`, and returns the inspections that it added. It can run any
 * number of times and changes nothing that exists.
 */
export async function loadDemonstration(
  shell: Shell,
  editions: Editions,
  folder: string,
): Promise<Result<readonly SavedInspection[]>> {
  const published = await publishedFiles(folder)
  if (!published.ok) return published
  const results = []
  for (const file of published.value) results.push(await loadPublished(shell, editions, file))
  results.push(await loadMadeUp(shell, editions, folder))
  const added = allDone(results)
  return added.ok ? done(added.value.flat()) : added
}

/** One file for each inspection of the list, so that one that is stored already does not stop the others. */
async function publishedFiles(folder: string): Promise<Result<readonly NamedFile[]>> {
  const { name, content } = await fileOf(folder, 'published-inspections.json')
  const json = readJsonParts(content, name)
  if (!json.ok) return json
  const encoder = new TextEncoder()
  return done(json.value.parts.map(({ value }) => ({ name, content: encoder.encode(JSON.stringify(value)) })))
}

async function loadPublished(shell: Shell, editions: Editions, file: NamedFile) {
  return unlessStored(
    await importResults(shell, editions, { file, source: null, madeUp: false, replacement: null }),
  )
}

async function loadMadeUp(shell: Shell, editions: Editions, folder: string) {
  const described = await describedInspection(folder)
  if (!described.ok) return described
  const { service, edition, fieldworkStarted, resettlementCases } = described.value
  return unlessStored(
    await importAnswers(shell, editions, {
      serviceName: service,
      editionId: edition,
      fieldworkStarted,
      resettlementCases,
      answers: await fileOf(folder, 'made-up-answers.csv'),
      judgements: await fileOf(folder, 'made-up-judgements.json'),
      madeUp: true,
      replacement: null,
    }),
  )
}

/** What the files of the invented inspection do not say: its service, its date and its edition. */
async function describedInspection(folder: string): Promise<Result<z.infer<typeof madeUpInspection>>> {
  const { name, content } = await fileOf(folder, 'made-up-inspection.json')
  const json = readJsonFile(content, name)
  return json.ok ? readShape(madeUpInspection, json.value, { file: name }) : json
}

/** That an inspection is stored already, or was withdrawn, is no refusal here. */
const stored = ['inspection.exists', 'inspection.withdrawn']

function unlessStored(result: Result<readonly SavedInspection[]>): Result<readonly SavedInspection[]> {
  if (result.ok || result.problems.some(({ code }) => !stored.includes(code))) return result
  return done([])
}

async function fileOf(folder: string, name: string): Promise<NamedFile> {
  return { name, content: await readFile(join(folder, name)) }
}
