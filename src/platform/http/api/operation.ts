/** One operation of the API: from it the server has its route and the OpenAPI document its description. */

import type { z } from 'zod'
import type { Problem, ProblemCode } from '../../../core/kernel/problem.ts'
import { done, type Result, refuse } from '../../../core/kernel/result.ts'
import type { Permission } from '../../declared.ts'
import { placeText } from '../../printProblems.ts'
import { readShape } from '../../readShape.ts'
import { problem } from '../problems.ts'
import type { Reply, Route, RouteAudit, RouteRequest } from '../route.ts'

/** `example` is a value with which the operation can be tried on the demonstration. */
export type Parameter = {
  readonly name: string
  /** A part of the address, if nothing else is said. */
  readonly in?: 'path' | 'query'
  readonly description: string
  readonly example: string
  /** What the whole value matches, if not every value is possible. */
  readonly pattern?: RegExp
}

export type Operation = {
  readonly id: string
  /** Under which heading it is listed. */
  readonly tag: string
  readonly method: Route['method']
  /** With parameters in braces, as OpenAPI writes them. */
  readonly path: string
  readonly summary: string
  readonly permission: Permission
  readonly audit: RouteAudit
  readonly parameters: readonly Parameter[]
  /** `given`: answered with an ETag. `asked`: also asks for If-Match, or If-None-Match for what is not there yet. */
  readonly version: 'none' | 'given' | 'asked'
  /** True if a request with an Idempotency-Key that is sent again is answered as the first time. */
  readonly repeatable: boolean
  readonly body: OperationBody | null
  /** What is answered when it is done; JSON unless `answerType` says otherwise. */
  readonly answer: z.ZodType
  readonly answerType?: string
  /** The status of success, if it is not 200. */
  readonly done?: number
  /** The refusals of this operation that not all operations have. */
  readonly problems: readonly ProblemCode[]
  /** What the answers with some of the problems also contain. */
  readonly shows?: readonly Shown[]
  readonly handle: Route['handle']
  readonly whenNotAllowed?: NonNullable<Route['whenNotAllowed']>
}

export type Shown = { readonly problems: readonly ProblemCode[]; readonly schema: z.ZodType }

/** JSON, unless `type` says that it is a form with a file: `upload` then says how large that may be. */
export type OperationBody = {
  readonly schema: z.ZodType
  readonly example: unknown
  readonly type?: 'application/json' | 'multipart/form-data'
  readonly upload?: NonNullable<Route['upload']>
}

/** The route of an operation: braces become the server's own parameters. */
export function routeOf(operation: Operation): Route {
  const { method, path, permission, audit, body, handle, whenNotAllowed, repeatable } = operation
  return {
    method,
    path: path.replace(/\{(\w+)\}/g, ':$1'),
    permission,
    audit,
    handle: async (request, shell) => {
      const [first, ...others] = queryProblems(operation, request)
      return first === undefined ? handle(request, shell) : { kind: 'refused', problems: [first, ...others] }
    },
    ...(body?.upload === undefined ? {} : { upload: body.upload }),
    ...(whenNotAllowed === undefined ? {} : { whenNotAllowed }),
    ...(repeatable ? { repeats: true } : {}),
  }
}

/** What the query of the address says that the operation does not know: it would be done otherwise than was asked. */
function queryProblems({ parameters }: Operation, { query }: RouteRequest): readonly Problem[] {
  const known = parameters.filter((parameter) => parameter.in === 'query')
  return Object.entries(query).flatMap(([name, value]): readonly Problem[] => {
    const parameter = known.find((each) => each.name === name)
    const place = { field: name }
    if (parameter === undefined) return [problem('request.parameter-unknown', { parameter: name }, place)]
    return parameter.pattern?.test(value) === false
      ? [problem('request.parameter-malformed', { parameter: name, value }, place)]
      : []
  })
}

/** The body as `schema` has it, or a refusal of which each problem after the first has its path in the body. */
export function readBody<Body>(schema: z.ZodType<Body>, { json }: RouteRequest): Result<Body> {
  const read = readShape(schema, json ?? {})
  if (read.ok) return done(read.value)
  const [{ text, place }] = read.problems
  const where = placeText(place)
  const sentence = text.replace(/\.$/, '')
  const reason = where === '' ? sentence : `${where}: ${sentence}`
  return refuse(problem('request.body-malformed', { reason }), ...read.problems)
}

/** The answer of an operation: what was done, in the words of its answer, or why it was not. */
export function answered<Value>(
  result: Result<Value>,
  body: (value: Value) => unknown,
  headers: (value: Value) => Readonly<Record<string, string>> = () => ({}),
): Reply {
  if (!result.ok) return { kind: 'refused', problems: result.problems }
  return { kind: 'json', body: body(result.value), headers: headers(result.value) }
}
