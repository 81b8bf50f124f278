/** No page offers its reader what then refuses them or is not there. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findWithEdition } from '../../src/app/framework/inspectionEdition.ts'
import { receiveCaseList } from '../../src/app/intake/upload-page/receiveCaseList.ts'
import { findStage, findVisitor } from '../../src/app/people/access/rights.queries.ts'
import { listPeople } from '../../src/app/people/accounts/people.queries.ts'
import { makeApplication } from '../../src/bin/application.ts'
import { mayDo, type Visitor } from '../../src/core/access/mayDo.ts'
import { isPermission, permissions } from '../../src/core/access/permissionTable.ts'
import { type Stage, stages } from '../../src/core/kernel/stages.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { addressOf, gallery } from '../browser/gallery.ts'
import { testSealingKeys } from '../support/accessServer.ts'
import { setStage } from '../support/fieldwork.ts'
import { madeUpTable, plainCsv } from '../support/madeUpCaseList.ts'
import { type Offer, offersOf } from '../support/offersOfPages.ts'
import { doneValue } from '../support/results.ts'
import { northmoor, planMadeUpSample, projectEditions, takeMadeUpList } from '../support/sampleOfNorthmoor.ts'
import { testSettings } from '../support/settings.ts'
import { cookieHeader, cookiesOf, startTestServer, type TestServer } from '../support/testServer.ts'

let server: TestServer
let routes: readonly (Route & { readonly pattern: RegExp })[]
const answers = new Map<string, number>()

beforeAll(async () => {
  server = await startTestServer()
  routes = await allRoutes()
}, 120_000)

afterAll(() => server?.close())

async function allRoutes(): Promise<typeof routes> {
  const printer = { print: () => Promise.reject(new Error('prints nothing')), close: async () => undefined }
  const people = {
    session: testSettings('').session,
    provider: undefined,
    madeUpMaySignIn: true,
    origin: () => '',
    sealingKeys: testSealingKeys,
  }
  const { routes: made } = makeApplication(await projectEditions(), printer, people)
  return made.map((route) => ({
    ...route,
    pattern: new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+').replace(/\*$/, '.*')}$`),
  }))
}

async function statusOf(address: string, who: string, cookie: string): Promise<number> {
  const known = answers.get(`${who} ${address}`)
  if (known !== undefined) return known
  const { status } = await fetch(address, { headers: { cookie } })
  answers.set(`${who} ${address}`, status)
  return status
}

describe('as the gallery shows it', () => {
  test.each(gallery)(
    '$name leads only where its reader may go',
    async ({ as = 'head-of-programme', ...shown }) => {
      const cookie = as === null ? '' : cookieHeader(await server.signedInAs(as))
      const page = await addressOf(server, shown)
      const html = await (await fetch(page, { headers: { cookie } })).text()
      const refused = []
      for (const { kind, href } of offersOf(html, page)) {
        if (kind === 'form') continue
        const status = await statusOf(href, as ?? 'nobody', cookie)
        if (status >= 400) refused.push(`${status} ${href.replace(server.address, '')}`)
      }
      expect(refused).toEqual([])
    },
  )
})

/** Someone, and the stage that every inspection of the demonstration is at while they look. */
type Reader = { readonly visitor: Visitor; readonly cookie: string; readonly stage: Stage }

/** The route that answers what is offered; the first that was declared, as the server takes exact ones first. */
function routeOf({ method, href }: Pick<Offer, 'method' | 'href'>): Route | undefined {
  const { pathname } = new URL(href)
  const matching = routes.filter((route) => route.method === method && route.pattern.test(pathname))
  return matching.find(({ path }) => path === pathname) ?? matching.toSorted(byBlanks)[0]
}

const blanks = ({ path }: Route): number => path.split(/[:*]/).length
const byBlanks = (one: Route, other: Route): number => blanks(one) - blanks(other)

/** Why an offer is none; null if the reader may have what it offers. */
async function fault(offer: Pick<Offer, 'method' | 'href'>, { visitor }: Reader): Promise<string | null> {
  const { pathname } = new URL(offer.href)
  if (pathname.startsWith('/assets/')) return null
  const route = routeOf(offer)
  if (route === undefined) return `${offer.method} ${pathname} is nowhere`
  if (!isPermission(route.permission)) throw new Error(route.permission)
  const inspectionId = route.path.includes(':inspection') ? (pathname.split('/')[2] ?? '') : null
  const stage = await findStage(server.shell.database, inspectionId ?? '')
  const decision = mayDo(visitor, route.permission, inspectionId === null ? null : { inspectionId, stage })
  return decision.allowed ? null : `${offer.method} ${route.path} (${route.permission})`
}

/** What `reader` is offered and would be refused, on each page of the gallery and each that can be reached from it. */
async function refusedTo(reader: Reader, from: readonly string[]): Promise<readonly string[]> {
  const faults = new Set<string>()
  const seen = new Set<string>()
  const waiting = [...from]
  for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
    if ((await fault({ method: 'GET', href: page }, reader)) !== null) continue
    const response = await fetch(page, { headers: { cookie: reader.cookie } })
    if (response.headers.get('content-type')?.startsWith('text/html') !== true) continue
    for (const offer of offersOf(await response.text(), page)) {
      const found = await fault(offer, reader)
      if (found !== null) faults.add(`${new URL(page).pathname} offers ${found}`)
      else if (isNew(offer, seen)) waiting.push(offer.href)
    }
  }
  return [...faults]
}

/** One page of each kind in each inspection that is looked at is enough of those that the gallery does not name. */
function isNew({ method, href }: Offer, seen: Set<string>): boolean {
  const route = routeOf({ method, href })
  const [, , , , inspection = ''] = href.split('/')
  if (method !== 'GET' || route === undefined || /\.\w+$/.test(route.path)) return false
  const kind = `${route.path} ${inspection}`
  if (!lookedAt.includes(inspection) || seen.has(kind)) return false
  seen.add(kind)
  return true
}

const published = 'york-2022-12'
/** One with a list and a plan before its draw, and one in fieldwork. */
const underWay = [northmoor, 'eastmarch-2026-03']
const lookedAt = [published, ...underWay]

const isOfInspections = (page: string): boolean => new URL(page).pathname.startsWith('/inspections')
const lookedElsewhere = new Set<Visitor>()

/** What belongs to no inspection is the same in every stage, so that each looks at it once. */
function pagesFor({ visitor }: Reader, pages: readonly string[]): readonly string[] {
  const once = lookedElsewhere.has(visitor) ? pages.filter(isOfInspections) : pages
  lookedElsewhere.add(visitor)
  return once
}

/** For each set of rights that someone of the demonstration has in some stage, one of those who have it. */
async function everyReader(): Promise<readonly Reader[]> {
  const { database } = server.shell
  const byRights = new Map<string, Reader>()
  for (const { personId, email } of await listPeople(database)) {
    const visitor = await findVisitor(database, personId)
    if (visitor === undefined) continue
    const cookie = cookieHeader(await cookiesOf(server.shell, email))
    for (const stage of stages) {
      const inspection = { inspectionId: northmoor, stage }
      const rights = permissions.filter((permission) => mayDo(visitor, permission, inspection).allowed)
      byRights.set([...visitor.overallRoles, ...rights].join(), { visitor, cookie, stage })
    }
  }
  return [...byRights.values()]
}

/** A list that waits to be accepted, next to one that was accepted and a sample that is planned and not drawn. */
async function prepareNorthmoor(): Promise<void> {
  const editions = await projectEditions()
  await takeMadeUpList(server.shell, editions)
  await planMadeUpSample(server.shell, editions)
  const context = doneValue(await findWithEdition(server.shell.database, editions, northmoor))
  const content = new TextEncoder().encode(plainCsv(madeUpTable()))
  const sent = { fileName: 'waiting.csv', content, leaveOut: [], keyData: null }
  const { outcome } = await receiveCaseList(server.shell, context, sent)
  doneValue(outcome)
}

test('for every reader and at every stage, no page offers what is refused', async () => {
  await prepareNorthmoor()
  const pages = await Promise.all(gallery.map((shown) => addressOf(server, shown)))
  const readers = await everyReader()
  expect(readers.length).toBeGreaterThan(20)
  const refused = new Set<string>()
  for (const stage of stages) {
    for (const inspection of underWay) await setStage(server.shell, inspection, stage)
    const now = readers.filter((reader) => reader.stage === stage)
    const faults = await Promise.all(now.map((reader) => refusedTo(reader, pagesFor(reader, pages))))
    for (const one of faults.flat()) refused.add(one)
  }
  expect([...refused]).toEqual([])
}, 600_000)
