/** Every answer, note and fact of every case, every state and every signed case, compared with the audit log. */
import { z } from 'zod'
import { newCase } from '../../../core/fieldwork/caseProgress.ts'
import { compareCase, type StoredCaseRecord } from '../../../core/fieldwork/compareCases.ts'
import { entryKinds } from '../../../core/fieldwork/entry.ts'
import { type CaseEvent, type ReplayedCase, replayCases } from '../../../core/fieldwork/replayCases.ts'
import { contentHash } from '../../../platform/contentHash.ts'
import type { Connection } from '../../../platform/database/connection.ts'
import type { ComparedRecord, RecordCheck } from '../../../platform/recordCheck.ts'
import { caseEvent } from './caseEvents.ts'
import {
  listAllVersions,
  listCaseEvents,
  listInspectionsWithCases,
  listSignatures,
  listStates,
} from './caseRecord.queries.ts'

export const caseRecordCheck: RecordCheck = {
  name: 'answers, notes, facts and signed cases',
  compare: async (database) => {
    const results: ComparedRecord[] = []
    for (const id of await listInspectionsWithCases(database))
      results.push(await compareInspection(database, id))
    return {
      values: results.reduce((sum, { values }) => sum + values, 0),
      faults: results.flatMap(({ faults }) => faults),
    }
  },
}

const untouched: ReplayedCase = { entries: new Map(), facts: [], signatures: new Map(), ...newCase }

async function compareInspection(database: Connection, inspectionId: string): Promise<ComparedRecord> {
  const stored = await storedCases(database, inspectionId)
  const replayed = replayCases(eventsOf(await listCaseEvents(database, inspectionId)))
  const caseIds = new Set([...stored.keys(), ...replayed.keys()])
  const faults = [...caseIds].flatMap((caseId) =>
    compareCase(stored.get(caseId) ?? nothingStored, replayed.get(caseId) ?? untouched, contentHash).map(
      ({ what, fault }) => ({ inspectionId, subject: `case ${caseId}, ${what}`, fault }),
    ),
  )
  return { values: [...stored.values()].reduce((sum, { versions }) => sum + versions.length, 0), faults }
}

function eventsOf(logged: Awaited<ReturnType<typeof listCaseEvents>>): readonly CaseEvent[] {
  return logged.flatMap((event) => caseEvent(event) ?? [])
}

const nothingStored: StoredCaseRecord = { ...newCase, versions: [], signatures: [] }

const signedContent = z.object({
  entries: z.array(
    z.object({
      kind: z.enum(entryKinds),
      item: z.string(),
      version: z.int(),
      value: z.string().nullable(),
      detail: z.string().nullable(),
      author: z.object({ personId: z.string().nullable(), name: z.string() }),
      at: z.string(),
    }),
  ),
})

async function storedCases(
  database: Connection,
  inspectionId: string,
): Promise<ReadonlyMap<string, StoredCaseRecord>> {
  const versions = Map.groupBy(await listAllVersions(database, inspectionId), ({ caseId }) => caseId)
  const states = new Map((await listStates(database, inspectionId)).map((state) => [state.caseId, state]))
  const signatures = Map.groupBy(await listSignatures(database, inspectionId), ({ caseId }) => caseId)
  const caseIds = new Set([...versions.keys(), ...states.keys(), ...signatures.keys()])
  return new Map(
    [...caseIds].map((caseId) => {
      const { status, round } = states.get(caseId) ?? newCase
      return [
        caseId,
        {
          status,
          round,
          versions: versions.get(caseId) ?? [],
          signatures: (signatures.get(caseId) ?? []).map((signed) => ({
            round: signed.round,
            contentHash: contentHash(signed.content),
            entries: signedContent.safeParse(signed.content).data?.entries ?? [],
          })),
        },
      ]
    }),
  )
}
