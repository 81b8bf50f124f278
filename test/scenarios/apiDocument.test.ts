/** The OpenAPI document: valid, whole, and true of every operation that it describes. */
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { giveRole } from '../../src/app/people/access/assignRoles.ts'
import { addPerson } from '../../src/app/people/accounts/managePeople.ts'
import { apiOperations } from '../../src/bin/apiOperations.ts'
import { makeApplication } from '../../src/bin/application.ts'
import { testSealingKeys } from '../support/accessServer.ts'
import {
  type ApiClient,
  contentOf,
  type Described,
  exampleHeaders,
  readApiDocument,
} from '../support/apiDocument.ts'
import { setStage, tokenOf } from '../support/fieldwork.ts'
import { doneValue } from '../support/results.ts'
import { northmoor, projectEditions } from '../support/sampleOfNorthmoor.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

let server: TestServer
let api: ApiClient
let lead = ''
let stranger = ''
const ids = apiOperations(new Map()).map(({ id }) => id)

beforeAll(async () => {
  server = await startTestServer()
  await setStage(server.shell, northmoor, 'fieldwork')
  lead = await tokenOf(server.shell, 'lead@northmoor.example')
  const person = { email: 'stranger@york.example', name: 'Sten (made up)', overallRoles: [] }
  doneValue(await addPerson(server.shell, person))
  doneValue(await giveRole(server.shell, 'york-2022-12', { email: person.email, role: 'lead' }))
  await setStage(server.shell, 'york-2022-12', 'fieldwork')
  stranger = await tokenOf(server.shell, person.email)
  api = await readApiDocument(server.address)
})
afterAll(() => server?.close())

function described(id: string): Described {
  return api.operations.get(id) ?? expect.fail(`the document has no operation ${id}`)
}

describe('the document', () => {
  test('is valid by the schema of OpenAPI 3.1', async () => {
    const document = z
      .record(z.string(), z.unknown())
      .parse(await (await fetch(`${server.address}/api/v1/openapi.json`)).json())
    const checked = await new Validator().validate(document)
    expect(checked).toMatchObject({ valid: true })
    const broken = await new Validator().validate({ ...document, paths: { '/x': { get: { responses: 1 } } } })
    expect(broken.valid).toBe(false)
  })

  test('describes every address of the API but its own', async () => {
    const printer = {
      print: () => Promise.reject(new Error('none is printed')),
      close: async () => undefined,
    }
    const { routes } = makeApplication(await projectEditions(), printer, {
      session: { idleMinutes: 1, absoluteHours: 1 },
      provider: undefined,
      madeUpMaySignIn: false,
      sealingKeys: testSealingKeys,
      origin: () => '',
    })
    const served = routes
      .filter(({ path }) => path.startsWith('/api/') && path !== '/api/v1/openapi.json')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    const listed = [...api.operations.values()].map(({ method, path }) => `${method.toUpperCase()} ${path}`)
    expect(served.toSorted()).toEqual(listed.toSorted())
  })

  test('names each operation once, and every part of its address', () => {
    expect([...api.operations.keys()].toSorted()).toEqual(ids.toSorted())
    for (const { path, parameters } of api.operations.values()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(named)
    }
  })
})

describe.each(ids)('%s', (id) => {
  test('answers its example as it is described', async () => {
    const { status } = await api.call(id, { token: lead, headers: exampleHeaders(described(id)) })
    expect([401, 403]).not.toContain(status)
  })

  test('answers nobody, and nobody of another inspection', async () => {
    const headers = exampleHeaders(described(id))
    const nobody = await api.call(id, { token: null, headers })
    expect([nobody.status, nobody.answer.code]).toEqual([401, 'people.not-signed-in'])
    const other = await api.call(id, { token: stranger, headers })
    expect([other.status, other.answer.code]).toEqual([403, 'people.not-allowed'])
  })

  test('refuses a part of the query that it does not know, rather than do something else', async () => {
    const sent = { token: lead, headers: exampleHeaders(described(id)), query: 'limitt=1' }
    const { status, answer } = await api.call(id, sent)
    expect([status, answer.code]).toEqual([400, 'request.parameter-unknown'])
    const twice = await api.call(id, { ...sent, query: 'limit=1&limit=2' })
    expect([twice.status, twice.answer.code]).toEqual([400, 'request.parameter-twice'])
  })

  test('refuses content that cannot be read', async () => {
    const headers = exampleHeaders(described(id))
    const content = contentOf(described(id))
    if (content === undefined) return
    const torn = await api.call(id, { token: lead, headers, text: '{' })
    expect([torn.status, torn.answer.code]).toEqual([400, 'request.malformed'])
    const twice = await api.call(id, { token: lead, headers, text: '{"answer": "yes", "answer": "no"}' })
    expect([twice.status, twice.answer.code]).toEqual([400, 'request.malformed'])
    const other = { ...headers, 'content-type': 'application/xml' }
    const xml = await api.call(id, { token: lead, headers: other, text: '<yes/>' })
    expect([xml.status, xml.answer.code]).toEqual([415, 'request.unsupported-type'])
    if (content.type !== 'application/json') return
    const strange = await api.call(id, { token: lead, headers, body: { nonsense: true } })
    expect([strange.status, strange.answer.code]).toEqual([400, 'request.body-malformed'])
    expect(strange.answer.problems).toContainEqual(
      expect.objectContaining({ code: 'json.field-unknown', place: { path: 'nonsense', field: 'nonsense' } }),
    )
  })
})
