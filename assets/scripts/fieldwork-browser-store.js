// What was typed and is not acknowledged yet, in the browser's own database: it outlives reloads, crashes and lost
// sessions. One record for each entry of each person; every change is one transaction, so tabs cannot undo each other.
// What the browser has no room for stays in this page alone, is sent all the same, and the page says so.

const databaseName = 'assay-fieldwork'
const storeName = 'unsent'

/** The records that could not be stored, by their ids. */
const onlyHere = new Map()

let opened

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

/**
 * Changes one record in one transaction: `change` is given the present record, or undefined, and gives back what is
 * to stand, or undefined to remove it. Settles when it is on the disk, or where that is full, in this page.
 */
export async function changeRecord(id, change) {
  let changed
  const once = (stored) => {
    changed ??= { record: change(onlyHere.get(id) ?? stored) }
    return changed.record
  }
  try {
    await changeStored(id, once)
    onlyHere.delete(id)
  } catch {
    const record = once(undefined)
    if (record === undefined) onlyHere.delete(id)
    else onlyHere.set(id, record)
  }
  return changed.record
}

async function changeStored(id, change) {
  const database = await open()
  await new Promise((resolve, reject) => {
    const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' })
    const store = transaction.objectStore(storeName)
    const read = store.get(id)
    read.onsuccess = () => {
      const record = change(read.result)
      if (record === undefined) store.delete(id)
      else store.put(record)
    }
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}

/** Whether a record, or any where no id is given, is in this page alone and would be lost with it. */
export function isOnlyHere(id) {
  return id === undefined ? onlyHere.size > 0 : onlyHere.has(id)
}

export async function readRecord(id) {
  return onlyHere.get(id) ?? (await readStored((store) => store.get(id)))
}

/** Every record of the person, of all cases. */
export async function recordsOf(person) {
  const stored = (await readStored((store) => store.getAll())) ?? []
  const records = new Map([...stored.map((record) => [record.id, record]), ...onlyHere])
  return [...records.values()].filter((record) => record.person === person)
}

/** What the store answers; undefined where there is none to ask. */
async function readStored(ask) {
  try {
    const database = await open()
    return await new Promise((resolve, reject) => {
      const read = ask(database.transaction(storeName).objectStore(storeName))
      read.onsuccess = () => resolve(read.result)
      read.onerror = () => reject(read.error)
    })
  } catch {
    return undefined
  }
}
