/** One operation of the API: from it the server has its route and the OpenAPI document its description. */
import { z } from 'zod'
import { problem } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { Reply, Route, RouteRequest } from '../../../platform/http/route.ts'
import type { Permission } from '../../people/permissions.ts'

export type Parameter = { readonly name: string; readonly description: string; readonly example: string }

export type Operation = {
  readonly id: string
  readonly method: Route['method']
  /** With parameters in braces, as OpenAPI writes them. */
  readonly path: string
  readonly summary: string
  readonly permission: Permission
  readonly audit: string
  readonly parameters: readonly Parameter[]
  /** `versioned` operations ask for If-Match or If-None-Match and take an Idempotency-Key. */
  readonly versioned: boolean
  readonly body: { readonly schema: z.ZodType; readonly example: unknown } | null
  /** What is answered when it is done, and what more than the common problems may be answered. */
  readonly answer: z.ZodType
  readonly problems: readonly { readonly status: number; readonly description: string }[]
  readonly handle: Route['handle']
  readonly whenNotAllowed?: NonNullable<Route['whenNotAllowed']>
}

export const inspectionParameter: Parameter = {
  name: 'inspection',
  description: 'The id of the inspection.',
  example: 'northmoor-2024-06',
}
export const caseParameter: Parameter = {
  name: 'case',
  description: 'The id of the case in its inspection.',
  example: 'NM-C01',
}

/** The route of an operation: braces become the server's own parameters. */
export function routeOf({ method, path, permission, audit, handle, whenNotAllowed }: Operation): Route {
  const route = { method, path: path.replace(/\{(\w+)\}/g, ':$1'), permission, audit, handle }
  return whenNotAllowed === undefined ? route : { ...route, whenNotAllowed }
}

/** The body as `schema` has it, or a refusal that says what is wrong. */
export function readBody<Body>(schema: z.ZodType<Body>, { json }: RouteRequest): Result<Body> {
  const read = schema.safeParse(json ?? {})
  if (read.success) return done(read.data)
  return refuse(problem('fieldwork.body-malformed', { reason: z.prettifyError(read.error) }))
}

export function json(body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { kind: 'json', body, headers }
}

export function keyOf({ params: { inspection = '', case: caseId = '' } }: RouteRequest) {
  return { inspectionId: inspection, caseId }
}
