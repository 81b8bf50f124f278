/** The published inspections and the editions they were rated by. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { loadEditions } from '../../src/app/framework/editions.ts'
import { readResultsFile } from '../../src/app/ratings/import/resultsFile.ts'
import type { Edition } from '../../src/core/framework/edition.ts'
import { figuresFromResults } from '../../src/core/ratings/figuresFromResults.ts'
import type { RatedInspection } from '../../src/core/ratings/ratedInspection.ts'
import { rateInspection } from '../../src/core/ratings/rateInspection.ts'
import type { ResultsInput } from '../../src/core/ratings/resultsInput.ts'
import { doneValue } from '../support/results.ts'

const editions = doneValue(await loadEditions(fileURLToPath(new URL('../../editions', import.meta.url))))
const results = await readFile(new URL('published-inspections.json', import.meta.url))

export const publishedInspections: readonly ResultsInput[] = doneValue(
  readResultsFile(results, 'published-inspections.json'),
)

export function editionOf(id: string): Edition {
  const edition = editions.get(id)
  if (edition === undefined) throw new Error(`there is no edition ${id}`)
  return edition
}

export function publishedInspection(service: string): ResultsInput {
  const found = publishedInspections.find((inspection) => inspection.service === service)
  if (found === undefined) throw new Error(`no report on ${service} is here`)
  return found
}

export function ratedAsPublished(service: string): RatedInspection {
  const inspection = publishedInspection(service)
  const edition = editionOf(inspection.edition)
  return doneValue(rateInspection(edition, doneValue(figuresFromResults(edition, inspection))))
}
