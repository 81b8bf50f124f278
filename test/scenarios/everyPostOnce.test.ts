/** Every POST of the product, from its table of routes: what adds something is done once for each key. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { done } from '../../src/core/kernel/result.ts'
import { formKeyField, formToken, formTokenHeader } from '../../src/platform/http/formToken.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { hashSecret, newSecret } from '../../src/platform/secrets.ts'
import { type AccessServer, addTestPerson, openAccessServer } from '../support/accessServer.ts'
import { testNow } from '../support/testNow.ts'

/**
 * Sent again they do no more: a form that sets values, which are the same the second time, or an operation of fieldwork
 * that knows its keys itself (`fieldworkApi`). Anyone who adds a path here is responsible for that.
 */
const repeatable = [
  /^\/api\/v1\/inspections\/:inspection\/cases\/:case\/(steps\/[a-z-]+|decisions)$/,
  /\/allocation\/(cases\/:case|case-managers|people\/:person|settings)$/,
  /\/sample\/(plan|size)$/,
  /\/cases\/:case\/(people|facts|questions|questions\/:keyQuestion)$/,
  /\/findings$/,
  /\/recommendations\/:recommendation$/,
  /^\/people\/:person$/,
  /^\/inspections\/:inspection\/correct$/,
]

let running: AccessServer
let headers: Readonly<Record<string, string>>
let effects = 0

/** Represents every handler, and writes as they do: anyone signed in may, and each call that is committed counts. */
function counting(route: Route): Route {
  const handle: Route['handle'] = async (_request, shell) => {
    await shell.transact(async () => done(null))
    effects += 1
    return route.path.startsWith('/api/')
      ? { kind: 'json', body: { effects } }
      : { kind: 'redirect', to: `/done/${effects}` }
  }
  return route.method === 'POST' ? { ...route, permission: 'account.keep', handle } : route
}

beforeAll(async () => {
  running = await openAccessServer({ withRoute: counting })
  const { personId } = await addTestPerson(running.shell, 'Ann Ames')
  const [session, browser] = [newSecret(), newSecret()]
  const times = { started_at: testNow, last_seen_at: testNow }
  const hashes = { session_hash: hashSecret(session), browser_hash: hashSecret(browser) }
  await running.shell.database
    .insertInto('session')
    .values({ ...hashes, ...times, person_id: personId, agent: 'test' })
    .execute()
  headers = {
    cookie: `assay_session=${session}; assay_browser=${browser}`,
    [formTokenHeader]: formToken(browser, personId),
    host: '127.0.0.1',
  }
})
afterAll(() => running?.close())

async function post(path: string, key: string) {
  const isOperation = path.startsWith('/api/')
  const answer = await running.server.inject({
    method: 'POST',
    url: path.replace(/:\w+/g, 'x'),
    headers: isOperation
      ? { ...headers, 'content-type': 'application/json', 'idempotency-key': key }
      : { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    payload: isOperation ? '{}' : new URLSearchParams({ [formKeyField]: key }).toString(),
  })
  return { status: answer.statusCode, to: answer.headers.location, body: answer.body }
}

describe('every POST', () => {
  test('is done once for each key, or is known to do no more when it is repeated', async () => {
    const posts = running.routes.filter(({ method }) => method === 'POST')
    const repeating = posts.filter(({ repeats }) => repeats === true).map(({ path }) => path)
    expect(repeating.filter((path) => !repeatable.some((pattern) => pattern.test(path)))).toEqual([])
    expect(posts.length).toBeGreaterThan(50)
  })

  test('sent twice at the same moment, and again after its answer was lost, is done once', async () => {
    const adding = running.routes.filter(({ method, repeats }) => method === 'POST' && repeats !== true)
    for (const { path } of adding) {
      effects = 0
      const key = `key of ${path}`
      const [one, other] = await Promise.all([post(path, key), post(path, key)])
      const again = await post(path, key)
      expect([path, one.status < 400, effects, other, again]).toEqual([path, true, 1, one, one])
      await post(path, `another ${key}`)
      expect([path, effects]).toEqual([path, 2])
    }
  })
})
