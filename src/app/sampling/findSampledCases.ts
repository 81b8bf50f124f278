import type { Connection } from '../../platform/database/connection.ts'
import { listVersions, loadCases, type StoredCase } from '../intake/caseLists.queries.ts'
import { findDraw, listTopUps } from './sampleDraw.queries.ts'
import { listSampledCases } from './sampledCases.queries.ts'

/**
 * The cases that are in the inspection's sample now: replaced ones are not among them, top-ups are. Each as the last
 * version of the list that the sample took into account has it, or an earlier one where it is gone from that.
 */
export async function findSampledCases(
  connection: Connection,
  inspectionId: string,
): Promise<readonly StoredCase[]> {
  const draw = await findDraw(connection, inspectionId)
  if (draw === undefined) return []
  const last = (await listTopUps(connection, inspectionId)).at(-1)?.version ?? draw.version
  const wanted = new Set(
    (await listSampledCases(connection, inspectionId))
      .filter(({ isReplaced }) => !isReplaced)
      .map(({ pseudonym }) => pseudonym),
  )
  const found: StoredCase[] = []
  for (const { version } of await listVersions(connection, inspectionId)) {
    if (version > last || wanted.size === 0) continue
    for (const one of await loadCases(connection, inspectionId, version)) {
      if (wanted.delete(one.pseudonym)) found.push(one)
    }
  }
  return found
}
