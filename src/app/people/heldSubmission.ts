/**
 * What somebody sent after their session was lost is kept for them until they have signed in again. It is sealed
 * with a key made from their browser's cookie, which the server does not store: nobody else can read it.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from '../../platform/database/databaseTypes.ts'
import type { LostForm, Visit } from '../../platform/http/access.ts'
import { formTokenField } from '../../platform/http/formToken.ts'
import { hashSecret, newId } from '../../platform/secrets.ts'
import { type HeldOwner, insertHeld, listHeld } from './heldSubmission.queries.ts'
import { knowsBrowser } from './session.queries.ts'

export const heldHours = 14 * 24
/** Somebody whose session is lost twenty times before they look has a fault to tell of, not more to keep. */
const mostKept = 20
/** What opens something is never kept. */
const secretField = /password|passcode|^repeated$|^authenticatorKey$/i

const content = z.object({
  path: z.string(),
  fields: z.record(z.string(), z.string()),
  files: z.array(z.string()),
})

export type HeldSubmission = z.infer<typeof content> & { readonly heldId: string; readonly heldAt: Date }

/** Keeps `form` for its person, unless that person never signed in from this browser. */
export async function holdSubmission(
  database: Kysely<Database>,
  visit: Visit,
  form: LostForm,
  now: Date,
): Promise<void> {
  const owner = ownerOf(visit, form.personId)
  if (!(await knowsBrowser(database, owner.personId, owner.browserHash))) return
  if ((await listHeld(database, owner)).length >= mostKept) return
  const fields = Object.entries(form.fields).filter(
    ([name]) => name !== formTokenField && !secretField.test(name),
  )
  const kept = { path: form.path, fields: Object.fromEntries(fields), files: form.files }
  const sealed = seal(visit.browser, JSON.stringify(kept))
  await insertHeld(database, owner, { heldId: newId(), sealed, heldAt: now })
}

/** What is kept for the person in this browser, the newest first. */
export async function heldSubmissions(
  database: Kysely<Database>,
  visit: Visit,
  personId: string,
): Promise<readonly HeldSubmission[]> {
  const rows = await listHeld(database, ownerOf(visit, personId))
  return rows.map(({ heldId, heldAt, sealed }) => ({
    heldId,
    heldAt,
    ...content.parse(JSON.parse(unseal(visit.browser, sealed))),
  }))
}

export function ownerOf(visit: Visit, personId: string): HeldOwner {
  return { personId, browserHash: hashSecret(visit.browser) }
}

/** AES-256-GCM: nonce, tag and text in one. */
function seal(secret: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** Throws where the secret is another or the text was touched. */
function unseal(secret: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

function keyOf(secret: string): Buffer {
  return createHash('sha256').update(`held\n${secret}`).digest()
}
