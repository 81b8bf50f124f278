/**
 * Every route × every role × own and other inspection × every stage, through the real server and database, against
 * docs/reference/permissions.md: what that page says is what happens.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overallRoles, type Role, roles, rolesInInspection, roleTitles } from '../../src/core/access/roles.ts'
import { stages, stageTitles } from '../../src/core/kernel/stages.ts'
import { formToken, formTokenHeader } from '../../src/platform/http/formToken.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { hashSecret, newSecret } from '../../src/platform/secrets.ts'
import { type AccessServer, addTestPerson, openAccessServer } from '../support/accessServer.ts'
import { testNow } from '../support/testNow.ts'

const who = ['anonymous', 'no role', ...roles] as const
type Who = (typeof who)[number]

/** The document: for each permission, who has it and in which stages. */
function readDocument(): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const text = readFileSync(join(import.meta.dirname, '../../docs/reference/permissions.md'), 'utf8')
  const sections = text.split(/^## /m).slice(1)
  return new Map(
    sections.map((section) => {
      const [, permission = ''] = /^`([^`]+)`/.exec(section) ?? []
      const rows = [...section.matchAll(/^\| ([^|]+) \| ([^|]+) \|$/gm)].slice(1)
      return [
        permission,
        new Map(rows.map(([, title = '', words = '']) => [title.trim(), words.trim().split(', ')])),
      ]
    }),
  )
}

const document = readDocument()
type Place = { readonly own: boolean; readonly stage: (typeof stages)[number] } | null

function documentAllows(permission: string, visitor: Who, place: Place): boolean {
  const holders = document.get(permission)
  if (holders === undefined) throw new Error(`the document does not name ${permission}`)
  const has = (title: string): boolean => {
    const words = holders.get(title) ?? []
    return words.includes('always') || (place !== null && words.includes(stageTitles[place.stage]))
  }
  if (has('Everyone')) return true
  if (visitor === 'anonymous') return false
  if (has('Everyone who is signed in')) return true
  if (visitor === 'no role') return false
  const overall = overallRoles.some((role) => role === visitor)
  return (overall || place?.own === true) && has(roleTitles[visitor])
}

const browser = newSecret()
const sessions = new Map<Who, { readonly secret: string; readonly personId: string }>()
let running: AccessServer

beforeAll(async () => {
  running = await openAccessServer({
    withRoute: (route) => ({ ...route, handle: async () => ({ kind: 'json', body: { reached: true } }) }),
  })
  await registerInspections()
  for (const visitor of who.filter((one) => one !== 'anonymous')) await registerPerson(visitor)
})
afterAll(() => running?.close())

/** Two inspections in each stage: the visitor's own and another. */
async function registerInspections(): Promise<void> {
  const { database } = running.shell
  await database
    .insertInto('service')
    .values(
      stages
        .flatMap((stage) => ['own', 'other'].map((kind) => `${kind}-${stage}`))
        .map((id) => ({ service_id: id, name: id })),
    )
    .execute()
  for (const stage of stages) {
    for (const id of [`own-${stage}`, `other-${stage}`]) {
      const made = {
        inspection_id: id,
        service_id: id,
        edition_id: 'invented',
        made_up: true,
        imported_at: testNow,
      }
      await database.insertInto('inspection').values(made).execute()
      await database.insertInto('inspection_stage').values({ inspection_id: id, stage }).execute()
    }
  }
}

async function registerPerson(visitor: Exclude<Who, 'anonymous'>): Promise<void> {
  const { database } = running.shell
  const { personId } = await addTestPerson(
    running.shell,
    visitor,
    overallRoles.filter((role) => role === visitor),
  )
  const ownRoles = rolesInInspection.filter((role) => role === visitor)
  for (const role of ownRoles) {
    const rows = stages.map((stage) => ({ inspection_id: `own-${stage}`, person_id: personId, role }))
    await database.insertInto('inspection_role').values(rows).execute()
  }
  const secret = newSecret()
  const session = { session_hash: hashSecret(secret), person_id: personId, browser_hash: hashSecret(browser) }
  const times = { started_at: testNow, last_seen_at: testNow }
  await database
    .insertInto('session')
    .values({ ...session, ...times, agent: 'test' })
    .execute()
  sessions.set(visitor, { secret, personId })
}

async function ask(route: Route, visitor: Who, place: Place, hasMark = true): Promise<string> {
  const inspection = place === null ? 'x' : `${place.own ? 'own' : 'other'}-${place.stage}`
  const url = route.path.replace(':inspection', inspection).replace(/:\w+/g, 'x').replace(/\*$/, 'x')
  const session = sessions.get(visitor)
  const cookies = [`assay_browser=${browser}`, ...(session ? [`assay_session=${session.secret}`] : [])]
  const mark = hasMark ? { [formTokenHeader]: formToken(browser, session?.personId ?? null) } : {}
  const isOperation = route.path.startsWith('/api/')
  const body = route.method === 'GET' ? {} : { payload: isOperation ? '{}' : 'a=1' }
  const kind = isOperation ? 'application/json' : 'application/x-www-form-urlencoded'
  const type = route.method === 'GET' ? {} : { 'content-type': kind }
  const headers = { cookie: cookies.join('; '), ...mark, ...type }
  const response = await running.server.inject({ method: route.method, url, headers, ...body })
  if (response.statusCode === 303) return String(response.headers.location).split('?')[0] ?? ''
  return response.statusCode === 200 ? 'reached' : String(response.statusCode)
}

function expected(route: Route, visitor: Who, place: Place): string {
  if (documentAllows(route.permission, visitor, place)) return 'reached'
  if (visitor !== 'anonymous') return '403'
  return route.method === 'GET' && !route.path.startsWith('/api/') ? '/sign-in' : '401'
}

function placesOf(route: Route): readonly Place[] {
  if (!route.path.includes(':inspection')) return [null]
  return stages.flatMap((stage) => [true, false].map((own) => ({ own, stage })))
}

describe('who gets where', () => {
  test('every route, as docs/reference/permissions.md says', { timeout: 900_000 }, async () => {
    const wrong: string[] = []
    let asked = 0
    for (const route of running.routes) {
      for (const place of placesOf(route)) {
        const happened = await Promise.all(who.map((visitor) => ask(route, visitor, place)))
        asked += happened.length
        for (const [at, visitor] of who.entries()) {
          const should = expected(route, visitor, place)
          if (happened[at] !== should)
            wrong.push(
              `${route.method} ${route.path} as ${visitor} in ${JSON.stringify(place)}: ${happened[at]}, not ${should}`,
            )
        }
      }
    }
    expect(wrong.slice(0, 20)).toEqual([])
    expect(asked).toBeGreaterThan(running.routes.length * who.length)
  })

  test('with every permission, a form without the token of our own page changes nothing', {
    timeout: 120_000,
  }, async () => {
    const changing = running.routes.filter(({ method }) => method !== 'GET')
    const happened = new Set<string>()
    let asked = 0
    for (const route of changing) {
      for (const visitor of who) {
        const place = placesOf(route).find((one) => documentAllows(route.permission, visitor, one))
        if (place === undefined) continue
        asked += 1
        const answer = await ask(route, visitor, place, false)
        if (answer !== '403') happened.add(`${route.method} ${route.path} as ${visitor}: ${answer}`)
      }
    }
    expect([...happened]).toEqual([])
    expect(asked).toBeGreaterThan(changing.length)
  })

  test('the document itself keeps outsiders out of cases and the public out of what is not published', () => {
    for (const stage of stages) {
      const place = { own: false, stage }
      for (const role of rolesInInspection) {
        for (const permission of [
          'case.read',
          'case.answer',
          'case.sign',
          'findings.write',
          'audit.read',
          'inspection.assign',
        ]) {
          expect([role, permission, documentAllows(permission, role, place)]).toEqual([
            role,
            permission,
            false,
          ])
        }
      }
      const isPublic = stage === 'published' || stage === 'after'
      expect(documentAllows('inspection.read', 'anonymous', place)).toBe(isPublic)
    }
  })

  test.each<[Role, string, Place, boolean]>([
    ['lead', 'case.answer', { own: true, stage: 'fieldwork' }, true],
    ['lead', 'case.answer', { own: true, stage: 'ratings' }, false],
    ['assistant-inspector', 'case.sign', { own: true, stage: 'fieldwork' }, false],
    ['administrator', 'inspection.read', { own: true, stage: 'fieldwork' }, false],
    ['administrator', 'people.manage', null, true],
    ['head-of-service', 'report.read', { own: true, stage: 'ratings' }, false],
    ['head-of-service', 'report.read', { own: true, stage: 'report' }, true],
  ])('%s, %s, %j: %s', (role, permission, place, allowed) => {
    expect(documentAllows(permission, role, place)).toBe(allowed)
  })
})
