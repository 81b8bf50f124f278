/** A page or an action as data: the server turns it into HTTP, and refuses to start if anything is undeclared. */
import type { Problem } from '../../core/kernel/problem.ts'
import type { AuditAction } from '../auditTable.ts'
import type { Permission } from '../declared.ts'
import type { Shell } from '../shell.ts'
import type { Visit } from './access.ts'
import type { UploadedFile } from './body/uploadedFile.ts'
import type { DownloadName } from './downloadName.ts'

/** What a handler answers, and what it refuses by that. */
export type Reply = Answer & Refusing

type Refusing = {
  /** Why nothing was done, if anything was refused: from it comes the record of refusals. */
  readonly problems?: readonly Problem[]
  /** The account that someone who is not signed in tried to use, if there is one. */
  readonly triedAccount?: string
}

/** `template` is a path below `src/app`, such as `ratings/ratingsPage.njk`. */
type Answer =
  | {
      readonly kind: 'page'
      readonly template: string
      readonly model: object
      /** Only for a page whose status is not that of its first problem: see `statusOf`. */
      readonly status?: number
    }
  /** `session` is the secret of a session that begins, or null if the present one ends. */
  | { readonly kind: 'redirect'; readonly to: string; readonly session?: string | null }
  | {
      readonly kind: 'file'
      readonly name: DownloadName
      readonly type: string
      readonly body: string | Uint8Array
      /** True if the browser may show it; otherwise it is saved as a download. */
      readonly inline?: boolean
      /** Identifies its content: a browser that has it is answered that nothing changed. */
      readonly etag?: string
      /** True if everyone may read it, so that caches may store it and ask each time whether it changed. */
      readonly isPublic?: boolean
    }
  /** The requested content has not changed since its ETag was sent. */
  | { readonly kind: 'unchanged'; readonly etag: string; readonly isPublic?: boolean }
  | {
      readonly kind: 'json'
      readonly body: unknown
      readonly status?: number
      readonly headers?: Readonly<Record<string, string>>
    }
  /** Shown as an error page with the status of the first problem. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

/** The parts of a request a handler may see. A form with a field that has two values never comes here. */
export type RouteRequest = {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, string>>
  readonly files: readonly UploadedFile[]
  /** What a program sent as JSON, not yet looked at. */
  readonly json: unknown
  /** By their names in lower case. One that was sent twice is not among them. */
  readonly headers: Readonly<Record<string, string>>
  readonly visit: Visit
}

/** An audit action, or 'reads' for a page that changes nothing. */
export type RouteAudit = AuditAction | 'reads'

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly permission: Permission
  /** An audit action, or 'reads' for a page that changes nothing. */
  readonly audit: RouteAudit
  readonly handle: (request: RouteRequest, shell: Shell) => Promise<Reply>
  /**
   * What happens to a request whose sender is known and has no permission: undefined if it is refused, as it is on
   * every route without this. For what must not be lost because a right was removed while it was on its way.
   */
  readonly whenNotAllowed?: (request: RouteRequest, shell: Shell) => Promise<Reply | undefined>
  /**
   * True for a form that sets values and so does no more when it is sent again, and for an operation that knows its
   * requests by their keys itself. Every other POST is done once for each key.
   */
  readonly repeats?: true
  /** Given where the form sends files. */
  readonly upload?: { readonly maximumBytes: number }
}
