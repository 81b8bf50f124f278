import type { Problem } from '../../core/kernel/problem.ts'
import type { Route } from './route.ts'

/** What the plumbing serves: everything it has to know about the product, and no more. */
export type Application = {
  readonly routes: readonly Route[]
  readonly permissions: readonly string[]
  readonly auditActions: readonly string[]
  /** What the frame of the page at `path` shows to the person of that name; templates see it as `layout`. */
  readonly layoutFor: (path: string, personName: string | null) => object
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
    ...(auditActions.includes(audit) ? [] : [`${method} ${path}: no audit action "${audit}"`]),
    ...(method !== 'GET' && audit === 'reads'
      ? [`${method} ${path}: a change has to name its audit action`]
      : []),
    ...(routes.findIndex((other) => other.method === method && other.path === path) < index
      ? [`${method} ${path}: declared twice`]
      : []),
  ])
  if (faults.length > 0) throw new Error(`The routes are not as declared:\n${faults.join('\n')}`)
}
