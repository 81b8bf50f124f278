// What was typed and is not acknowledged yet, in the browser's own database: it outlives reloads, crashes and lost
// sessions. One record for each entry of each person; every change is one transaction, so tabs cannot undo each other.

const databaseName = 'assay-fieldwork'
const storeName = 'unsent'

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
 * to stand, or undefined to remove it. Settles when it is on the disk.
 */
export async function changeRecord(id, change) {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' })
    const store = transaction.objectStore(storeName)
    let result
    const read = store.get(id)
    read.onsuccess = () => {
      result = change(read.result)
      if (result === undefined) store.delete(id)
      else store.put(result)
    }
    transaction.oncomplete = () => resolve(result)
    transaction.onabort = () => reject(transaction.error)
  })
}

export async function readRecord(id) {
  const database = await open()
  return new Promise((resolve, reject) => {
    const read = database.transaction(storeName).objectStore(storeName).get(id)
    read.onsuccess = () => resolve(read.result)
    read.onerror = () => reject(read.error)
  })
}

/** Every record of the person, of all cases. */
export async function recordsOf(person) {
  const database = await open()
  return new Promise((resolve, reject) => {
    const read = database.transaction(storeName).objectStore(storeName).getAll()
    read.onsuccess = () => resolve(read.result.filter((record) => record.person === person))
    read.onerror = () => reject(read.error)
  })
}
