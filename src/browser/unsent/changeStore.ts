// Changes the browser's store, one record in one transaction, so that tabs cannot undo each other's changes.
import {
  changeNextTo,
  type RecordChange,
  type RecordId,
  type UnsentRecord,
} from '../../core/fieldwork/unsent/unsentRecord.ts'
import { onlyHere, openStore, storeName } from '../unsentStore.ts'

export type Changed = {
  readonly record: UnsentRecord | undefined
  /** Whether the record is only in this page, because the device has no room for it. */
  readonly isOnlyHere: boolean
}

/** By record, the change that this page asked for last. */
const lastChanges = new Map<RecordId, Promise<Changed>>()

/**
 * Changes a record, after all that this page asked to change in it before. Settles with what is left of it when that is
 * on the disk or, if the disk is full, in this page.
 */
export function changeStore(change: RecordChange): Promise<Changed> {
  const before = lastChanges.get(change.id) ?? Promise.resolve()
  const changed = before.then(() => changeNow(change))
  lastChanges.set(change.id, changed)
  return changed
}

async function changeNow(change: RecordChange): Promise<Changed> {
  const { id } = change
  const inPage = onlyHere.get(id)
  let planned: Planned | undefined
  // What is planned over the store's record is what stays in the page if that cannot be stored.
  const plan = (stored: UnsentRecord | undefined): Planned => {
    planned ??= { stored, ...changeNextTo(stored, inPage, change) }
    return planned
  }
  try {
    const { record, isForDevice } = await changeStored(id, plan)
    if (!isForDevice) return keepInPage(id, record, inPage?.over)
    onlyHere.delete(id)
    return { record, isOnlyHere: false }
  } catch {
    const { record, stored } = plan(undefined)
    return keepInPage(id, record, inPage === undefined ? stored : inPage.over)
  }
}

type Planned = ReturnType<typeof changeNextTo> & { readonly stored: UnsentRecord | undefined }

function keepInPage(id: RecordId, record: UnsentRecord | undefined, over: UnsentRecord | undefined): Changed {
  if (record === undefined) onlyHere.delete(id)
  else onlyHere.set(id, { record, over })
  return { record, isOnlyHere: record !== undefined }
}

async function changeStored(
  id: RecordId,
  plan: (stored: UnsentRecord | undefined) => Planned,
): Promise<Planned> {
  const database = await openStore()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' })
    const store = transaction.objectStore(storeName)
    const read: IDBRequest<UnsentRecord | undefined> = store.get(id)
    read.onsuccess = () => {
      const planned = plan(read.result)
      if (planned.isForDevice && planned.record === undefined) store.delete(id)
      else if (planned.isForDevice) store.put(planned.record)
      transaction.oncomplete = () => resolve(planned)
    }
    transaction.onabort = () => reject(transaction.error)
  })
}
