/** The API of fieldwork, exercised from its own description: each operation is called as the document says. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { findFact } from '../../src/core/fieldwork/caseFacts.ts'
import { completeFact, setStage, tokenOf } from '../support/fieldwork.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

const parameter = z.object({ name: z.string(), in: z.string(), example: z.string() })
const operationSchema = z.object({
  operationId: z.string(),
  parameters: z.array(parameter),
  requestBody: z
    .object({ content: z.object({ 'application/json': z.object({ example: z.unknown() }) }) })
    .optional(),
  responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.object({ schema: z.any() })) })),
})
const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
})

type Described = z.infer<typeof operationSchema> & { readonly method: string; readonly path: string }

const inspection = 'northmoor-2024-06'
let server: TestServer
let lead = ''
let inspector = ''
let operations: ReadonlyMap<string, Described>
const called = new Set<string>()

beforeAll(async () => {
  server = await startTestServer()
  await setStage(server.shell, inspection, 'fieldwork')
  lead = await tokenOf(server.shell, 'lead@northmoor.example')
  inspector = await tokenOf(server.shell, 'inspector@northmoor.example')
  const document = documentSchema.parse(await (await fetch(`${server.address}/api/v1/openapi.json`)).json())
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method, path })),
  )
  operations = new Map(all.map((operation) => [operation.operationId, operation]))
})
afterAll(() => server?.close())

type Call = {
  readonly token?: string
  readonly path?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Calls an operation with the document's examples where nothing else is said, and holds the answer to its schema. */
async function call(id: string, { token = lead, path = {}, body, headers = {} }: Call = {}) {
  const operation = operations.get(id) ?? expect.fail(`the document has no operation ${id}`)
  const address = operation.path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const example = operation.parameters.find((each) => each.name === name && each.in === 'path')?.example
    return encodeURIComponent(path[name] ?? example ?? expect.fail(`no example of ${name}`))
  })
  const sent = body ?? operation.requestBody?.content['application/json'].example
  const response = await fetch(server.address + address, {
    method: operation.method.toUpperCase(),
    headers: {
      authorization: `Bearer ${token}`,
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  })
  const answer: unknown = await response.json()
  const described =
    operation.responses[String(response.status)] ?? expect.fail(`${id} answered ${response.status}`)
  const type = response.headers.get('content-type')?.split(';')[0] ?? ''
  const { schema } = described.content[type] ?? expect.fail(`${id} answered ${type}`)
  if (!('$ref' in schema)) z.fromJSONSchema(schema).parse(answer)
  if (response.ok) called.add(id)
  return { status: response.status, etag: response.headers.get('etag') ?? '', answer: z.any().parse(answer) }
}

const c = { case: 'NM-C01' }

describe('an answer over the API', () => {
  test('is read with its version, written on it, and refused to a write that saw none', async () => {
    const read = await call('read-answer', { path: { ...c, question: '2.1.1.a' } })
    expect(read.etag).toBe('"1"')
    const blind = await call('write-answer', { path: { ...c, question: '2.1.1.a' } })
    expect([blind.status, blind.answer.code]).toEqual([428, 'fieldwork.version-missing'])
    const body = { answer: 'na', reason: 'There is no victim.' }
    const saved = await call('write-answer', {
      path: { ...c, question: '2.1.1.a' },
      body,
      headers: { 'if-match': read.etag },
    })
    expect(saved).toMatchObject({
      status: 200,
      etag: '"2"',
      answer: { ...body, version: 2, writtenBy: 'Lena (made up)' },
    })
  })

  test('of two, the second is told both values and who wrote the other, and both are kept', async () => {
    const path = { ...c, question: '2.1.1.b' }
    const headers = { 'if-match': '"1"' }
    await call('write-answer', { path, headers, body: { answer: 'na', reason: 'One' } })
    const second = await call('write-answer', {
      token: inspector,
      path,
      headers,
      body: { answer: 'na', reason: 'Two' },
    })
    expect(second.status).toBe(412)
    expect(second.answer).toMatchObject({
      code: 'fieldwork.changed-meanwhile',
      current: { answer: 'na', reason: 'One', writtenBy: 'Lena (made up)' },
      yours: { answer: 'na', reason: 'Two' },
    })
    const loaded = await call('read-case', { path: c })
    expect(loaded.answer.kept).toMatchObject([
      { item: '2.1.1.b', detail: 'Two', author: { name: 'Idris (made up)' } },
    ])
    const body = {
      kind: 'answer',
      item: '2.1.1.b',
      value: 'na',
      detail: 'Two',
      sawVersion: 2,
      reason: 'Seen together',
    }
    expect((await call('decide', { path: c, body })).answer).toEqual({ version: 3 })
    const history = await call('read-history', { path: { ...c, kind: 'answer', item: '2.1.1.b' } })
    expect(history.answer.versions.map(({ detail }: { detail: string }) => detail).slice(1)).toEqual([
      'One',
      'Two',
    ])
  })

  test('sent again with its key is written once', async () => {
    const headers = { 'if-none-match': '*', 'idempotency-key': 'note-1' }
    const first = await call('write-note', { path: { ...c, keyQuestion: '2.1.1' }, headers })
    const again = await call('write-note', { path: { ...c, keyQuestion: '2.1.1' }, headers })
    expect(again).toEqual(first)
    expect((await call('read-note', { path: { ...c, keyQuestion: '2.1.1' } })).etag).toBe('"1"')
    const other = await call('write-note', { path: { ...c, keyQuestion: '2.1.2' }, headers })
    expect(other.answer.code).toBe('fieldwork.key-used-otherwise')
  })
})

test('a case is completed, handed in, returned, signed and opened again', async () => {
  expect((await call('list-cases')).answer.cases.length).toBeGreaterThan(20)
  await call('write-practice', { path: { ...c, keyQuestion: '2.1.1' }, headers: { 'if-none-match': '*' } })
  await call('read-practice', { path: { ...c, keyQuestion: '2.1.1' } })
  await call('read-fact', { path: c })
  const { missing } = (await call('read-case', { path: c })).answer
  for (const { kind, item } of missing) {
    const fact = kind === 'fact' ? findFact(item) : undefined
    if (fact !== undefined) {
      await call('write-fact', {
        path: { ...c, fact: item },
        body: completeFact(fact),
        headers: { 'if-none-match': '*' },
      })
      continue
    }
    const { etag, answer } = await call('read-answer', { path: { ...c, question: item } })
    const body = { answer: answer.answer ?? 'yes', reason: 'Does not apply' }
    await call('write-answer', { path: { ...c, question: item }, body, headers: { 'if-match': etag } })
  }
  expect((await call('read-case', { path: c })).answer.missing).toEqual([])
  for (const step of ['hand-in', 'take-back', 'hand-in', 'return', 'hand-in', 'sign', 'reopen']) {
    expect((await call(step, { path: c })).status, step).toBe(200)
  }
  expect((await call('read-case', { path: c })).answer).toMatchObject({ status: 'open', round: 2 })
})

test('people are allocated, and told who else is there', async () => {
  await call('allocate', { path: c })
  await call('attend', { token: inspector, path: c })
  expect((await call('attend', { path: c })).answer.others).toEqual([
    { name: 'Idris (made up)', place: 'facts' },
  ])
})

test('what cannot be read or found is a problem with its code', async () => {
  const headers = { 'if-none-match': '*' }
  const ill = await call('write-answer', { path: c, headers, body: { answer: 'maybe' } })
  expect([ill.status, ill.answer.code]).toEqual([400, 'fieldwork.body-malformed'])
  const none = await call('read-case', { path: { case: 'nobody' } })
  expect([none.status, none.answer.code]).toEqual([404, 'fieldwork.case-not-found'])
  const nobody = await call('read-case', { token: 'x'.repeat(43), path: c })
  expect([nobody.status, nobody.answer.code]).toEqual([401, 'people.not-signed-in'])
})

test('every operation of the document was called and done', () => {
  expect([...operations.keys()].filter((id) => !called.has(id))).toEqual([])
})
