/**
 * What somebody sent after their session was lost is kept for them until they have signed in again. It is sealed
 * with a key made from their browser's cookie, which the server does not store: nobody else can read it.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Connection } from '../../../platform/database/connection.ts'
import type { LostForm, Visit } from '../../../platform/http/access.ts'
import { formTokenField } from '../../../platform/http/formToken.ts'
import type { UploadedFile } from '../../../platform/http/route.ts'
import { seal, unseal } from '../../../platform/sealing.ts'
import { hashSecret, newId } from '../../../platform/secrets.ts'
import { knowsBrowser } from '../sign-in/session.queries.ts'
import { type HeldOwner, insertHeld, listHeld, measureHeld } from './heldSubmission.queries.ts'

const keptDays = 14
/** Of a form with files: a case list that was never looked at is not to lie about, sealed or not. */
const keptDaysWithFiles = 1
/** Somebody whose session is lost a hundred times before they look has a fault to tell of, not more to keep. */
const mostKept = 100
/** Of one person in one browser, all forms together: the largest case list and a little more. */
const mostBytes = 32 * 1024 * 1024
/** What opens something is never kept, nor shown again. */
export const secretField = /password|passcode|^repeated$|^authenticatorKey$/i

const heldFile = z.object({
  field: z.string(),
  name: z.string(),
  /** In base64; null where there was no room for it, and of forms kept before files were. */
  content: z.string().nullable(),
})
const content = z.object({
  path: z.string(),
  fields: z.record(z.string(), z.string()),
  files: z.array(heldFile.or(z.string().transform((name) => ({ field: '', name, content: null })))),
})

export type HeldSubmission = z.infer<typeof content> & { readonly savedFormId: string; readonly heldAt: Date }

/**
 * Keeps `form` for its person; false where too much is kept, or that person never signed in from this browser. Its
 * files are kept with it where there is room, otherwise their names.
 */
export async function holdSubmission(
  database: Connection,
  visit: Visit,
  form: LostForm,
  now: Date,
): Promise<boolean> {
  const owner = ownerOf(visit, form.personId)
  if (!(await knowsBrowser(database, owner, owner.browserHash))) return false
  const kept = await measureHeld(database, owner)
  if (kept.forms >= mostKept) return false
  const fields = Object.entries(form.fields).filter(
    ([name]) => name !== formTokenField && !secretField.test(name),
  )
  const sealedWith = (files: readonly z.infer<typeof heldFile>[]): Buffer => {
    const text = JSON.stringify({ path: form.path, fields: Object.fromEntries(fields), files })
    return seal(keyOf(visit.browser), text, owner.personId)
  }
  const whole = sealedWith(
    form.files.map((file) => ({ ...file, content: Buffer.from(file.content).toString('base64') })),
  )
  const namesOnly = () => sealedWith(form.files.map((file) => ({ ...file, content: null })))
  const sealed = kept.bytes + whole.length <= mostBytes ? whole : namesOnly()
  if (kept.bytes + sealed.length > mostBytes) return false
  const days = sealed === whole && form.files.length > 0 ? keptDaysWithFiles : keptDays
  const endsAt = new Date(now.getTime() + days * 86_400_000)
  await insertHeld(database, owner, { savedFormId: newId(), sealed, heldAt: now, endsAt })
  return true
}

/** What is kept for the person in this browser, the newest first. */
export async function heldSubmissions(
  database: Connection,
  visit: Visit,
  personId: string,
): Promise<readonly HeldSubmission[]> {
  const rows = await listHeld(database, ownerOf(visit, personId))
  return rows.flatMap(({ savedFormId, heldAt, sealed }) => {
    const opened = unseal(keyOf(visit.browser), sealed, personId)
    return opened === undefined ? [] : [{ savedFormId, heldAt, ...content.parse(JSON.parse(opened)) }]
  })
}

/** The files of one kept form, where it was sent to `path`: they go nowhere else. */
export async function filesOfSavedForm(
  database: Connection,
  visit: Visit,
  personId: string,
  savedFormId: string,
  path: string,
): Promise<readonly UploadedFile[]> {
  const held = await heldSubmissions(database, visit, personId)
  const form = held.find((each) => each.savedFormId === savedFormId && each.path === path)
  return (form?.files ?? []).flatMap(({ field, name, content: text }) =>
    text === null ? [] : [{ field, name, content: Buffer.from(text, 'base64') }],
  )
}

export function ownerOf(visit: Visit, personId: string): HeldOwner {
  return { personId, browserHash: hashSecret(visit.browser) }
}

function keyOf(secret: string): Buffer {
  return createHash('sha256').update(`held\n${secret}`).digest()
}
