import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testSettings } from '../../../test/support/settings.ts'
import { layoutFor } from '../../app/layout/navigation.ts'
import { placeOf } from '../../app/layout/placeOf.ts'
import { problemPage } from '../../app/layout/problemPage.ts'
import { layoutRoutes } from '../../app/layout/routes.ts'
import { peopleAudit } from '../../app/people/audit.ts'
import { refusedFormPage } from '../../app/people/saved-forms/refusedFormPage.ts'
import { reportProblems } from '../../app/report/problems.ts'
import { problemsOf } from '../../core/kernel/problem.ts'
import type { Connection } from '../database/connection.ts'
import { newSecret } from '../secrets.ts'
import type { Access } from './access.ts'
import type { Application } from './application.ts'
import { downloadName } from './downloadName.ts'
import { formToken, formTokenHeader } from './formToken.ts'
import { requestProblems } from './problems.ts'
import type { Route, RouteRequest } from './route.ts'
import { inlineScriptHash } from './securityHeaders.ts'
import { buildServer } from './server.ts'

const problem = problemsOf({ ...reportProblems, ...requestProblems })

const projectFolder = join(import.meta.dirname, '../../..')
const dataFolder = mkdtempSync(join(tmpdir(), 'assay-server-'))

/** Databases that none of these pages asks anything, and that answer nothing. */
const [database, readers] = [silentDatabase(), silentDatabase()]

function silentDatabase(): Connection {
  return new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

/** Everyone may do everything: who may do what is not the plumbing's to know. */
const openToAll: Access = {
  callerOf: async () => ({ actor: { name: 'nobody' }, mayDo: async () => ({ allowed: true }) }),
  knowsBrowser: async () => false,
  saveForm: async () => false,
  filesOfSavedForm: async () => [],
  removeSavedForm: async () => undefined,
}

const page = { method: 'GET', permission: 'page.read', audit: 'reads' } as const
const form = { method: 'POST', permission: 'page.read', audit: 'person.change' } as const
let seen: RouteRequest | undefined
let asked: Connection | undefined

const routes: readonly Route[] = [
  ...layoutRoutes,
  {
    ...page,
    path: '/sign-out',
    handle: async () => ({
      kind: 'page',
      template: 'people/sign-in/sign-out-page/signOutPage.njk',
      model: { errors: { list: [], fields: {} } },
    }),
  },
  {
    ...page,
    path: '/json/:id',
    handle: async (request, shell) => {
      asked = shell.database
      return { kind: 'json', body: request }
    },
  },
  {
    ...page,
    path: '/file',
    handle: async () => ({
      kind: 'file',
      name: downloadName(['annexe é'], 'csv'),
      type: 'text/csv',
      body: 'a,b',
    }),
  },
  {
    ...page,
    path: '/queue-full',
    handle: async () => ({ kind: 'refused', problems: [problem('report.pdf-queue-full', {})] }),
  },
  { ...page, path: '/fails', handle: () => Promise.reject(new Error('a child called Sam at Secret Street')) },
  {
    ...page,
    path: '/database-gone',
    handle: () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })),
  },
  {
    ...page,
    path: '/refused',
    handle: async () => ({
      kind: 'refused',
      problems: [problem('request.malformed', {}, { file: '<b>.csv', row: 3 })],
    }),
  },
  {
    ...form,
    path: '/form',
    handle: async (request, shell) => {
      seen = request
      asked = shell.database
      return { kind: 'redirect', to: '/accessibility' }
    },
  },
  {
    ...form,
    path: '/upload',
    upload: { maximumBytes: 1000 },
    handle: async (request) => {
      seen = request
      return { kind: 'redirect', to: '/accessibility' }
    },
  },
]

function applicationWith(all: readonly Route[]): Application {
  return {
    routes: all,
    permissions: ['page.read'],
    refusalTitles: new Map(),
    auditActions: { 'person.change': peopleAudit['person.change'] },
    placeOf,
    barOf: async () => () => false,
    layoutFor,
    problemPage,
    refusedFormPage,
  }
}

function serve(all: readonly Route[]): Promise<FastifyInstance> {
  const settings = testSettings(dataFolder)
  return buildServer({
    application: applicationWith(all),
    database,
    readers,
    access: openToAll,
    settings,
    projectFolder,
  })
}

/** A browser that was shown a form. */
const browser = newSecret()
const ours = { cookie: `assay_browser=${browser}`, [formTokenHeader]: formToken(browser, null) }
const formHeaders = { 'content-type': 'application/x-www-form-urlencoded', ...ours }

let server: FastifyInstance
beforeAll(async () => {
  server = await serve(routes)
})
afterAll(async () => {
  await server.close()
  rmSync(dataFolder, { recursive: true })
})

describe('the server refuses to start', () => {
  const route: Route = { ...page, path: '/a', handle: async () => ({ kind: 'json', body: 1 }) }

  test('on a permission that is not declared', async () => {
    await expect(serve([{ ...route, permission: 'case.sign' }])).rejects.toThrow('no permission "case.sign"')
  })
  test('on an audit action that is not declared', async () => {
    await expect(serve([{ ...route, audit: 'case.answer' }])).rejects.toThrow('no audit action "case.answer"')
  })
  test('on a change that says it only reads', async () => {
    await expect(serve([{ ...route, method: 'POST' }])).rejects.toThrow('has to name its audit action')
  })
  test('on one address declared twice', async () => {
    await expect(serve([route, route])).rejects.toThrow('declared twice')
  })
})

describe('a page', () => {
  test('comes in the frame, under a strict policy that allows its one inline script and nothing else inline', async () => {
    const response = await server.inject('/accessibility')
    expect(response.statusCode).toBe(200)
    expect(response.body).toContain('<html lang="en"')
    const policy = String(response.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    const inline = [...response.body.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
      ([, script = '']) => script,
    )
    const hashes = inline.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
    expect(hashes).toEqual([inlineScriptHash])
    expect(response.body).not.toMatch(/ style="|<style|onclick=/)
  })

  test('shows neither the crown nor the government typeface', async () => {
    const { body } = await server.inject('/accessibility')
    expect(body).not.toMatch(/crown"|govuk-logo|GOV\.UK<|Transport/)
    const css = await server.inject(String(/href="([^"]+\.css)"/.exec(body)?.[1]))
    expect(css.body).not.toMatch(/GDS Transport/)
    expect(css.body).toContain('Source Sans 3')
  })

  test('is stored by nobody, its assets by everyone and for ever', async () => {
    const { headers, body } = await server.inject('/accessibility')
    expect(headers['cache-control']).toBe('no-store')
    const addresses = [...body.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(
      ([, address = '']) => address,
    )
    expect(addresses.length).toBeGreaterThan(3)
    for (const url of addresses) {
      const asset = await server.inject({ url, headers: { 'accept-encoding': 'br' } })
      expect([url, asset.statusCode]).toEqual([url, 200])
      expect(asset.headers['cache-control']).toContain('immutable')
      if (!url.endsWith('.woff2')) expect(asset.headers['content-encoding']).toBe('br')
    }
  })

  test('is compressed', async () => {
    const response = await server.inject({
      url: '/accessibility',
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(response.headers['content-encoding']).toBe('br')
  })
})

describe('a reply', () => {
  test('is read over connections that those who change something do not need', async () => {
    await server.inject('/json/1')
    expect(asked).toBe(readers)
    await server.inject({ method: 'POST', url: '/form', payload: 'a=1', headers: formHeaders })
    expect(asked).not.toBe(readers)
  })

  test('redirects after a form, so that a reload sends nothing again', async () => {
    const response = await server.inject({
      method: 'POST',
      url: '/form',
      payload: 'a=2&a=2&b=x+y',
      headers: formHeaders,
    })
    expect([response.statusCode, response.headers.location]).toEqual([303, '/accessibility'])
    expect(seen).toMatchObject({ params: {}, query: {}, body: { a: '2', b: 'x y' }, files: [] })
  })

  test('is a file with its name', async () => {
    const { headers, body } = await server.inject('/file')
    expect(body).toBe('a,b')
    expect(headers['content-disposition']).toBe('attachment; filename="annexe-e.csv"')
  })

  test('says when to ask again, if too many asked', async () => {
    const { statusCode, headers, body } = await server.inject('/queue-full')
    expect([statusCode, headers['retry-after']]).toEqual([503, '30'])
    expect(body).toContain('This service is making too many PDFs.')
  })

  test('to TRACE is a refusal: nothing of what was sent comes back', async () => {
    const response = await server.inject({
      method: 'TRACE',
      url: '/accessibility',
      headers: { 'x-sent': 'Secret' },
    })
    expect(response.statusCode).toBeGreaterThanOrEqual(400)
    expect(response.body).not.toContain('Secret')
  })

  test('receives what was sent', async () => {
    const { params, query } = (await server.inject('/json/a%20b?c=e&c=e')).json()
    expect([params, query]).toEqual([{ id: 'a b' }, { c: 'e' }])
  })

  test('is a refusal if the address gives a part of its query twice with different values', async () => {
    const refused = await server.inject('/json/a%20b?c=d&c=e')
    expect(refused.statusCode).toBe(400)
    expect(refused.body).toContain('has “c” twice with different values')
  })
})

function upload(content: string, extra: Record<string, string> = {}) {
  const payload = `--x\r\ncontent-disposition: form-data; name="edition"\r\n\r\none\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${content}\r\n--x--\r\n`
  const headers = { 'content-type': 'multipart/form-data; boundary=x', ...ours, ...extra }
  return server.inject({ method: 'POST', url: '/upload', payload, headers })
}

describe('an upload', () => {
  test('arrives with its fields', async () => {
    expect((await upload('q,1')).statusCode).toBe(303)
    expect(seen?.body).toEqual({ edition: 'one' })
    expect(
      seen?.files.map(({ field, name, content }) => [field, name, Buffer.from(content).toString()]),
    ).toEqual([['file', 'a.csv', 'q,1']])
  })

  test('that is too large is refused with what to do', async () => {
    const response = await upload('x'.repeat(1001))
    expect(response.statusCode).toBe(413)
    expect(response.body).toContain('Send a smaller file, or split it.')
  })

  test('to a page that takes none is refused', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    expect(
      (await server.inject({ method: 'POST', url: '/form', payload: '--x--', headers })).statusCode,
    ).toBe(415)
  })
})

describe('a form', () => {
  test('from another site changes nothing', async () => {
    seen = undefined
    const headers = { ...formHeaders, 'sec-fetch-site': 'cross-site' }
    const response = await server.inject({ method: 'POST', url: '/form', payload: 'a=1', headers })
    expect([response.statusCode, seen]).toEqual([403, undefined])
  })

  test('without the token of this browser changes nothing', async () => {
    seen = undefined
    const { [formTokenHeader]: _mark, ...without } = formHeaders
    const strangers = { ...formHeaders, [formTokenHeader]: formToken(newSecret(), null) }
    for (const headers of [without, strangers]) {
      const response = await server.inject({ method: 'POST', url: '/form', payload: 'a=1', headers })
      expect([response.statusCode, seen]).toEqual([403, undefined])
    }
  })

  test('has its token up to the handler and no further', async () => {
    const payload = `a=1&_form=${formToken(browser, null)}&_savedForm=abc`
    const { [formTokenHeader]: _mark, ...headers } = formHeaders
    expect((await server.inject({ method: 'POST', url: '/form', payload, headers })).statusCode).toBe(303)
    expect(seen?.body).toEqual({ a: '1' })
  })

  test('is marked in every page that has one, for the browser that is shown it', async () => {
    const response = await server.inject({
      url: '/sign-out',
      headers: { cookie: `assay_browser=${browser}` },
    })
    expect(response.body).toContain(`name="_form" value="${formToken(browser, null)}"`)
    expect(response.headers['set-cookie']).toBeUndefined()
    expect((await server.inject('/sign-out')).headers['set-cookie']).toMatch(
      /^assay_browser=[\w-]{43}; .*HttpOnly/,
    )
  })

  test('under a name that someone else points here is refused, and so is reading', async () => {
    const response = await server.inject({ url: '/accessibility', headers: { host: 'evil.example:3000' } })
    expect(response.statusCode).toBe(400)
  })

  test('that is too large is refused', async () => {
    const response = await server.inject({
      method: 'POST',
      url: '/form',
      payload: 'a'.repeat(2_000_000),
      headers: formHeaders,
    })
    expect(response.statusCode).toBe(413)
  })
})

describe('an error page', () => {
  test.each([
    ['/nowhere', 404, 'Page not found'],
    ['/fails', 500, 'Sorry, there is a problem with the service'],
    ['/database-gone', 503, 'The service is unavailable'],
    ['/refused', 400, '&lt;b&gt;.csv, row 3'],
    ['/json/%zz', 400, 'There is a problem'],
  ])('%s says what to do next and nothing of the inside', async (url, status, text) => {
    const response = await server.inject(url)
    expect(response.statusCode).toBe(status)
    expect(response.body).toContain(text)
    expect(response.body).toContain(String(response.headers['x-request-id']))
    expect(response.body).not.toMatch(/Sam|Secret|ECONNREFUSED|node_modules|server\.ts/)
  })
})

describe('health', () => {
  test('the process is alive though the database is not there', async () => {
    expect((await server.inject('/health')).json()).toEqual({ status: 'alive' })
    expect((await server.inject('/ready')).statusCode).toBe(503)
  })
})
