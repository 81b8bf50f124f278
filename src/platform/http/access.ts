/** What the server asks about people. `app/people` answers; the platform knows no roles. */
import type { Permission } from '../declared.ts'
import type { Actor } from '../shell.ts'
import type { UploadedFile } from './body/uploadedFile.ts'

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
  /** Sent by a page of ours by itself, not because someone did something: it does not keep a session alive. */
  readonly isUnattended: boolean
}

export type Permitted =
  | { readonly allowed: true }
  /** `stand-back`: a conflict of interest bars the person from the case, whatever their role. */
  | { readonly allowed: false; readonly because: string; readonly next: 'sign-in' | 'ask' | 'stand-back' }

/** Whether a conflict of interest bars someone from the case of this id; all of one inspection's. */
export type CaseBar = (caseId: string) => boolean

export type Caller = {
  /** `personId` is absent for someone who is not signed in. */
  readonly actor: Actor
  /** Only by the person's roles; `permitsAt` asks for conflicts of interest too. */
  readonly mayDo: (permission: Permission, inspectionId: string | null) => Promise<Permitted>
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
  /** Whether someone signed in from the visitor's browser before: only then is a form that came too late read. */
  readonly knowsBrowser: (visit: Visit) => Promise<boolean>
  /** Saves the form for its person, if the browser is known to be theirs; false if it could not be saved. */
  readonly saveForm: (visit: Visit, form: LostForm) => Promise<boolean>
  /** The files of a saved form, if it is the visitor's and was sent to `path`; a page cannot send them again. */
  readonly filesOfSavedForm: (
    visit: Visit,
    savedFormId: string,
    path: string,
  ) => Promise<readonly UploadedFile[]>
  /** Removes a saved form that was sent again and accepted. */
  readonly removeSavedForm: (visit: Visit, savedFormId: string) => Promise<void>
}

/** The field with the id of a saved form that is sent again. */
export const savedFormField = '_savedForm'
