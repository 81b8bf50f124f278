/**
 * The page with every prompt of a case, of which there are 110 here, compared with the page of one key question, in Chromium: bytes, requests, and the time
 * until every entry can be used and is saved as it is typed, on slow computers and a slow network. Both pages take
 * turns in one run. CHROMIUM can name the browser.
 */
import assert from 'node:assert/strict'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import { parse } from 'yaml'
import { demonstrationPassword } from '../src/app/people/accounts/demonstration.ts'
import { editionShape } from '../src/core/framework/edition.ts'
import type { WrittenDomain } from '../src/core/framework/standards.ts'
import { inspection, startDemonstration } from './demonstrationServer.ts'

const runs = 5
const prompts = 110
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** 1.6 megabits a second down, 0.75 up, 150 ms there and back: "slow 4G" of Chromium's own tools. */
const slowNetwork = { offline: false, downloadThroughput: 200_000, uploadThroughput: 93_750, latency: 150 }

type Condition = {
  readonly title: string
  readonly cpu: number
  readonly slow: boolean
  readonly first: boolean
}
const conditions: readonly Condition[] = [
  { title: 'this computer, first visit', cpu: 1, slow: false, first: true },
  { title: 'CPU 4 times slower, first visit', cpu: 4, slow: false, first: true },
  { title: 'CPU 6 times slower, first visit', cpu: 6, slow: false, first: true },
  { title: 'CPU 6 times slower and slow network, first visit', cpu: 6, slow: true, first: true },
  { title: 'CPU 6 times slower and slow network, second visit', cpu: 6, slow: true, first: false },
]

const pages = { whole: 'questions', single: 'questions/2.1.1' } as const
type PageName = keyof typeof pages
const names = ['whole', 'single'] as const

type Visit = {
  readonly entries: number
  readonly requests: number
  /** Bytes of the page itself and of everything, as sent and as they are when unpacked. */
  readonly html: Bytes
  readonly all: Bytes
  /** Milliseconds from the start of the navigation. */
  readonly shownMs: number
  readonly readyMs: number
  /** Processor time of the page's main thread until then, which other work on this computer hardly disturbs. */
  readonly workMs: number
}
type Bytes = { readonly sent: number; readonly unpacked: number }

/** Runs in the page: resolves to the moment at which the script of fieldwork says that it is ready. */
const noteWhenReady = `
  window.readyMs = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('[data-ready]') === null) requestAnimationFrame(look)
      else resolve(performance.now())
    }
    requestAnimationFrame(look)
  })`

const server = await startDemonstration(withPrompts)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const cookies = await signIn(browser)
  for (const [at, condition] of conditions.entries()) {
    const visits = await visitInTurns(cookies, condition)
    if (at === 0) reportSize(visits)
    reportTimes(condition, visits)
  }
} finally {
  await browser.close()
  await server.close()
}

/**
 * The project's editions, of which the one in use has more prompts of court cases than are published: 110, as many as
 * an edition can have. The added ones say that they are made up.
 */
function withPrompts(folder: string): string {
  const editions = join(folder, 'editions')
  cpSync(join(import.meta.dirname, '../editions'), editions, { recursive: true })
  const file = join(editions, 'yos-2021.yaml')
  const read = editionShape.read(parse(readFileSync(file, 'utf8')), [])
  assert(read.ok)
  const edition = read.value
  const court = edition.domains.filter(({ cases }) => cases === 'court')
  const asked = court.flatMap(({ standards }) => standards).flatMap(({ keyQuestions }) => keyQuestions)
  const missing = prompts - asked.reduce((count, question) => count + question.prompts.length, 0)
  const longer = new Map(
    asked.map((question, at) => [question.id, lengthened(question, shareOf(missing, asked.length, at))]),
  )
  const domains = edition.domains.map((domain) => ({
    ...domain,
    standards: domain.standards.map((standard) => ({
      ...standard,
      keyQuestions: standard.keyQuestions.map((question) => longer.get(question.id) ?? question),
    })),
  }))
  writeFileSync(file, JSON.stringify({ ...edition, domains }))
  return editions
}

/** The whole number that falls to place `at` where `count` is shared out over `places`. */
function shareOf(count: number, places: number, at: number): number {
  return Math.floor(count / places) + (at < count % places ? 1 : 0)
}

type WrittenKeyQuestion = WrittenDomain['standards'][number]['keyQuestions'][number]

function lengthened(question: WrittenKeyQuestion, count: number): WrittenKeyQuestion {
  const more = Array.from({ length: count }, (_, at) => ({
    letter: String.fromCharCode('a'.charCodeAt(0) + question.prompts.length + at),
    text: `Made up for measuring: ${question.prompts[0]?.text ?? question.text}`,
  }))
  return { ...question, prompts: [...question.prompts, ...more] }
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

async function signIn(at: Browser): Promise<Cookies> {
  const context = await at.newContext()
  const page = await context.newPage()
  await page.goto(`${server.address}/sign-in`)
  await page.getByLabel('Email address').fill('inspector@northmoor.example')
  await page.getByLabel('Password', { exact: true }).fill(demonstrationPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('link', { name: 'Sign out' }).waitFor()
  const cookies = await context.cookies()
  await context.close()
  return cookies
}

async function visitInTurns(cookies: Cookies, condition: Condition): Promise<Record<PageName, Visit[]>> {
  const visits: Record<PageName, Visit[]> = { whole: [], single: [] }
  // The first turn warms up the server.
  for (let run = 0; run <= runs; run += 1) {
    for (const name of names) {
      const visited = await visit(cookies, name, condition)
      if (run > 0) visits[name].push(visited)
    }
  }
  return visits
}

/** One visit in a browser that has nothing in its cache, or everything from a visit before. */
async function visit(cookies: Cookies, name: PageName, { cpu, slow, first }: Condition): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  await context.addCookies(cookies)
  // On a busy computer a slow visit is still a visit.
  context.setDefaultTimeout(120_000)
  const page = await context.newPage()
  await page.addInitScript(noteWhenReady)
  const session = await context.newCDPSession(page)
  const address = `${server.address}/inspections/${inspection}/cases/NM-C01/${pages[name]}`
  if (!first) await open(page, address)
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  await session.send('Network.enable')
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  if (slow) await session.send('Network.emulateNetworkConditions', slowNetwork)
  const traffic = countTraffic(session)
  const times = await open(page, address)
  const { metrics } = await session.send('Performance.getMetrics')
  const workMs = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  const entries = await page.locator('.app-entry').count()
  await context.close()
  return { entries, workMs, ...times, ...traffic() }
}

async function open(page: Page, address: string): Promise<Pick<Visit, 'shownMs' | 'readyMs'>> {
  await page.goto(address)
  const readyMs = Number(await page.evaluate('window.readyMs'))
  const shownMs = Number(
    await page.evaluate(`performance.getEntriesByName('first-contentful-paint')[0]?.startTime`),
  )
  return { shownMs, readyMs }
}

/** Counts what the session's page loads from now on, except the calls of the script once it is ready. */
function countTraffic(session: CDPSession): () => Pick<Visit, 'requests' | 'html' | 'all'> {
  const kinds = new Map<string, string>()
  const sizes = new Map<string, { sent: number; unpacked: number }>()
  const sizeOf = (id: string) => sizes.get(id) ?? { sent: 0, unpacked: 0 }
  session.on('Network.requestWillBeSent', ({ requestId, type = 'Other' }) => kinds.set(requestId, type))
  session.on('Network.dataReceived', ({ requestId, dataLength }) => {
    const size = sizeOf(requestId)
    sizes.set(requestId, { ...size, unpacked: size.unpacked + dataLength })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sizes.set(requestId, { ...sizeOf(requestId), sent: encodedDataLength })
  })
  return () => {
    const ids = [...kinds].filter(([, kind]) => kind !== 'Fetch').map(([id]) => id)
    const documents = ids.filter((id) => kinds.get(id) === 'Document')
    return { requests: ids.length, html: sum(documents.map(sizeOf)), all: sum(ids.map(sizeOf)) }
  }
}

function sum(sizes: readonly Bytes[]): Bytes {
  return sizes.reduce(
    (total, { sent, unpacked }) => ({ sent: total.sent + sent, unpacked: total.unpacked + unpacked }),
    { sent: 0, unpacked: 0 },
  )
}

function reportSize({ whole, single }: Record<PageName, Visit[]>): void {
  const [all, one] = [whole[0], single[0]]
  assert(all !== undefined && one !== undefined)
  console.log(
    `The page of a court case with ${prompts} prompts, ${all.entries} entries in all, compared with that of one key question with ${one.entries}, ${runs} visits each, medians.`,
  )
  const line = (title: string, of: (visit: Visit) => Bytes) =>
    console.log(
      `  ${title}  ${kilobytes(of(all).sent)} sent, ${kilobytes(of(all).unpacked)} unpacked; ` +
        `one question ${kilobytes(of(one).sent)} and ${kilobytes(of(one).unpacked)}; ` +
        `ratio ${ratio(of(all).sent, of(one).sent)} sent, ${ratio(of(all).unpacked, of(one).unpacked)} unpacked`,
    )
  line('only the page', ({ html }) => html)
  line('with all it loads', ({ all: bytes }) => bytes)
  console.log(`  requests  ${all.requests}; one question ${one.requests}`)
  const [work, less] = [median(whole.map(({ workMs }) => workMs)), median(single.map(({ workMs }) => workMs))]
  console.log(
    `  work of the processor  ${work.toFixed(0)} ms; one question ${less.toFixed(0)} ms; ratio ${ratio(work, less)}`,
  )
}

function reportTimes({ title }: Condition, { whole, single }: Record<PageName, Visit[]>): void {
  const of = (visits: readonly Visit[], time: 'shownMs' | 'readyMs') =>
    median(visits.map((each) => each[time]))
  console.log(
    `  ${title}: ready after ${of(whole, 'readyMs').toFixed(0)} ms (shown ${of(whole, 'shownMs').toFixed(0)}); ` +
      `one question ${of(single, 'readyMs').toFixed(0)} (shown ${of(single, 'shownMs').toFixed(0)}); ` +
      `ratio ${ratio(of(whole, 'readyMs'), of(single, 'readyMs'))}`,
  )
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

function ratio(one: number, other: number): string {
  return (one / other).toFixed(2)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
