/**
 * A whole inspection in Chromium: announced, its case list sent, its sample drawn and allocated; then carried out by
 * four people at once, with conflicts, a lost network, a crash and a server that is killed; checked, signed, exported
 * and rated. Everything that a page acknowledged is noted in the test, and compared with what is there in the end.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { answersExportCommand } from '../../src/app/ratings/commands/answersExport.ts'
import { rateCommand } from '../../src/app/ratings/commands/rate.ts'
import { useBrowser } from '../support/browser.ts'
import { howMany } from '../support/fullLength.ts'
import { type KillableServer, startKillableServer } from '../support/killableServer.ts'
import { runCommand } from '../support/runCommand.ts'
import {
  byKeyQuestion,
  bySaveButton,
  type CaseWork,
  onOnePage,
  ownCases,
  writePage,
} from './together/caseWork.ts'
import { byKeys, oneByOne } from './together/fields.ts'
import {
  allocateAndBegin,
  announce,
  drawSample,
  inspection,
  type Member,
  sendCaseList,
} from './together/fromListToFieldwork.ts'
import { meet, nameOf, open, type Person } from './together/people.ts'
import { handIn, openAgain, returnOnce, takeStep } from './together/signing.ts'
import { crashedPage, endedSession, killedServer, lostNetwork, secondTab } from './together/troubles.ts'
import { decideFor, noteTheSame, writeTheSame } from './together/twoAtOneCase.ts'
import { Acknowledged } from './together/whatIsSaid.ts'
import {
  figuresRated,
  ratedSchema,
  shownFigures,
  signedEntries,
  storedEntries,
} from './together/whatStands.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-together-'))
/** Four browsers at once take what the machine has; on a busy one they need more time than other tests. */
vi.setConfig({ testTimeout: 900_000, hookTimeout: 300_000 })
const mailboxes = ['lead', 'inspector', 'assistant-inspector', 'local-assessor'] as const
type Mailbox = (typeof mailboxes)[number]
/** Of each kind of case: enough that each of the four meets each of their troubles. */
const sizes = { court: howMany(8, 24), 'out-of-court': howMany(4, 14), resettlement: 0 }
const total = sizes.court + sizes['out-of-court']

const browser = useBrowser()
let server: KillableServer
const people = new Map<Mailbox, Person>()
const cases = new Map<Mailbox, readonly string[]>()
/** What each page said was saved, and before it what the case list had filled in. */
const acknowledged = new Acknowledged()
let filledIn: Awaited<ReturnType<typeof storedEntries>> = {}

beforeAll(async () => {
  server = await startKillableServer(folder)
})
afterAll(async () => {
  await server?.close()
  rmSync(folder, { recursive: true, force: true })
})

const the = (mailbox: Mailbox): Person => people.get(mailbox) ?? expect.fail()
const casesOf = (mailbox: Mailbox): readonly string[] => cases.get(mailbox) ?? expect.fail()

function work(mailbox: Mailbox, caseId: string): CaseWork {
  return { person: the(mailbox), caseId, acknowledged }
}

test('from the register to open cases nobody has to guess the next step', async () => {
  const head = await meet(browser, server, 'head-of-programme')
  const roles = {
    lead: 'Lead inspector',
    inspector: 'Inspector',
    'assistant-inspector': 'Assistant inspector',
    'local-assessor': 'Local assessor',
    'quality-lead': 'Quality lead',
    'evidence-coordinator': 'Evidence coordinator',
  }
  const named = async ([mailbox, role]: [string, string]): Promise<Member> => {
    return { mailbox, name: await nameOf(server, mailbox), role }
  }
  const members = await Promise.all(Object.entries(roles).map(named))
  await announce(head, members)
  await sendCaseList(await meet(browser, server, 'evidence-coordinator'))
  const lead = await meet(browser, server, 'lead')
  people.set('lead', lead)
  await drawSample(lead, sizes)
  const assessors = members
    .filter(({ mailbox }) => mailboxes.some((each) => each === mailbox))
    .map(({ name, role }) => ({ name, isLocal: role === roles['local-assessor'] }))
  await allocateAndBegin(lead, assessors, total)
  filledIn = await storedEntries(server.shell)
})

test('each of the four signs in and finds their cases; one of them has no JavaScript', async () => {
  for (const mailbox of mailboxes) {
    if (!people.has(mailbox))
      people.set(mailbox, await meet(browser, server, mailbox, mailbox !== 'assistant-inspector'))
    cases.set(mailbox, await ownCases(the(mailbox)))
  }
  const all = mailboxes.flatMap(casesOf)
  expect(all).toHaveLength(total)
  expect(new Set(all).size).toBe(total)
})

test('two at one case hear of each other; the same answer and the same note are there twice until it is decided', async () => {
  const [contested = ''] = casesOf('inspector')
  const third = await writeTheSame(work('inspector', contested), the('local-assessor'))
  const names = [the('inspector').name, the('local-assessor').name]
  await decideFor(work('lead', contested), { field: third, chosen: 'No', names })
  const [noted = ''] = casesOf('assistant-inspector')
  await noteTheSame(work('assistant-inspector', noted), the('lead'))
})

test('four people at once answer everything, and what goes wrong meanwhile loses nothing', async () => {
  // A person who signs in again while the server is away meets the browser's own error: one trouble waits for the other.
  const startedAgain = Promise.withResolvers<void>()
  const lead = async (): Promise<void> => {
    for (const [at, caseId] of casesOf('lead').entries()) {
      await onOnePage(work('lead', caseId), at === 1 ? killedServer(server, byKeys) : byKeys)
      if (at === 1) startedAgain.resolve()
    }
  }
  const inspector = async (): Promise<void> => {
    for (const [at, caseId] of casesOf('inspector').entries()) {
      const own = work('inspector', caseId)
      if (at === 1) await secondTab(own)
      if (at % 3 === 0) await byKeyQuestion(own, byKeys)
      else await onOnePage(own, at === 2 ? lostNetwork(byKeys) : byKeys)
    }
  }
  const assistant = async (): Promise<void> => {
    for (const caseId of casesOf('assistant-inspector'))
      await bySaveButton(work('assistant-inspector', caseId), oneByOne)
  }
  const local = async (): Promise<void> => {
    for (const [at, caseId] of casesOf('local-assessor').entries()) {
      const own = work('local-assessor', caseId)
      if (at === 0) await crashedPage(own)
      if (at === 1) {
        await startedAgain.promise
        await endedSession(own, await meet(browser, server, 'local-assessor'))
      }
      await writePage(own, '/facts', oneByOne)
      await writePage(own, '/questions', at % 2 > 0 ? lostNetwork(byKeys) : oneByOne)
    }
  }
  await Promise.all([lead(), inspector(), assistant(), local()])
  expect(await storedEntries(server.shell)).toEqual({ ...filledIn, ...acknowledged.all() })
})

test('every case goes from ready over checked to signed; one is returned, one opened again', async () => {
  await Promise.all(mailboxes.map((mailbox) => handIn(the(mailbox), casesOf(mailbox))))
  const checker = await meet(browser, server, 'quality-lead')
  const [returned = ''] = casesOf('local-assessor')
  await returnOnce(checker, the('local-assessor'), returned, acknowledged)
  const all = mailboxes.flatMap(casesOf)
  for (const caseId of all) {
    await takeStep(checker, caseId, 'Mark as checked', 'Checked')
    await takeStep(the('lead'), caseId, 'Sign this case', 'Signed')
  }
  const [openedAgain = ''] = casesOf('inspector')
  await openAgain({ lead: the('lead'), owner: the('inspector'), checker }, openedAgain, acknowledged)
  await open(the('lead').page, `/inspections/${inspection}/cases`)
  await the('lead').page.getByText(`${total} of ${total} cases signed.`).waitFor()
})

test('what is signed and exported is what was typed, and the ratings page shows what the export is rated', async () => {
  const expected = { ...filledIn, ...acknowledged.all() }
  const signed = await signedEntries(server.shell)
  expect(signed.entries).toEqual(expected)
  expect(await storedEntries(server.shell)).toEqual(expected)
  expect([signed.signatures, signed.questionsAsAsked]).toEqual([total + 1, true])

  const out = join(folder, 'export')
  expect((await runCommand(server.shell, answersExportCommand, inspection, '--out', out)).err).toBe('')
  const [, ...rows] = readFileSync(join(out, 'answers.csv'), 'utf8').trimEnd().split('\r\n')
  const exported = rows.map((row) => row.split(','))
  const answers = new Map(
    exported.map(([caseId, , question, answer]) => [`${caseId} answer ${question}`, answer]),
  )
  expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(acknowledged.ofKind('answer')))
  const casesIn = (kind: string) =>
    new Set(exported.filter(([, domain]) => domain === kind).map(([id]) => id)).size
  expect([casesIn('court'), casesIn('out-of-court')]).toEqual([sizes.court, sizes['out-of-court']])

  const files = [join(out, 'answers.csv'), '--judgements', join(out, 'judgements.json')]
  const rated = await runCommand(server.shell, rateCommand, ...files, '--edition', 'yos-2021')
  expect(rated.err).toBe('')
  const { standards, score, maximum } = ratedSchema.parse(JSON.parse(rated.out))
  const { page } = the('lead')
  await open(page, `/inspections/${inspection}`)
  expect(await page.locator('.app-score').textContent()).toBe(`${score} of ${maximum}`)
  let figures = 0
  for (const standard of standards) {
    const shown = await shownFigures(page, standard.standard)
    const wanted = standard.awarded ?? 'not-rated-yet'
    expect(shown.rating.toLowerCase().replaceAll(' ', '-')).toContain(wanted)
    const expectedFigures = figuresRated(standard)
    for (const [at, question] of expectedFigures.entries()) {
      const found = shown.keyQuestions[at]
      expect([found?.id, found?.percent, found?.prompts]).toEqual([
        question.id,
        question.percent,
        question.prompts,
      ])
      figures += 1 + question.prompts.length
    }
  }
  expect(figures).toBeGreaterThan(100)
  console.log(
    `${acknowledged.size} entries of ${total} cases were acknowledged; signed and exported differ from them in 0. ` +
      `${figures} figures of the ratings pages equal those of the rated export.`,
  )
})
