/** Who the child is, in Chromium: from the case list, confirmed or corrected, and impossible values are reported at their field. */
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { findEntry, insertVersion } from '../../src/app/fieldwork/case/case.queries.ts'
import { caseListAuthor } from '../../src/core/fieldwork/entry.ts'
import { done } from '../../src/core/kernel/result.ts'
import { expectAccessible, expectNoSidewaysScroll } from '../support/browser.ts'
import { useBrowserSession } from '../support/browserSession.ts'

const inspectionId = 'northmoor-2024-06'
const listed = { gender: 'male', age: '15', ethnicity: 'white-british' }
const { server, browser } = useBrowserSession({ inFieldwork: inspectionId })
beforeAll(async () => {
  for (const caseId of ['NM-C01', 'NM-C02']) await listCase(caseId)
})

/** Writes what a case list would have said of the case. */
async function listCase(caseId: string): Promise<void> {
  const trace = { author: caseListAuthor, at: '2024-06-10T08:00:00Z' }
  await server.shell.transact(async (tx) => {
    for (const [item, value] of Object.entries(listed)) {
      const entry = { version: 1, value, detail: null, ...trace }
      await insertVersion(tx, { inspectionId, caseId }, { kind: 'fact', item }, entry)
    }
    return done(null)
  })
}

async function open(
  caseId: string,
  javaScriptEnabled: boolean,
): Promise<{ page: Page; context: BrowserContext }> {
  const storageState = await server.signedInAs('inspector')
  const context = await browser.newContext({ javaScriptEnabled, storageState })
  const page = await context.newPage()
  await page.goto(`${server.address}/inspections/${inspectionId}/cases/${caseId}/facts`)
  if (javaScriptEnabled) await page.locator('[data-ready]').waitFor({ state: 'attached' })
  return { page, context }
}

function fact(caseId: string, item: string) {
  return findEntry(server.shell.database, { inspectionId, caseId }, { kind: 'fact', item })
}

const stateOf = (page: Page, item: string) => page.locator(`[id="fact-${item}-state"]`)

test('what the list says is confirmed at once, and what differs is corrected, as they are given', async () => {
  const { page, context } = await open('NM-C01', true)
  await stateOf(page, 'ethnicity').getByText('From the case list').waitFor()
  await expectAccessible(page)
  await page.getByLabel('Ethnicity', { exact: true }).selectOption('Irish')
  await stateOf(page, 'ethnicity')
    .getByText(/^Saved/)
    .waitFor()
  await page.getByLabel('The details from the case list are correct').check()
  await stateOf(page, 'gender')
    .getByText(/^Saved/)
    .waitFor()
  await stateOf(page, 'age')
    .getByText(/^Saved/)
    .waitFor()
  const values = await Promise.all(['gender', 'age', 'ethnicity'].map((item) => fact('NM-C01', item)))
  expect(values.map((entry) => [entry?.version, entry?.value, entry?.author.name])).toEqual([
    [2, 'male', 'Idris (made up)'],
    [2, '15', 'Idris (made up)'],
    [2, 'irish', 'Idris (made up)'],
  ])
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
  await context.close()
})

test('an invalid age is reported at its field, and stays on the device until it is fixed', async () => {
  const { page, context } = await open('NM-C03', true)
  await page.getByLabel('Age', { exact: true }).fill('150')
  await stateOf(page, 'age').getByText('not an age from 10 to 21').waitFor()
  await page.reload()
  await stateOf(page, 'age').getByText('not an age from 10 to 21').waitFor()
  expect(await page.getByLabel('Age', { exact: true }).inputValue()).toBe('150')
  await page.getByLabel('Age', { exact: true }).fill('15')
  await stateOf(page, 'age')
    .getByText(/^Saved/)
    .waitFor()
  expect((await fact('NM-C03', 'age'))?.value).toBe('15')
  await context.close()
})

test('what an alert is about is asked for where one was raised', async () => {
  const { page, context } = await open('NM-C04', true)
  const about = page.getByLabel('What the alert is about')
  await page.locator('[id="fact-alert-raised-no"]').check()
  expect(await about.isVisible()).toBe(false)
  await page.locator('[id="fact-alert-raised-yes"]').check()
  await about.fill('No plan after a threat')
  await expect.poll(async () => (await fact('NM-C04', 'alert-raised'))?.detail).toBe('No plan after a threat')
  await context.close()
})

test('the time of the interview is a day and a time, and the list of cases says it', async () => {
  const { page, context } = await open('NM-C05', true)
  await page.getByLabel('When is the interview?').fill('2024-06-12T10:30')
  await stateOf(page, 'interview-at')
    .getByText(/^Saved/)
    .waitFor()
  await page.goto(`${server.address}/inspections/${inspectionId}/cases`)
  await page.getByRole('row', { name: /NM-C05.*12 June 2024 at 10:30am/ }).waitFor()
  await context.close()
})

test('without JavaScript one wrong age stops nothing else, and stays as it was typed', async () => {
  const { page, context } = await open('NM-C02', false)
  await page.getByLabel('Age', { exact: true }).fill('fifteen')
  await page.locator('[id="fact-looked-after-not-known"]').check()
  await page.getByLabel('The details from the case list are correct').check()
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await page.getByRole('alert').getByRole('link', { name: '“fifteen” is not an age' }).click()
  expect(await page.getByLabel('Age', { exact: true }).inputValue()).toBe('fifteen')
  expect(await page.title()).toMatch(/^Error: /)
  expect((await fact('NM-C02', 'looked-after'))?.value).toBe('not-known')
  expect((await fact('NM-C02', 'gender'))?.version).toBe(2)
  expect((await fact('NM-C02', 'age'))?.value).toBe('15')
  await page.getByLabel('Age', { exact: true }).fill('16')
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await page.getByText('Your answers are saved.').waitFor()
  expect((await fact('NM-C02', 'age'))?.value).toBe('16')
  await context.close()
})
