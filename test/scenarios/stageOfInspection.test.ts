/** Moving an inspection on its page: nobody moves it from a stage that they did not see. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findStage } from '../../src/app/people/rights.queries.ts'
import { signedInHeaders } from '../support/signedInHeaders.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

const inspection = 'northmoor-2024-06'
let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
}, 120_000)

afterAll(() => server?.close())

test('of two who looked at the same stage the second is told, and moves nothing', async () => {
  const headers = await signedInHeaders(server, 'lead')
  const address = `${server.address}/inspections/${inspection}`
  const page = await (await fetch(`${address}/people`, { headers })).text()
  const [, seen = ''] = /name="seen" value="([^"]*)"/.exec(page) ?? []
  expect(seen).toBe(await findStage(server.shell.database, inspection))
  const move = (stage: string) =>
    fetch(`${address}/stage`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ stage, seen }),
      redirect: 'manual',
    })
  expect((await move('fieldwork')).status).toBe(303)
  const second = await move('report')
  expect([second.status, await second.text()]).toEqual([
    422,
    expect.stringContaining(
      'Somebody else moved this inspection to another stage after you had looked at it.',
    ),
  ])
  expect(await findStage(server.shell.database, inspection)).toBe('fieldwork')
})
