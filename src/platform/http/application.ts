import type { Problem } from '../../core/kernel/problem.ts'
import type { AllAuditActions } from '../auditTable.ts'
import type { Connection } from '../database/connection.ts'
import type { Permission } from '../declared.ts'
import type { Actor } from '../shell.ts'
import type { CaseBar } from './access.ts'
import type { Reply, Route } from './route.ts'

/** Why a form was not done. */
export type RefusedForm = {
  readonly why: 'not-signed-in' | 'form-not-ours' | 'sent-otherwise' | 'sent-before'
  /** The address to which it was sent, and is sent again. */
  readonly path: string
  /** Null if it was not read: too long for someone unknown, or files without a mark of ours before them. */
  readonly fields: Readonly<Record<string, string>> | null
  /** The names of its files, which a page cannot send again. */
  readonly files: readonly string[]
  /** Where the one that was done led. */
  readonly next?: string
}

/** Where rights are asked for. */
export type Place = { readonly inspectionId: string | null; readonly caseId: string | null }

/** What the plumbing serves: everything it has to know about the product, and no more. */
export type Application = {
  readonly routes: readonly Route[]
  readonly permissions: readonly Permission[]
  readonly auditActions: Partial<AllAuditActions>
  /** What each problem that leaves a trace is called in the record of refusals, by its code. */
  readonly refusalTitles: ReadonlyMap<string, string>
  /** Returns the inspection and the case that the parameters of an address name; null for what they do not name. */
  readonly placeOf: (params: Readonly<Record<string, string>>) => Place
  /** From which cases of an inspection conflicts of interest bar the actor, as it is now. */
  readonly barOf: (database: Connection, actor: Actor, inspectionId: string) => Promise<CaseBar>
  /** What the frame of the page at `path` shows to the person of that name; templates see it as `layout`. */
  readonly layoutFor: (path: string, personName: string | null) => object
  /** The page that shows a form that was not done, with what was typed into it, so that it can be sent again. */
  readonly refusedFormPage: (form: RefusedForm) => Extract<Reply, { kind: 'page' }>
  /** The page that tells of problems. */
  readonly problemPage: (
    problems: readonly Problem[],
    status: number,
    requestId: string,
  ) => { readonly template: string; readonly model: object }
}

/** Throws where a route names a permission or an audit action that is not declared, or two share an address. */
export function checkRoutes({ routes, permissions, auditActions }: Application): void {
  const faults = routes.flatMap(({ method, path, permission, audit }, index) => [
    ...(permissions.includes(permission) ? [] : [`${method} ${path}: no permission "${permission}"`]),
    ...(audit === 'reads' || Object.hasOwn(auditActions, audit)
      ? []
      : [`${method} ${path}: no audit action "${audit}"`]),
    ...(method !== 'GET' && audit === 'reads'
      ? [`${method} ${path}: a change has to name its audit action`]
      : []),
    ...(routes.findIndex((other) => other.method === method && other.path === path) < index
      ? [`${method} ${path}: declared twice`]
      : []),
  ])
  if (faults.length > 0) throw new Error(`The routes are not as declared:\n${faults.join('\n')}`)
}
