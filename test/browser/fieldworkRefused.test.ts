/** What cannot be saved in a case is said next to its field, and keeps nothing else back. In Chromium. */
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { findEntry } from '../../src/app/fieldwork/case/case.queries.ts'
import type { EntryRef } from '../../src/core/fieldwork/entry.ts'
import { useBrowserSession } from '../support/browserSession.ts'

const inspection = 'northmoor-2024-06'
const { server, browser } = useBrowserSession({ inFieldwork: inspection })
let context: BrowserContext
beforeAll(async () => {
  context = await browser.newContext({ storageState: await server.signedInAs('inspector') })
})

async function open(caseId: string, path: string, as = context): Promise<Page> {
  const page = await as.newPage()
  await page.goto(`${server.address}/inspections/${inspection}/cases/${caseId}${path}`)
  await page.locator('[data-ready]').waitFor({ state: 'attached' })
  return page
}

async function stored(caseId: string, kind: EntryRef['kind'], item: string) {
  return (await findEntry(server.shell.database, { inspectionId: inspection, caseId }, { kind, item }))?.value
}

const part = (page: Page, id: string) => page.locator(`[id="${id}"]`)

test('“Not answered” takes an answer back, also if one of the answers is called none', async () => {
  const page = await open('NM-C03', '/facts')
  const classification = page.getByRole('group', { name: /risk of serious harm: the inspector/i })
  await classification.getByText('High', { exact: true }).click()
  await part(page, 'fact-rosh-mine-state')
    .getByText(/^Saved/)
    .waitFor()
  expect(await stored('NM-C03', 'fact', 'rosh-mine')).toBe('high')
  await classification.getByText('Not answered').click()
  await expect.poll(() => stored('NM-C03', 'fact', 'rosh-mine')).toBe(null)
  expect(await classification.getByRole('radio', { name: 'None made' }).isChecked()).toBe(false)
  await page.close()
})

describe('the day and time of the interview', () => {
  const field = 'fact-interview-at-value'
  const state = 'fact-interview-at-state'

  test.each([
    ['NM-C04', '0026-06-01T10:30', 'Enter a date in the year 2000 or later'],
    ['NM-C05', '2026-03-29T01:30', 'The time 29 March 2026 at 1:30am does not exist'],
  ])('%s: %s is refused next to its field, and never said to be saved', async (caseId, wrong, words) => {
    const page = await open(caseId, '/facts')
    await part(page, field).fill('2026-06-01T10:30')
    await part(page, state)
      .getByText(/^Saved/)
      .waitFor()
    await part(page, field).fill(wrong)
    await part(page, 'fact-interview-at-error').getByText(words).waitFor()
    expect(await part(page, state).textContent()).toMatch(/^Not saved/)
    expect(await part(page, field).inputValue()).toBe(wrong)
    await part(page, field).fill('2026-06-02T10:30')
    await part(page, state)
      .getByText(/^Saved/)
      .waitFor()
    expect(await part(page, 'fact-interview-at-error').count()).toBe(0)
    expect(await stored(caseId, 'fact', 'interview-at')).toBe('2026-06-02T10:30')
    await page.close()
  })

  test('saving and going on stays at a date that cannot be saved', async () => {
    const page = await open('NM-C06', '/facts')
    await part(page, field).fill('0026-06-01T10:30')
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await part(page, 'fact-interview-at-error').waitFor()
    expect(page.url()).toMatch(/facts$/)
    await page.close()
  })
})

test('half an emoji and a NUL in a note become marks; what is typed later goes through', async () => {
  const page = await open('NM-C07', '/questions/2.1.1')
  const typeIn = (text: string) =>
    part(page, 'note-2.1.1-value').evaluate((element: { value: string } & EventTarget, value) => {
      element.value = value
      element.dispatchEvent(new Event('input', { bubbles: true }))
    }, text)
  await typeIn('Half \ud83d and \0 none')
  await expect.poll(() => stored('NM-C07', 'note', '2.1.1')).toBe('Half \ufffd and \ufffd none')
  await typeIn('Plain text')
  await expect.poll(() => stored('NM-C07', 'note', '2.1.1')).toBe('Plain text')
  await page.close()
})

test('a text over which the server fails does not keep back a later one', async () => {
  const page = await open('NM-C08', '/questions/2.1.1')
  let failures = 0
  await page.route('**/notes/**', async (route) => {
    if (route.request().postData()?.includes('fails') !== true) return route.continue()
    await route.fulfill({ status: 500, json: {} })
    failures += 1
  })
  await part(page, 'note-2.1.1-value').fill('This fails')
  await expect.poll(() => failures).toBeGreaterThan(0)
  await part(page, 'note-2.1.1-value').fill('This does not')
  await expect.poll(() => stored('NM-C08', 'note', '2.1.1')).toBe('This does not')
  await page.close()
})

test('the overview of a case informs colleagues, and says of a second tab that it is yours', async () => {
  const overview = await open('NM-C09', '')
  const second = await open('NM-C09', '/questions/2.1.1')
  await second.getByText('Also viewing this case: you, in another tab (task list)').waitFor()
  await overview.getByText('you, in another tab (question 2.1.1)').waitFor()
  await second.close()
  await overview.getByText('you, in another tab').waitFor({ state: 'detached' })
  const colleague = await browser.newContext({ storageState: await server.signedInAs('assistant-inspector') })
  const theirs = await open('NM-C09', '/questions/2.1.2', colleague)
  await theirs.getByText(/^Also viewing this case: .+\(/).waitFor()
  await colleague.close()
  await overview.close()
})

test('after all cookies are deleted an answer stays on the device, and is sent after signing in', async () => {
  const own = await browser.newContext({ storageState: await server.signedInAs('inspector') })
  const page = await open('NM-C10', '/questions/2.1.1', own)
  await own.clearCookies()
  await part(page, 'note-2.1.1-value').fill('Typed without cookies')
  await part(page, 'note-2.1.1-state').getByText('You are signed out. On this device').waitFor()
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await page.getByRole('link', { name: 'You are signed out. Sign in again' }).waitFor()
  await own.addCookies((await server.signedInAs('inspector')).cookies)
  await page.close()
  await open('NM-C10', '/questions/2.1.1', own)
  await expect.poll(() => stored('NM-C10', 'note', '2.1.1')).toBe('Typed without cookies')
  await own.close()
})

test('returning a case without a comment shows the error next to the comment', async () => {
  await server.shell.database
    .insertInto('case_step')
    .values({
      inspection_id: inspection,
      case_id: 'NM-C11',
      position: 100,
      step: 'hand-in',
      status: 'ready',
      round: 1,
      comment: null,
      taken_at: new Date(),
      taken_by: 'Somebody',
      person_id: null,
    })
    .execute()
  const lead = await browser.newContext({ storageState: await server.signedInAs('quality-lead') })
  const page = await open('NM-C11', '', lead)
  await page.getByRole('button', { name: 'Return with comments' }).click()
  await page.getByRole('alert').getByRole('link').click()
  expect(await part(page, 'comment-return').evaluate('document.activeElement.id')).toBe('comment-return')
  await part(page, 'comment-return-error').waitFor()
  await lead.close()
})

test('words typed next to a question that has no answer are not lost: the field asks for the answer', async () => {
  const page = await open('NM-C07', '/questions/2.1.1')
  await page
    .locator('details', { has: part(page, 'practice-2.1.1') })
    .locator('summary')
    .click()
  const words = part(page, 'practice-2.1.1-detail')
  await words.fill('Jordan')
  await part(page, 'practice-2.1.1-error').getByText('Select an answer').waitFor()
  expect(await part(page, 'practice-2.1.1-state').textContent()).toMatch(/^Not saved/)
  await page.getByText('Good practice', { exact: true }).click()
  await part(page, 'practice-2.1.1-state')
    .getByText(/^Saved/)
    .waitFor()
  expect(await words.inputValue()).toBe('Jordan')
  expect(await stored('NM-C07', 'practice', '2.1.1')).toBe('good-practice')
  await page.close()
})
