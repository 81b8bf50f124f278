/** What the server asks about people. `app/people` answers; the plumbing knows no roles. */
import type { Actor } from '../shell.ts'
import type { UploadedFile } from './route.ts'

/** Where a request comes from, as far as it can be known. */
export type Visit = {
  /** The secret of the browser's own cookie, which it keeps over sessions. */
  readonly browser: string
  readonly session: string | undefined
  /** The bearer token of a program. */
  readonly bearer: string | undefined
  readonly address: string
  /** The browser's name for itself. */
  readonly agent: string
  /** Sent by a page of ours by itself, not because somebody did something: it does not keep a session alive. */
  readonly isUnattended: boolean
}

export type Permitted =
  | { readonly allowed: true }
  /** `stand-back`: a conflict of interest bars the person from the case, whatever their role. */
  | { readonly allowed: false; readonly because: string; readonly next: 'sign-in' | 'ask' | 'stand-back' }

/** Whether a conflict of interest bars somebody from the case of this id; all of one inspection's. */
export type CaseBar = (caseId: string) => boolean

export type Caller = {
  /** `personId` is absent for somebody who is not signed in. */
  readonly actor: Actor
  /** By the person's roles alone; `permitsAt` asks for conflicts of interest too. */
  readonly mayDo: (permission: string, inspectionId: string | null) => Promise<Permitted>
}

/** A form that came after its session was lost, or under another person's. */
export type LostForm = {
  readonly personId: string
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly UploadedFile[]
}

export type Access = {
  /** Who sends a request that names `inspectionId`, or no inspection. */
  readonly callerOf: (visit: Visit, inspectionId: string | null) => Promise<Caller>
  /** Whether somebody signed in from the visitor's browser before: only then is a form that came too late read. */
  readonly knowsBrowser: (visit: Visit) => Promise<boolean>
  /** Saves the form for its person if the browser is known to be theirs. Returns false if it could not be saved. */
  readonly saveForm: (visit: Visit, form: LostForm) => Promise<boolean>
  /** Returns the files of a saved form, if it is the visitor’s and was sent to `path`: a page cannot send them. */
  readonly savedFiles: (visit: Visit, savedFormId: string, path: string) => Promise<readonly UploadedFile[]>
  /** Deletes a saved form of the visitor, which was sent again and accepted. */
  readonly deleteSavedForm: (visit: Visit, savedFormId: string) => Promise<void>
}

/** The field in which a saved form that is sent again has its id. */
export const savedFormField = '_savedForm'
