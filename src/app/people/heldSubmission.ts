/**
 * What somebody sent after their session was lost is kept for them until they have signed in again. It is sealed
 * with a key made from their browser's cookie, which the server does not store: nobody else can read it.
 */
import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from '../../platform/database/databaseTypes.ts'
import type { LostForm, Visit } from '../../platform/http/access.ts'
import { formTokenField } from '../../platform/http/formToken.ts'
import { seal, unseal } from '../../platform/sealing.ts'
import { hashSecret, newId } from '../../platform/secrets.ts'
import { deleteHeldBefore, type HeldOwner, insertHeld, listHeld } from './heldSubmission.queries.ts'
import { knowsBrowser } from './session.queries.ts'

const keptDays = 14
/** Somebody whose session is lost a hundred times before they look has a fault to tell of, not more to keep. */
const mostKept = 100
/** What opens something is never kept. */
const secretField = /password|passcode|^repeated$|^authenticatorKey$/i

const content = z.object({
  path: z.string(),
  fields: z.record(z.string(), z.string()),
  files: z.array(z.string()),
})

export type HeldSubmission = z.infer<typeof content> & { readonly heldId: string; readonly heldAt: Date }

/** Keeps `form` for its person; false where too much is kept, or that person never signed in from this browser. */
export async function holdSubmission(
  database: Kysely<Database>,
  visit: Visit,
  form: LostForm,
  now: Date,
): Promise<boolean> {
  const owner = ownerOf(visit, form.personId)
  if (!(await knowsBrowser(database, owner.personId, owner.browserHash))) return false
  await deleteHeldBefore(database, new Date(now.getTime() - keptDays * 86_400_000))
  if ((await listHeld(database, owner)).length >= mostKept) return false
  const fields = Object.entries(form.fields).filter(
    ([name]) => name !== formTokenField && !secretField.test(name),
  )
  const kept = { path: form.path, fields: Object.fromEntries(fields), files: form.files }
  const sealed = seal(keyOf(visit.browser), JSON.stringify(kept), owner.personId)
  await insertHeld(database, owner, { heldId: newId(), sealed, heldAt: now })
  return true
}

/** What is kept for the person in this browser, the newest first. */
export async function heldSubmissions(
  database: Kysely<Database>,
  visit: Visit,
  personId: string,
): Promise<readonly HeldSubmission[]> {
  const rows = await listHeld(database, ownerOf(visit, personId))
  return rows.flatMap(({ heldId, heldAt, sealed }) => {
    const opened = unseal(keyOf(visit.browser), sealed, personId)
    return opened === undefined ? [] : [{ heldId, heldAt, ...content.parse(JSON.parse(opened)) }]
  })
}

export function ownerOf(visit: Visit, personId: string): HeldOwner {
  return { personId, browserHash: hashSecret(visit.browser) }
}

function keyOf(secret: string): Buffer {
  return createHash('sha256').update(`held\n${secret}`).digest()
}
