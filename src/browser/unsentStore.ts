// What was typed and is not acknowledged yet, in the browser's own database: it outlives reloads, crashes and lost
// sessions. What the browser has no room for is only in this page, is sent all the same, and the page says so.
import type { PageRecord, RecordId, UnsentRecord } from '../core/fieldwork/unsent/unsentRecord.ts'

const databaseName = 'assay-fieldwork'
export const storeName = 'unsent'

/** The records that could not be stored. */
export const onlyHere = new Map<RecordId, PageRecord>()

let opened: Promise<IDBDatabase> | undefined

export function openStore(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

/** Whether any record is only in this page and would be lost with it. */
export function hasOnlyHere(): boolean {
  return onlyHere.size > 0
}

/** Returns every record of the person, of all cases. */
export async function recordsOf(person: string): Promise<readonly UnsentRecord[]> {
  const stored = await readAll()
  const inPage = [...onlyHere.values()].map(({ record }) => record)
  const records = new Map([...stored, ...inPage].map((record) => [record.id, record]))
  return [...records.values()].filter((record) => record.person === person)
}

/** Returns what the store has; nothing if the browser refuses to open it. */
async function readAll(): Promise<readonly UnsentRecord[]> {
  try {
    const database = await openStore()
    return await new Promise((resolve, reject) => {
      const read: IDBRequest<UnsentRecord[]> = database.transaction(storeName).objectStore(storeName).getAll()
      read.onsuccess = () => resolve(read.result)
      read.onerror = () => reject(read.error)
    })
  } catch {
    return []
  }
}
