/** Whatever method, headers and cookies are sent: they are read, or refused in our words. Over sockets, byte for byte. */
import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedInHeaders } from '../support/signedInHeaders.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

let server: TestServer
let lead: Readonly<Record<string, string>>

beforeAll(async () => {
  server = await startTestServer()
  lead = await signedInHeaders(server, 'lead')
})
afterAll(() => server?.close())

type Field = readonly [name: string, value: string]

/** Sends a request as it is; all that comes back until the server closes. */
function ask(request: Sent): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1')
    socket.on('data', (data) => {
      answer += data.toString('latin1')
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
    socket.write(Buffer.from(`${linesOf(request).join('\r\n')}\r\n\r\n${request.body}`, 'latin1'))
  })
}

/** What is wrong with an answer: none, a failure of ours, something of the inside, or other words than ours. */
function faultOf(answer: string): string | null {
  const status = Number(/^HTTP\/1\.1 ([2-5]\d\d) /m.exec(answer)?.[1] ?? 500)
  const inside = /node_modules|\.ts:\d|at \w+ \(|PostgresError|invalid byte|FST_|HPE_/.test(answer)
  const type = /^content-type: (.*)$/im.exec(answer)?.[1] ?? ''
  const isOurs = /^(text\/html|application\/problem\+json)/.test(type) || answer.includes('could not be read')
  return status < 500 && !inside && (status < 400 || isOurs) ? null : answer.slice(0, 600) || 'no answer'
}

const inspection = 'northmoor-2024-06'
const paths = [
  '/inspections',
  `/inspections/${inspection}/recommendations`,
  '/import/results',
  '/sign-in',
  `/api/v1/inspections/${inspection}/ratings`,
  `/api/v1/inspections/${inspection}/allocation/proposal`,
  '/assets/none.js',
  '/ready',
  '*',
]
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND']
const noMethods = ['get', 'Post', 'BREW', '__proto__', 'GET\t', '']

/** Every byte that a line can have, so that no field begins another. */
const anyLine = fc
  .array(fc.integer({ min: 0, max: 255 }), { maxLength: 40 })
  .map((bytes) => String.fromCharCode(...bytes.filter((byte) => byte !== 10 && byte !== 13)))
const nastyValue = fc.oneof(
  fc.constantFrom(
    '',
    '%',
    '%00',
    '%ed%a0%80',
    '%ff%fe',
    '__proto__',
    'constructor',
    '"',
    '\\"',
    ',,,',
    ';;=',
    '*',
    '-1',
  ),
  fc.constantFrom(
    'a'.repeat(9_000),
    'a'.repeat(20_000),
    '%00'.repeat(2_000),
    '\xff\xfe',
    'W/"1", "2"',
    '1e3',
  ),
  anyLine,
)

const cookieName = fc.oneof(fc.constantFrom('assay_session', 'assay_browser', '__proto__', ''), anyLine)
const cookies = fc
  .array(fc.tuple(cookieName, nastyValue), { minLength: 1, maxLength: 4 })
  .map((pairs): Field => ['Cookie', pairs.map((pair) => pair.join('=')).join('; ')])

const typical: Readonly<Record<string, readonly string[]>> = {
  'Content-Type': [
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded; charset=utf-16',
    'application/json;charset=utf-7',
    'multipart/form-data',
    'text/html',
    'a/b;c="',
    'application/json',
  ],
  'Content-Length': ['0', '5', '99999999999999999999', '+1', '1, 2'],
  'Transfer-Encoding': ['chunked', 'gzip', 'chunked, chunked'],
  'Content-Encoding': ['gzip', 'br'],
  'Accept-Language': ['xx-'.repeat(900), 'en;q=2'],
  Accept: ['application/none', '*/*;q=x'],
  'Accept-Encoding': ['identity;q=0, *;q=0', 'gzip;q=-1'],
  'If-Match': ['"1"', '*'],
  'If-None-Match': ['W/"1"'],
  'If-Modified-Since': ['never'],
  Range: ['bytes=5-1', 'bytes=0-0,0-0,0-0'],
  'Idempotency-Key': ['a'.repeat(300)],
  Authorization: ['Bearer', 'Bearer  a b', 'Basic Og==', 'Bearer __proto__', 'Negotiate x'],
  'X-Forwarded-For': ['1.2.3.4, ::1, x'],
  'X-Forwarded-Host': ['elsewhere.example'],
  Host: ['elsewhere.example', '127.0.0.1:99999', '[::1', '127.0.0.1, 127.0.0.1'],
  Origin: ['null', 'http://[', 'http://elsewhere.example'],
  'Sec-Fetch-Site': ['cross-site'],
  Referer: ['javascript:1'],
  Expect: ['100-continue', 'wonders'],
  Upgrade: ['websocket', 'h2c'],
  'X-Request-Id': ['1'],
  'User-Agent': ['\x7f'],
  'X-Form-Token': ['none'],
  'X-Unattended': ['yes'],
}
/** Where the body ends: one that does not come is waited for, as over a slow line. */
const framing = ['Content-Length', 'Transfer-Encoding']
const fields = fc.constantFrom(...Object.keys(typical)).chain((name) => {
  const known = fc.constantFrom(...(typical[name] ?? []))
  const value = framing.includes(name) ? known : fc.oneof(known, nastyValue)
  return value.map((one): Field => [name, one])
})

const sent = fc.record({
  method: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...methods) }, fc.constantFrom(...noMethods)),
  path: fc.constantFrom(...paths),
  signedIn: fc.boolean(),
  fields: fc.array(fc.oneof({ weight: 3, arbitrary: fields }, cookies), { minLength: 1, maxLength: 5 }),
  body: fc.constantFrom('text=1', '{"a":1}', '5\r\nhello\r\n0\r\n\r\n', '\0\0\0\0\0'),
})

type Sent = typeof sent extends fc.Arbitrary<infer Value> ? Value : never

function linesOf({ method, path, signedIn, fields: own, body }: Sent): readonly string[] {
  const host = own.some(([name]) => name === 'Host') ? [] : [['Host', '127.0.0.1']]
  const length = own.some(([name]) => framing.includes(name)) ? [] : [['Content-Length', `${body.length}`]]
  const others = [...length, ['Connection', 'close, Upgrade']]
  const all = [...host, ...(signedIn ? Object.entries(lead) : []), ...own, ...others]
  return [`${method} ${path} HTTP/1.1`, ...all.map((field) => field.join(': '))]
}

test('every method, header and cookie is read or refused in our words', async () => {
  await fc.assert(
    fc.asyncProperty(sent, async (request) => {
      expect(faultOf(await ask(request))).toBeNull()
    }),
    { numRuns: 500 },
  )
})

test('every method and every typical header is answered for every kind of address', async () => {
  const faults: (string | null)[] = []
  const tried = [
    ...[...methods, ...noMethods].map((method) => ({ method, fields: [] })),
    ...Object.entries(typical).flatMap(([name, values]) =>
      values.flatMap((value) =>
        ['GET', 'POST'].map((method) => ({ method, fields: [[name, value] as const] })),
      ),
    ),
  ]
  for (const one of tried) {
    const requests = paths.map((path) => ({ ...one, path, signedIn: true, body: 'text=1' as const }))
    const answers = await Promise.all(requests.map((request) => ask(request)))
    faults.push(...answers.map(faultOf).map((fault) => fault && `${one.method} ${one.fields[0]}: ${fault}`))
  }
  expect(faults.filter((fault) => fault !== null)).toEqual([])
})
