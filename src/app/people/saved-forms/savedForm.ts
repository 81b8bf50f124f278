/**
 * A form that a person sends after their session was lost is saved until they have signed in again. It is sealed with a
 * key made from the cookie of their browser, which the server does not store: no one else can read it.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Connection } from '../../../platform/database/connection.ts'
import type { LostForm, Visit } from '../../../platform/http/access.ts'
import type { UploadedFile } from '../../../platform/http/body/uploadedFile.ts'
import { formTokenField } from '../../../platform/http/formToken.ts'
import { seal, unseal } from '../../../platform/sealing.ts'
import { hashSecret, newId } from '../../../platform/secrets.ts'
import { knowsBrowser } from '../sign-in/session.queries.ts'
import {
  insertSavedForm,
  listSavedForms,
  measureSavedForms,
  type SavedFormOwner,
} from './savedForm.queries.ts'

const daysSaved = 14
/** Of a form with files: a case list that was never checked must not be stored for long, sealed or not. */
const daysSavedWithFiles = 1
/** A person whose session is lost a hundred times before they look has a fault to report, not more to save. */
const mostForms = 100
/** Of one person in one browser, all forms together: the largest case list and a little more. */
const mostBytes = 32 * 1024 * 1024
/** What opens something is never saved, and never shown again. */
export const secretField = /password|passcode|^repeated$|^authenticatorKey$/i

const savedFile = z.object({
  field: z.string(),
  name: z.string(),
  /** In base64; null if there was no room for it, and of forms from before files were saved. */
  content: z.string().nullable(),
})
const content = z.object({
  path: z.string(),
  fields: z.record(z.string(), z.string()),
  files: z.array(savedFile.or(z.string().transform((name) => ({ field: '', name, content: null })))),
})

export type SavedForm = z.infer<typeof content> & { readonly savedFormId: string; readonly savedAt: Date }

/**
 * Saves `form` for its person, with its files if there is room and otherwise with their names. Returns false, and saves
 * nothing, if too much is saved already or if the person never signed in from this browser.
 */
export async function saveForm(
  database: Connection,
  visit: Visit,
  form: LostForm,
  now: Date,
): Promise<boolean> {
  const owner = ownerOf(visit, form.personId)
  if (!(await knowsBrowser(database, owner, owner.browserHash))) return false
  const stored = await measureSavedForms(database, owner)
  if (stored.forms >= mostForms) return false
  const { whole, withoutFiles } = sealedForms(form, visit)
  const sealed = stored.bytes + whole.length <= mostBytes ? whole : withoutFiles()
  if (stored.bytes + sealed.length > mostBytes) return false
  const days = sealed === whole && form.files.length > 0 ? daysSavedWithFiles : daysSaved
  const endsAt = new Date(now.getTime() + days * 86_400_000)
  await insertSavedForm(database, owner, { savedFormId: newId(), sealed, savedAt: now, endsAt })
  return true
}

function sealedForms({ personId, path, fields, files }: LostForm, visit: Visit) {
  const shown = Object.entries(fields).filter(([name]) => name !== formTokenField && !secretField.test(name))
  const sealedWith = (saved: readonly z.infer<typeof savedFile>[]): Buffer => {
    const text = JSON.stringify({ path, fields: Object.fromEntries(shown), files: saved })
    return seal(keyOf(visit.browser), text, personId)
  }
  return {
    whole: sealedWith(
      files.map((file) => ({ ...file, content: Buffer.from(file.content).toString('base64') })),
    ),
    withoutFiles: () => sealedWith(files.map((file) => ({ ...file, content: null }))),
  }
}

/** Returns the saved forms of the person in this browser, the newest first. */
export async function readSavedForms(
  database: Connection,
  visit: Visit,
  personId: string,
): Promise<readonly SavedForm[]> {
  const rows = await listSavedForms(database, ownerOf(visit, personId))
  return rows.flatMap(({ savedFormId, savedAt, sealed }) => {
    const opened = unseal(keyOf(visit.browser), sealed, personId)
    return opened === undefined ? [] : [{ savedFormId, savedAt, ...content.parse(JSON.parse(opened)) }]
  })
}

/** Returns the files of a saved form, if it was sent to `path`: they are sent nowhere else. */
export async function readSavedFiles(
  database: Connection,
  visit: Visit,
  personId: string,
  { savedFormId, path }: { readonly savedFormId: string; readonly path: string },
): Promise<readonly UploadedFile[]> {
  const forms = await readSavedForms(database, visit, personId)
  const form = forms.find((each) => each.savedFormId === savedFormId && each.path === path)
  return (form?.files ?? []).flatMap(({ field, name, content: text }) =>
    text === null ? [] : [{ field, name, content: Buffer.from(text, 'base64') }],
  )
}

/** Returns under whom a form of this person, sent from this browser, is saved. */
export function ownerOf(visit: Visit, personId: string): SavedFormOwner {
  return { personId, browserHash: hashSecret(visit.browser) }
}

function keyOf(secret: string): Buffer {
  return createHash('sha256').update(`held\n${secret}`).digest()
}
