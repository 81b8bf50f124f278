/** Whatever is sent to whatever address: it is read, or refused in our words; nothing fails, and nothing is read in vain. */
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeApplication } from '../../src/bin/application.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { testSealingKeys } from '../support/accessServer.ts'
import { testSettings } from '../support/settings.ts'
import { signedInHeaders } from '../support/signedInHeaders.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

let server: TestServer
let lead: Readonly<Record<string, string>>

beforeAll(async () => {
  server = await startTestServer()
  lead = await signedInHeaders(server, 'lead')
})
afterAll(() => server?.close())

const routes: readonly Route[] = makeApplication(
  new Map(),
  { print: () => Promise.reject(new Error('nothing is printed')), close: async () => undefined },
  {
    session: testSettings('').session,
    provider: undefined,
    madeUpMaySignIn: true,
    origin: () => 'http://127.0.0.1',
    sealingKeys: testSealingKeys,
  },
).routes

const inspection = 'northmoor-2024-06'

/** Path parts that no page has, and that no database takes. */
const nasty = ['%00', '%ed%a0%80', 'x%5c..%5c', '\u{1F44D}']
const nastyForms = [
  'text=%00',
  'text=a%00b&owner=%ED%A0%80',
  'text=%ff%fe',
  'text=%',
  '%00=1',
  'text=1&text=2',
  '__proto__=1&constructor=2',
  '&&==&=',
]
const nastyJson = [
  '{"value":"\\u0000"}',
  '{"value":"\\ud83d","note":"\\udc00"}',
  '{"\\u0000":1}',
  '{',
  '[]',
  'null',
  '"text"',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
]

function addressOf(route: Route, part: string): string {
  const path = route.path.replace(':inspection', inspection)
  return path.replace(/:\w+/g, part).replace(/\*$/, part)
}

/** What is wrong with an answer: a failure of ours, something of the inside, or other words than ours. */
async function faultOf(name: string, response: Response): Promise<string[]> {
  const body = await response.text()
  const type = response.headers.get('content-type') ?? ''
  const inside = /node_modules|\.ts:\d|at \w+ \(|PostgresError|invalid byte|FST_/.test(body)
  const isOurs = response.status < 400 || /text\/html|application\/problem\+json/.test(type)
  if (response.status < 500 && !inside && isOurs) return []
  return [`${name}: ${response.status} ${type} ${body.slice(0, 200)}`]
}

async function send(path: string, options: RequestInit = {}): Promise<Response> {
  return fetch(server.address + path, { redirect: 'manual', ...options })
}

describe('every route of the product', () => {
  test('reads or refuses every address', { timeout: 300_000 }, async () => {
    const faults: string[] = []
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      const paths = nasty.flatMap((part) => [
        addressOf(route, part),
        `${addressOf(route, 'x')}?q=${part}&to=${part}&after=${part}`,
      ])
      const found = await Promise.all(
        paths.map(async (path) => faultOf(`GET ${path}`, await send(path, { headers: lead }))),
      )
      faults.push(...found.flat())
    }
    expect(faults).toEqual([])
  })

  test('reads or refuses every body', { timeout: 300_000 }, async () => {
    const faults: string[] = []
    for (const route of routes.filter(({ method, path }) => method !== 'GET' && path !== '/sign-out')) {
      const isOperation = route.path.startsWith('/api/')
      const type = isOperation ? 'application/json' : 'application/x-www-form-urlencoded'
      const { method } = route
      const found = await Promise.all(
        (isOperation ? nastyJson : nastyForms).map(async (body) => {
          const headers = { ...lead, 'content-type': type }
          const response = await send(addressOf(route, 'x'), { method, headers, body })
          return faultOf(`${method} ${route.path} ${body.slice(0, 40)}`, response)
        }),
      )
      faults.push(...found.flat())
      const response = await send(addressOf(route, 'x'), {
        method,
        headers: { ...lead, 'content-type': 'application/xml' },
        body: '<a/>',
      })
      if (![403, 415].includes(response.status))
        faults.push(`${method} ${route.path} XML: ${response.status}`)
      await response.text()
    }
    expect(faults).toEqual([])
  })
})

describe('an address', () => {
  test.each([
    ['/assets/%5c..%5c..%5cpackage.json', 404],
    ['/assets/..%2f..%2fpackage.json', 404],
    ['/inspections/%00', 404],
    ['/inspections/%ed%a0%80', 400],
    ['/inspections?q=%ff', 400],
    ['/inspections?q=%00', 400],
  ])('%s is answered %i', async (path, status) => {
    expect((await send(path, { headers: lead })).status).toBe(status)
  })
})

describe('a form', () => {
  const path = `/inspections/${inspection}/recommendations`
  const post = (body: string | FormData, headers: Readonly<Record<string, string>> = lead) =>
    send(path, {
      method: 'POST',
      headers: {
        ...headers,
        ...(typeof body === 'string' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      body,
    })

  test('with a NUL is refused, and says in which field', async () => {
    const response = await post('owner=The+board&text=a%00b')
    expect([response.status, await response.text()]).toEqual([422, expect.stringContaining('“text”')])
  })

  test('with a field that has two values is refused; twice the same value is one', async () => {
    const response = await post('owner=The+board&owner=The+service&text=One')
    expect([response.status, await response.text()]).toEqual([422, expect.stringContaining('“owner”')])
    expect((await post('owner=The+board&owner=The+board&text=')).status).toBe(422)
  })

  test('with a text that is too long is refused with the count, next to the field', async () => {
    const response = await post(
      new URLSearchParams({ owner: 'The board', text: 'a'.repeat(5_001) }).toString(),
    )
    expect([response.status, await response.text()]).toEqual([
      422,
      expect.stringContaining('This text has 5001 characters. The most is 5000.'),
    ])
  })

  test('sent after all cookies were deleted shows what was typed, and the way to sign in', async () => {
    const response = await post('owner=The+board&text=What+was+typed&_form=old', {})
    const body = await response.text()
    expect(response.status).toBe(401)
    expect(body).toContain('What was typed')
    expect(body).toContain('/sign-in')
    expect(body).not.toMatch(/bearer/i)
  })

  test('sent after all cookies were deleted and too long to read says where it still is, and the way to sign in', async () => {
    const form = new URLSearchParams({ owner: 'The board', text: 'a'.repeat(100_000), _form: 'old' })
    const response = await post(form.toString(), {})
    const body = await response.text()
    expect(response.status).toBe(401)
    expect(body).toContain('Go back in your browser, where what you typed is still in the form')
    expect(body).toContain('/sign-in')
    expect(body).not.toMatch(/bearer/i)
  })

  test('of a browser that signed in again without its old cookie keeps what was typed, to be sent again', async () => {
    const { 'x-form-token': _mark, ...others } = lead
    const response = await post('owner=The+board&text=Typed+before&_form=old', others)
    const body = await response.text()
    expect([response.status, body]).toEqual([403, expect.stringContaining('Typed before')])
    expect(body).toContain('Send again')
  })
})

/** Sends the head of a request and then its body, until the connection ends or all is sent; how many bytes went out. */
function sendSlowly(head: readonly string[], bodyBytes: number): Promise<{ answer: string; sent: number }> {
  const { port } = new URL(server.address)
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1')
    let answer = ''
    let left = bodyBytes
    const piece = Buffer.alloc(64 * 1024, 'x')
    const write = (): void => {
      while (left > 0 && !socket.destroyed) {
        left -= piece.length
        if (!socket.write(piece)) return
      }
    }
    socket.on('data', (data) => {
      answer += data.toString('latin1')
    })
    socket.on('drain', write)
    socket.on('error', () => undefined)
    socket.on('close', () => resolve({ answer, sent: socket.bytesWritten - socket.writableLength }))
    socket.write(`${head.join('\r\n')}\r\n\r\n`)
    write()
  })
}

describe('what someone sends who may not', () => {
  const bytes = 50 * 1024 * 1024
  const head = (path: string, type: string) => [
    `POST ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    `Content-Type: ${type}`,
    `Content-Length: ${bytes}`,
  ]

  test.each([
    ['files without a cookie', '/import/results', 'multipart/form-data; boundary=x'],
    [
      'a form without a cookie',
      `/inspections/${inspection}/recommendations`,
      'application/x-www-form-urlencoded',
    ],
    ['a sign-in', '/sign-in', 'application/x-www-form-urlencoded'],
    ['JSON without a token', `/api/v1/inspections/${inspection}/allocation/proposal`, 'application/json'],
  ])('%s of 50 MB is answered after a little of it', { timeout: 60_000 }, async (_name, path, type) => {
    const { answer, sent } = await sendSlowly(head(path, type), bytes)
    expect(answer).toMatch(/^HTTP\/1.1 (401|403|413) /)
    // What the two ends of a connection hold on their own is more than what the server reads.
    expect(sent).toBeLessThan(bytes / 3)
  })

  test('files whose form has no token of ours are not read, no matter who sends them', {
    timeout: 60_000,
  }, async () => {
    const signedIn = [
      ...head('/import/results', 'multipart/form-data; boundary=x'),
      `Cookie: ${lead['cookie']}`,
    ]
    const { answer } = await sendSlowly(signedIn, bytes)
    expect(answer).toMatch(/^HTTP\/1.1 (403|413) /)
  })
})

test('a request that is none is answered in our words', async () => {
  const { port } = new URL(server.address)
  const answer = await new Promise<string>((resolve) => {
    let text = ''
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write('GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n'),
    )
    socket.on('data', (data) => {
      text += data.toString()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(text))
  })
  expect(answer).toMatch(/^HTTP\/1.1 400 /)
  expect(answer).toContain('The request could not be read.')
})
