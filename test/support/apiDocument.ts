/** The API as its own document describes it: operations are called with the document's examples. */
import { expect } from 'vitest'
import { z } from 'zod'

const parameter = z.object({ name: z.string(), in: z.string(), required: z.boolean(), example: z.string() })
const response = z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) })
const operation = z.object({
  operationId: z.string(),
  summary: z.string().min(10),
  tags: z.array(z.string()).length(1),
  description: z.string(),
  parameters: z.array(parameter),
  requestBody: z
    .object({ content: z.record(z.string(), z.object({ schema: z.unknown(), example: z.json() })) })
    .optional(),
  responses: z.record(z.string(), response),
})
const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  security: z.array(z.object({ bearer: z.array(z.string()) })).length(1),
  components: z.object({ schemas: z.object({ Problem: z.unknown() }) }),
  paths: z.record(z.string(), z.record(z.string(), operation)),
})

export type Described = z.infer<typeof operation> & { readonly method: string; readonly path: string }

export type ApiCall = {
  /** Null for a request without one. */
  readonly token?: string | null
  readonly path?: Readonly<Record<string, string>>
  readonly query?: string
  /** Sent as JSON; `text` as it is. */
  readonly body?: unknown
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
}

export type ApiClient = {
  readonly operations: ReadonlyMap<string, Described>
  /** Calls an operation with the examples if nothing else is said, and holds the answer to what is described. */
  call(id: string, call: ApiCall & { readonly token: string | null }): Promise<ApiAnswer>
}

export type ApiAnswer = { readonly status: number; readonly etag: string; readonly answer: z.infer<z.ZodAny> }

/** Reads the document of the server at `address`. */
export async function readApiDocument(address: string): Promise<ApiClient> {
  const document = documentSchema.parse(await (await fetch(`${address}/api/v1/openapi.json`)).json())
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ ...described, method, path })),
  )
  const operations = new Map(all.map((described) => [described.operationId, described]))
  const { Problem } = document.components.schemas
  const call: ApiClient['call'] = async (id, sent) => {
    const described = operations.get(id) ?? expect.fail(`the document has no operation ${id}`)
    const response = await fetch(address + addressOf(described, sent), requestOf(described, sent))
    return heldTo(described, response, Problem)
  }
  return { operations, call }
}

function addressOf(
  { operationId, path, parameters }: Described,
  { path: given = {}, query }: ApiCall,
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const example = parameters.find((each) => each.name === name && each.in === 'path')?.example
    return encodeURIComponent(given[name] ?? example ?? expect.fail(`${operationId}: no example of ${name}`))
  })
  return query === undefined ? filled : `${filled}?${query}`
}

/** The type and the example of what the operation is sent; undefined if it is sent nothing. */
export function contentOf({ requestBody }: Described) {
  const [found] = Object.entries(requestBody?.content ?? {})
  return found && { type: found[0], example: found[1].example }
}

/** A form of these fields, the file among them as a file. */
function formOf(fields: unknown): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(z.record(z.string(), z.string()).parse(fields))) {
    if (name === 'file') form.set(name, new Blob([value]), 'sent.csv')
    else form.set(name, value)
  }
  return form
}

function requestOf(described: Described, { token, body, text, headers = {} }: ApiCall) {
  const { method } = described
  const content = contentOf(described)
  const value = body ?? content?.example
  const authorization = typeof token === 'string' ? { authorization: `Bearer ${token}` } : {}
  if (content?.type === 'multipart/form-data' && text === undefined) {
    return { method: method.toUpperCase(), headers: { ...authorization, ...headers }, body: formOf(value) }
  }
  const sent = text ?? (value === undefined ? undefined : JSON.stringify(value))
  return {
    method: method.toUpperCase(),
    headers: {
      ...authorization,
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
  }
}

async function heldTo({ operationId, responses }: Described, response: Response, problem: unknown) {
  const { status } = response
  const described = responses[String(status)] ?? expect.fail(`${operationId} answered ${status}, undescribed`)
  const type = response.headers.get('content-type')?.split(';')[0] ?? ''
  const { schema } = described.content[type] ?? expect.fail(`${operationId} answered ${status} as ${type}`)
  const text = await response.text()
  const answer: unknown = type.endsWith('json') ? JSON.parse(text) : text
  const whole = JSON.stringify(schema).replaceAll(
    '{"$ref":"#/components/schemas/Problem"}',
    JSON.stringify(problem),
  )
  const read = z.fromJSONSchema(JSON.parse(whole)).safeParse(answer)
  if (!read.success) expect.fail(`${operationId} answered ${status}: ${z.prettifyError(read.error)}\n${text}`)
  return { status, etag: response.headers.get('etag') ?? '', answer: z.any().parse(answer) }
}

/** The example of every header that the document gives, by its name. */
export function exampleHeaders({ parameters }: Described): Readonly<Record<string, string>> {
  const headers = parameters.filter((each) => each.in === 'header')
  return Object.fromEntries(headers.map(({ name, example }) => [name.toLowerCase(), example]))
}
