import type { Connection } from '../../platform/database/connection.ts'
import { listVersions, loadCases, type StoredCase } from '../intake/caseLists.queries.ts'
import { findDraw, listTopUps } from './sampleDraw.queries.ts'
import { listSampledCases } from './sampledCases.queries.ts'

/**
 * Returns the cases that are in the inspection's sample now: top-ups are among them, replaced cases are not. Each is as
 * in the last version of the list that the sample takes into account, or in an earlier one if it was removed since.
 */
export async function findSampledCases(
  connection: Connection,
  inspectionId: string,
): Promise<readonly StoredCase[]> {
  const draw = await findDraw(connection, inspectionId)
  if (draw === undefined) return []
  const last = (await listTopUps(connection, inspectionId)).at(-1)?.version ?? draw.version
  const missing = new Set(
    (await listSampledCases(connection, inspectionId))
      .filter(({ isReplaced }) => !isReplaced)
      .map(({ pseudonym }) => pseudonym),
  )
  const cases: StoredCase[] = []
  for (const { version } of await listVersions(connection, inspectionId)) {
    if (version > last || missing.size === 0) continue
    for (const listed of await loadCases(connection, inspectionId, version)) {
      if (missing.delete(listed.pseudonym)) cases.push(listed)
    }
  }
  return cases
}

export type FindSampledCases = typeof findSampledCases
