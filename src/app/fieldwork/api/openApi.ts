/** The description of the API, made from the operations that the server runs. */
import { z } from 'zod'
import type { Operation } from './operation.ts'

const problemSchema = {
  type: 'object',
  description: 'RFC 9457. `code` is one of docs/reference/problems.md.',
  required: ['type', 'status', 'code', 'title', 'detail'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    title: { type: 'string' },
    detail: { type: 'string' },
  },
} as const

const commonProblems = [
  { status: 400, description: 'The request cannot be read.' },
  { status: 401, description: 'Nobody is signed in.' },
  { status: 403, description: 'The person may not do this, or not at this stage of the inspection.' },
  { status: 404, description: 'There is no such inspection or case.' },
  { status: 422, description: 'The request can be read, but says what cannot be.' },
]

const versionHeaders = [
  header('If-Match', 'The ETag of the version that was read.', '"1"'),
  header('If-None-Match', '`*` where nothing had been written.', '*'),
  header(
    'Idempotency-Key',
    'The same key with the same content is written once and answered the same.',
    'a-1',
  ),
]

function header(name: string, description: string, example: string) {
  return { name, in: 'header', required: false, description, schema: { type: 'string' }, example }
}

/** The OpenAPI 3.1 document of `operations`. */
export function openApi(operations: readonly Operation[]) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: described(operation),
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Assay',
      version: '1',
      description:
        'Inspected cases: read, written and moved by programs as by people. A program sends the token of its person.',
    },
    security: [{ bearer: [] }],
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema },
    },
    paths,
  }
}

function described({ id, summary, parameters, versioned, body, answer, problems, permission }: Operation) {
  return {
    operationId: id,
    summary,
    description: `Needs the permission ${permission}.`,
    parameters: [
      ...parameters.map(({ name, description, example }) => ({
        name,
        in: 'path',
        required: true,
        description,
        schema: { type: 'string' },
        example,
      })),
      ...(versioned ? versionHeaders : []),
    ],
    ...(body === null ? {} : { requestBody: requestBody(body.schema, body.example) }),
    responses: { '200': done(answer), ...problemResponses(problems) },
  }
}

function requestBody(schema: z.ZodType, example: unknown) {
  return { required: true, content: { 'application/json': { schema: schemaOf(schema, 'input'), example } } }
}

function done(answer: z.ZodType) {
  return {
    description: 'Done.',
    content: { 'application/json': { schema: schemaOf(answer, 'output') } },
  }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io })
  return described
}

function problemResponses(own: Operation['problems']) {
  const all = [...commonProblems.filter(({ status }) => own.every((each) => each.status !== status)), ...own]
  return Object.fromEntries(
    all.map(({ status, description }) => [
      String(status),
      {
        description,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

/** `docs/reference/api.md`: the operations in one table, for people. */
export function apiReference(operations: readonly Operation[]): string {
  const rows = operations.map(
    ({ method, path, summary, permission }) => `| ${method} | \`${path}\` | ${summary} | \`${permission}\` |`,
  )
  return [
    '# API',
    '',
    'What programs may ask for. The full description, with the shape of every body, is OpenAPI 3.1 at',
    '`/api/v1/openapi.json`. This page is made from the same table by `npm run docs`.',
    '',
    '| method | address | what it does | permission |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    ...conventions,
  ].join('\n')
}

const conventions = [
  '## Conventions',
  '',
  'A program sends `Authorization: Bearer TOKEN`, with a token that its person made under their account or by',
  '`assay token create`. It may do what the person may.',
  '',
  'An answer, a note, a fact and the mark of a practice example are each written by themselves. A write says which',
  'version it saw: `If-Match` with the `ETag` of what was read, or `If-None-Match: *` for the first. Where somebody',
  'else wrote meanwhile the answer is 412 with both values, `current` and `yours`, and both are kept until',
  'somebody decides. A write to a case that was handed in or signed is kept too, and answered 409.',
  '',
  'What comes from the case list is a fact whose `writtenBy` is `the case list`. Writing the same value confirms it.',
  'An age is whole years or `not-known`; the time of the interview is written `2026-06-01T10:30`, as clocks show it.',
  '',
  'With an `Idempotency-Key` the same request sent again is written once and answered as the first time.',
  'Problems are `application/problem+json` (RFC 9457) with a `code` of [problems.md](problems.md).',
  '',
]
