/** The description of the API, made from the operations that the server runs. */
import { z } from 'zod'
import type { AllProblems, ProblemCode } from '../../../core/kernel/problem.ts'
import type { Operation, OperationBody, Parameter, Shown } from './operation.ts'

const problemSchema = {
  type: 'object',
  description: 'RFC 9457. `code` is one of docs/reference/problems.md.',
  required: ['type', 'status', 'code', 'title', 'detail'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    title: { type: 'string', description: 'What is wrong, in a sentence.' },
    detail: { type: 'string', description: 'What to do about it.' },
    problems: {
      type: 'array',
      description: 'Everything that is wrong, where more than one thing may be.',
      items: {
        type: 'object',
        required: ['code', 'text', 'action'],
        properties: {
          code: { type: 'string' },
          text: { type: 'string' },
          action: { type: 'string' },
          place: {
            type: 'object',
            description: 'The place of the error: the path in a body, the row of a file, the field.',
            properties: {
              file: { type: 'string' },
              row: { type: 'integer' },
              line: { type: 'integer' },
              column: { type: 'integer' },
              field: { type: 'string' },
              path: { type: 'string' },
            },
          },
        },
      },
    },
  },
} as const

const problemReference = { $ref: '#/components/schemas/Problem' }

const problemsOfBodies: readonly ProblemCode[] = [
  'request.text-unreadable',
  'request.text-too-long',
  'request.busy',
  'request.body-malformed',
  'request.too-large',
  'request.unsupported-type',
]

const versionHeaders = [
  header('If-Match', 'The ETag of what was read.', '"1"'),
  header('If-None-Match', '`*` if nothing had been written.', '*'),
]
const keyHeader = header(
  'Idempotency-Key',
  'The same key with the same content is written once and answered the same.',
  '4f9d4c1e-0b1d-4a53-9f0a-7d0f9f1c2b6a',
)

function header(name: string, description: string, example: string) {
  return { name, in: 'header', required: false, description, schema: { type: 'string' }, example }
}

/** What the document says of the product. */
export type ApiText = {
  readonly title: string
  readonly description: string
  /** Where a person gets a token. */
  readonly bearer: string
  /** What every operation may be refused with. */
  readonly commonProblems: readonly ProblemCode[]
}

/** Returns the OpenAPI 3.1 document of `operations`, which refuse in the words of `table`. */
export function openApi(operations: readonly Operation[], table: AllProblems, text: ApiText) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: described(operation, table, text.commonProblems),
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: text.title,
      version: '1',
      license: { name: 'MIT', identifier: 'MIT' },
      description: text.description,
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: text.bearer },
      },
      schemas: { Problem: problemSchema },
    },
    paths,
  }
}

/** Every operation that adds something is done once for each key. */
function takesKey({ method, repeatable }: Operation): boolean {
  return repeatable || method === 'POST'
}

function described(operation: Operation, table: AllProblems, common: readonly ProblemCode[]) {
  const { id, tag, summary, permission, parameters, version, body } = operation
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: `Needs the permission ${permission}.`,
    parameters: [
      ...parameters.map(parameterOf),
      ...(version === 'asked' ? versionHeaders : []),
      ...(takesKey(operation) ? [keyHeader] : []),
    ],
    ...(body === null ? {} : { requestBody: requestBody(body) }),
    responses: {
      [String(operation.done ?? 200)]: done(operation),
      ...problemResponses(operation, table, common),
    },
  }
}

function parameterOf({ name, in: place = 'path', description, example, pattern }: Parameter) {
  const schema = { type: 'string', ...(pattern === undefined ? {} : { pattern: pattern.source }) }
  return { name, in: place, required: place === 'path', description, schema, example }
}

function requestBody({ type = 'application/json', schema, example }: OperationBody) {
  return { required: true, content: { [type]: { schema: schemaOf(schema, 'input'), example } } }
}

function done({ answer, answerType = 'application/json', version }: Operation) {
  const etag = { description: 'The version that is answered, for If-Match.', schema: { type: 'string' } }
  return {
    description: 'Done.',
    ...(version === 'none' ? {} : { headers: { ETag: etag } }),
    content: { [answerType]: { schema: schemaOf(answer, 'output') } },
  }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io })
  return described
}

/** By status: what may be refused, in the words of the table. */
function problemResponses(operation: Operation, table: AllProblems, common: readonly ProblemCode[]) {
  const { body, version, problems, shows = [] } = operation
  const codes = [
    ...common,
    ...(body === null ? [] : problemsOfBodies),
    ...(version === 'asked' ? (['request.version-missing'] as const) : []),
    ...(takesKey(operation) ? (['fieldwork.key-used-otherwise'] as const) : []),
    ...(takesKey(operation) && !operation.repeatable ? (['request.sent-before'] as const) : []),
    ...problems,
  ]
  const byStatus = Object.entries(Object.groupBy(codes, (code) => String(table[code].status)))
  const responseOf = (of: readonly ProblemCode[]) => problemResponse(sentencesOf(of, table), of, shows)
  return Object.fromEntries(byStatus.map(([status, of = []]) => [status, responseOf(of)]))
}

function sentencesOf(codes: readonly ProblemCode[], table: AllProblems): string {
  return codes.map((code) => `\`${code}\`: ${table[code].sentence}`).join('\n\n')
}

function problemResponse(description: string, codes: readonly ProblemCode[], shows: readonly Shown[]) {
  const shown = shows
    .filter(({ problems }) => codes.some((code) => problems.includes(code)))
    .map(({ schema }) => ({ allOf: [problemReference, schemaOf(schema, 'output')] }))
  // Not every problem of the status shows more: one that does not is only a problem.
  const isAll = codes.every((code) => shows.some(({ problems }) => problems.includes(code)))
  const anyOf = isAll ? shown : [...shown, problemReference]
  const schema = anyOf.length === 1 ? anyOf[0] : { anyOf }
  return { description, content: { 'application/problem+json': { schema } } }
}
