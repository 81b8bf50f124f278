import type { Result } from '../../../core/kernel/result.ts'
import { figuresFromResults } from '../../../core/ratings/figuresFromResults.ts'
import { partOf, type ResultsInput } from '../../../core/ratings/resultsInput.ts'
import type { Shell } from '../../../platform/shell.ts'
import type { Editions } from '../../framework/editions.ts'
import { inspectionIdFor } from '../../inspections/inspection.ts'
import { allDone, both, findEdition, type ImportedInspection, ifRateable } from './importedInspection.ts'
import type { ResultsImport } from './importRequests.ts'
import { readImportInThread } from './readImportInThread.ts'
import { checkRegisterEntry, type RegisterEntry, readRegisterEntries } from './registerEntry.ts'
import { readResultsFile } from './resultsFile.ts'
import { type SavedInspection, saveImport } from './saveImport.ts'

/** Stores every inspection of a results file. Refuses with every fault of the file, and then stores none. */
export async function importResults(
  shell: Shell,
  editions: Editions,
  request: ResultsImport,
): Promise<Result<readonly SavedInspection[]>> {
  const imported = await readImportInThread({ kind: 'results', editions, request })
  if (!imported.ok) return imported
  return saveImport(shell, 'inspection.import-results', imported.value, request.replacement)
}

/** Returns the inspections of a results file, checked and ready to be stored. Refuses with every fault of it. */
export function readResultsImport(
  editions: Editions,
  request: ResultsImport,
): Result<readonly ImportedInspection[]> {
  const { name, content } = request.file
  const results = readResultsFile(content, name)
  const entries = readRegisterEntries(content, name)
  if (!results.ok) return results
  if (!entries.ok) return entries
  return allDone(
    results.value.map((input, at) => {
      const entry = entries.value[at]
      if (entry === undefined) throw new Error('a file was read in two ways')
      return readInspection(editions, request, input, entry)
    }),
  )
}

function readInspection(
  editions: Editions,
  request: ResultsImport,
  input: ResultsInput,
  unchecked: RegisterEntry,
): Result<ImportedInspection> {
  const edition = findEdition(editions, input.edition, partOf(input.place, 'edition'))
  if (!edition.ok) return edition
  const read = both(
    figuresFromResults(edition.value, input),
    checkRegisterEntry(edition.value, input.service.trim(), unchecked),
  )
  if (!read.ok) return read
  const [figures, entry] = read.value
  return ifRateable(edition.value, {
    inspection: inspectionOf(request, input, entry),
    figures,
    answers: [],
    place: input.place,
  })
}

function inspectionOf({ source, madeUp }: ResultsImport, input: ResultsInput, entry: RegisterEntry) {
  const serviceName = input.service.trim()
  return {
    id: inspectionIdFor(serviceName, entry.published ?? entry.fieldworkStarted ?? ''),
    serviceName,
    editionId: input.edition,
    fieldworkStarted: entry.fieldworkStarted,
    published: entry.published,
    source: entry.source ?? source,
    madeUp,
    cases: entry.cases,
  }
}
