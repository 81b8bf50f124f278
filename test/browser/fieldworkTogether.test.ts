/**
 * A whole inspection in Chromium by four people at once, from the drawn sample to the ratings: with two who
 * answer the same, a lost network and a server that is killed in the middle.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadAnswers, replaceAnswers } from '../../src/app/fieldwork/inspectedCases.queries.ts'
import { inspectionId } from '../../src/app/inspections/inspection.ts'
import { answersExportCommand } from '../../src/app/ratings/commands/answersExport.ts'
import { rateCommand } from '../../src/app/ratings/commands/rate.ts'
import { done } from '../../src/core/kernel/result.ts'
import { openBrowser } from '../support/browser.ts'
import { setStage } from '../support/fieldwork.ts'
import { type KillableServer, startKillableServer } from '../support/killableServer.ts'
import { runCommand } from '../support/runCommand.ts'
import { drawSampleOfFieldwork, northmoor, projectEditions } from '../support/sampleOfNorthmoor.ts'

const id = inspectionId(northmoor) ?? expect.fail()
const people = ['lead', 'inspector', 'assistant-inspector', 'local-assessor'] as const
type Mailbox = (typeof people)[number]
const folder = mkdtempSync(join(tmpdir(), 'assay-together-'))
let browser: Browser
let server: KillableServer
let pages: ReadonlyMap<Mailbox, Page>
/** What each page said was saved, by case and question. */
const acknowledged = new Map<string, string>()
const contested = '2.1.1'
let contestedCase = ''

beforeAll(async () => {
  server = await startKillableServer(folder)
  browser = await openBrowser()
  await setStage(server.shell, northmoor, 'fieldwork')
  await server.shell.transact(async (tx) => done(await replaceAnswers(tx, server.shell, id, [])))
  await drawSampleOfFieldwork(server.shell, await projectEditions())
  const opened = people.map(async (mailbox) => [mailbox, await pageOf(mailbox)] as const)
  pages = new Map(await Promise.all(opened))
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function pageOf(mailbox: Mailbox): Promise<Page> {
  const context = await browser.newContext({ storageState: await server.signedInAs(mailbox) })
  return context.newPage()
}

function page(mailbox: Mailbox): Page {
  return pages.get(mailbox) ?? expect.fail()
}

function address(path: string): string {
  return `${server.address}/inspections/${northmoor}${path}`
}

/** Opens the page of all questions; one who meets a dead server tries again, as people do. */
async function openQuestions(at: Page, caseId: string): Promise<void> {
  const opens = async (): Promise<boolean> => {
    try {
      await at.goto(address(`/cases/${caseId}/questions`))
      await at.locator('[data-ready]').waitFor({ state: 'attached', timeout: 10_000 })
      return true
    } catch {
      return false
    }
  }
  await expect.poll(opens, { timeout: 60_000, interval: 500 }).toBe(true)
}

async function ownCases(mailbox: Mailbox): Promise<readonly string[]> {
  await page(mailbox).goto(address('/cases'))
  const links = page(mailbox).getByRole('table', { name: 'My cases' }).getByRole('link', { name: /^C-/ })
  return links.allTextContents()
}

const entryOf = (at: Page, item: string) => at.locator(`[id="answer-${item}"]`)

/** Answers in a pattern that differs by case and question, so that no answer stands for another. */
function answerTo(caseId: string, item: string): 'yes' | 'no' {
  const sum = [...`${caseId} ${item}`].reduce((total, letter) => total * 31 + letter.charCodeAt(0), 7)
  return sum % 5 === 0 ? 'no' : 'yes'
}

async function choose(at: Page, caseId: string, items: readonly string[]): Promise<void> {
  for (const item of items)
    await at.locator(`[id="answer-${item}-${answerTo(caseId, item)}"]`).check({ force: true })
}

async function seeSaved(at: Page, caseId: string, items: readonly string[]): Promise<void> {
  for (const item of items) {
    const said = entryOf(at, item).locator('[data-state]')
    await said.getByText(/^Saved \d\d:\d\d/).waitFor({ timeout: 60_000 })
    acknowledged.set(`${caseId} ${item}`, answerTo(caseId, item))
  }
}

/** The questions of the page, key questions alone or their prompts as well, but for the one that is contested. */
async function questionsOn(at: Page, caseId: string, withPrompts: boolean): Promise<readonly string[]> {
  const entries = at.locator('.app-entry[data-kind="answer"]')
  const items = await entries.evaluateAll((all) => all.map((each) => each.getAttribute('data-item') ?? ''))
  return items
    .filter((item) => withPrompts || /\d$/.test(item))
    .filter((item) => caseId !== contestedCase || item !== contested)
}

type Trouble = (at: Page, caseId: string, items: readonly string[]) => Promise<void>

/** Carries out one's own cases, one after the other; `trouble` strikes in the middle of the third. */
async function inspect(mailbox: Mailbox, cases: readonly string[], trouble: Trouble): Promise<void> {
  const at = page(mailbox)
  for (const [position, caseId] of cases.entries()) {
    await openQuestions(at, caseId)
    const items = await questionsOn(at, caseId, position === 0)
    if (position === 2) await trouble(at, caseId, items)
    else await choose(at, caseId, items)
    await seeSaved(at, caseId, items)
  }
}

const noTrouble: Trouble = choose

const lostNetwork: Trouble = async (at, caseId, items) => {
  await at.context().setOffline(true)
  await choose(at, caseId, items)
  const [first = ''] = items
  await entryOf(at, first).getByText('On this device, not yet sent').waitFor()
  await at.context().setOffline(false)
}

const killedServer: Trouble = async (at, caseId, items) => {
  await choose(at, caseId, items.slice(0, 2))
  await server.kill()
  await choose(at, caseId, items.slice(2))
  await entryOf(at, items.at(-1) ?? '')
    .getByText('On this device, not yet sent')
    .waitFor()
  await server.start()
}

const troubles: Readonly<Record<Mailbox, Trouble>> = {
  lead: noTrouble,
  inspector: lostNetwork,
  'assistant-inspector': killedServer,
  'local-assessor': lostNetwork,
}

test('the lead ties four people to their accounts, allocates 38 cases and begins', async () => {
  const lead = page('lead')
  await lead.goto(address('/allocation/people'))
  for (const mailbox of people) {
    await lead.getByLabel('Name', { exact: true }).fill(mailbox)
    await lead.getByRole('radio', { name: 'Inspector', exact: true }).check()
    const account = lead.getByLabel('Account', { exact: true })
    const label = await account.locator('option', { hasText: `(${mailbox}@` }).textContent()
    await account.selectOption({ label: label ?? '' })
    await lead.getByRole('button', { name: 'Add the person' }).click()
    await lead.getByRole('alert').getByText('The person is saved.').waitFor()
  }
  await lead.goto(address('/allocation'))
  await lead.getByRole('button', { name: 'Propose the allocation' }).click()
  await lead.getByRole('link', { name: 'begin fieldwork' }).click()
  await lead.getByRole('button', { name: 'Begin fieldwork' }).click()
  await lead.getByRole('alert').getByText('The cases are open.').waitFor()
  await lead.getByRole('link', { name: 'Go to the cases' }).click()
  await lead.getByText('0 of 38 cases are signed.').waitFor()
})

test('four people answer at once, two of them the same, and what was acknowledged is there', async () => {
  const cases = new Map<Mailbox, readonly string[]>()
  for (const mailbox of people) cases.set(mailbox, await ownCases(mailbox))
  expect([...cases.values()].flat()).toHaveLength(38)
  await plantConflict(cases.get('inspector') ?? [])
  await Promise.all(people.map((mailbox) => inspect(mailbox, cases.get(mailbox) ?? [], troubles[mailbox])))
  const stored = await loadAnswers(server.shell.database, id)
  const found = new Map(stored.map(({ caseId, question, answer }) => [`${caseId} ${question}`, answer]))
  expect(found.get(`${contestedCase} ${contested}`)).toBe('yes')
  found.delete(`${contestedCase} ${contested}`)
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(acknowledged))
  const answeredIn = (wanted: string) =>
    new Set(stored.filter(({ domain }) => domain === wanted).map(({ caseId }) => caseId)).size
  expect([answeredIn('court'), answeredIn('out-of-court')]).toEqual([24, 14])
}, 240_000)

/** Two people, one court case, one question: each answers without having seen the other's answer. */
async function plantConflict(cases: readonly string[]): Promise<void> {
  const [one, two] = [page('inspector'), page('assistant-inspector')]
  for (const caseId of cases) {
    contestedCase = caseId
    await openQuestions(one, caseId)
    if ((await entryOf(one, contested).count()) > 0) break
  }
  await openQuestions(two, contestedCase)
  await one.locator(`[id="answer-${contested}-yes"]`).check()
  await entryOf(one, contested)
    .getByText(/^Saved/)
    .waitFor()
  await two.locator(`[id="answer-${contested}-no"]`).check()
  await entryOf(two, contested).getByText('Someone else changed this: Idris (made up)').waitFor()
}

test('the conflict shows both values with their names until the lead decides', async () => {
  const lead = page('lead')
  await lead.goto(address(`/cases/${contestedCase}/conflicts`))
  await lead.getByText(/^Idris \(made up\), .*this stands now/).waitFor()
  await lead.getByText(/^Asha \(made up\), /).waitFor()
  await lead.getByLabel('No', { exact: true }).check()
  await lead.getByRole('button', { name: 'Let this value stand' }).click()
  await lead.getByText('Nothing is left to decide').waitFor()
  const stored = await loadAnswers(server.shell.database, id)
  const decided = stored.find((each) => each.caseId === contestedCase && each.question === contested)
  expect(decided?.answer).toBe('no')
})

test('the ratings page shows what the exported answers are rated', async () => {
  const out = join(folder, 'export')
  const exported = await runCommand(server.shell, answersExportCommand, northmoor, '--out', out)
  expect(exported.err).toBe('')
  const files = [join(out, 'answers.csv'), '--judgements', join(out, 'judgements.json')]
  const rated = await runCommand(server.shell, rateCommand, ...files, '--edition', 'yos-2021')
  expect(rated.err).toBe('')
  const { standards, score, maximum } = JSON.parse(rated.out)
  const lead = page('lead')
  await lead.goto(address(''))
  const shown = await lead.locator('.app-score').textContent()
  expect(shown?.match(/\d+/g)?.map(Number).slice(0, 2)).toEqual([score, maximum])
  for (const { standard, awarded } of standards) {
    const row = lead.getByRole('row').filter({ has: lead.getByRole('link', { name: `${standard} ` }) })
    const words = (await row.first().textContent()) ?? ''
    const slug = words.toLowerCase().replaceAll(/\s+/g, '-')
    expect(slug).toContain(`-${awarded ?? 'unrated'}-`)
  }
})
