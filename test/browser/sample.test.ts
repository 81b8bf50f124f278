/** From the plan to the proof of a sample, in Chromium: with JavaScript, without it, and only by keyboard. */
import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Editions } from '../../src/app/framework/editions.ts'
import { drawStoredSample } from '../../src/app/sampling/draw-page/drawStoredSample.ts'
import { expectAccessible, expectNoSidewaysScroll, useBrowser } from '../support/browser.ts'
import { madeUpTable } from '../support/madeUpCaseList.ts'
import { doneValue } from '../support/results.ts'
import { northmoor, planMadeUpSample, projectEditions, takeMadeUpList } from '../support/sampleOfNorthmoor.ts'
import { signedInHeaders } from '../support/signedInHeaders.ts'
import { startTestServer, type TestServer } from '../support/testServer.ts'

const sample = `/inspections/${northmoor}/sample`
let editions: Editions
const browser = useBrowser()
beforeAll(async () => {
  editions = await projectEditions()
})

async function withServer(work: (server: TestServer) => Promise<void>): Promise<void> {
  const server = await startTestServer()
  try {
    await work(server)
  } finally {
    await server.close()
  }
}

async function onPage(
  server: TestServer,
  javaScriptEnabled: boolean,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const storageState = await server.signedInAs('lead')
  const viewport = { width: 1280, height: 900 }
  const context = await browser.newContext({ javaScriptEnabled, viewport, storageState })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await work(page)
  await context.close()
  expect(complaints).toEqual([])
}

/** axe runs as a script, so only where scripts run. A screenshot is made if the environment names a folder. */
async function expectGood(page: Page, javaScriptEnabled: boolean, name: string): Promise<void> {
  if (!javaScriptEnabled) return
  await expectAccessible(page)
  await picture(page, `${name}-1280`)
  await page.setViewportSize({ width: 320, height: 800 })
  await expectNoSidewaysScroll(page)
  await picture(page, `${name}-320`)
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function picture(page: Page, name: string): Promise<void> {
  const { SAMPLE_PICTURES: folder } = process.env
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()
const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

describe.each([true, false])('with JavaScript: %s', (javaScriptEnabled) => {
  test('a sample is planned, drawn, replaced in, proved and added to', async () => {
    await withServer((server) =>
      onPage(server, javaScriptEnabled, async (page) => {
        await page.goto(server.address + sample)
        await page.getByText('There is no case list yet.').waitFor()
        await expectGood(page, javaScriptEnabled, 'sample-no-list')
        await takeMadeUpList(server.shell, editions)

        await page.reload()
        await page.getByLabel('Monday when fieldwork starts').fill('2024-06-11')
        await press(page, 'Save fieldwork and seed')
        await page.locator('.govuk-error-summary').waitFor()
        expect(await page.title()).toMatch(/^Error: /)
        expect(await page.locator('.govuk-error-summary').textContent()).toContain(
          '2024-06-11 is not a Monday',
        )
        await expectGood(page, javaScriptEnabled, 'sample-plan-faults')
        await page.getByLabel('Monday when fieldwork starts').fill('2024-06-10')
        await page.getByLabel('Seed', { exact: true }).fill('08 15 23 41 42 57')
        await page.getByLabel('Who agreed the seed, and how').fill('Both sides, from a lottery.')
        await press(page, 'Save fieldwork and seed')
        await page.getByText('The start of fieldwork and the seed are saved.').waitFor()
        expect(await page.locator('.app-arithmetic').first().textContent()).toContain('= 164.237')
        await expectGood(page, javaScriptEnabled, 'sample-plan')

        await page.getByText('Set this size by hand').first().click()
        await page.locator('#overrideSize-court').fill('30')
        await page.getByRole('button', { name: 'Set the size' }).first().click()
        await page.locator('#overrideReason-court-error').first().waitFor()
        await expectGood(page, javaScriptEnabled, 'sample-size-faults')
        await page.locator('#overrideReason-court').fill('A short week.')
        await page.locator('#overrideBy-court').fill('R. Lead')
        await page.getByRole('button', { name: 'Set the size' }).first().click()
        await page.getByText('Set by hand by R. Lead: A short week.').first().waitFor()

        await page.getByText('Leave out a case by hand').click()
        await page.getByLabel('Case', { exact: true }).fill('NM100099')
        await page.locator('#exclusionReason').fill('Under review.')
        await page.locator('#exclusionBy').fill('R. Lead')
        await press(page, 'Leave out the case')
        await page.getByText('Left out by hand: 1 case').first().waitFor()
        await page.getByText('The case is left out of the draw.').waitFor()

        await press(page, 'Continue to the draw')
        expect(await heading(page)).toBe('Draw 130 cases?')
        await page.getByText('You can draw a sample only once.').waitFor()
        await expectGood(page, javaScriptEnabled, 'sample-draw')
        await planMadeUpSample(server.shell, editions)
        await press(page, 'Draw the sample')
        await page
          .locator('.govuk-error-summary')
          .getByText('has changed since you opened this page')
          .waitFor()
        await press(page, 'Draw the sample')
        await page.getByText('The sample is drawn.').waitFor()
        expect(await page.locator('h2#kind-court + p').textContent()).toContain('30 of 116')
        await expectGood(page, javaScriptEnabled, 'sample-drawn')

        await page
          .getByRole('link', { name: /^Replace C-/ })
          .first()
          .click()
        await press(page, 'Replace the case')
        await page.locator('.govuk-error-summary').waitFor()
        expect(await page.title()).toMatch(/^Error: /)
        await expectGood(page, javaScriptEnabled, 'sample-replace-faults')
        await page.getByLabel('It belongs to another service').check()
        await page.getByLabel('What happened').fill('The child moved in May.')
        await press(page, 'Replace the case')
        await page.getByText('The case is replaced.').waitFor()
        await page.getByText('The child moved in May.').first().waitFor()

        await page.getByRole('link', { name: 'Proof of the draw' }).click()
        await page
          .getByText('We have just drawn the sample again from the stored list. The result is the same.')
          .first()
          .waitFor()
        await expectGood(page, javaScriptEnabled, 'sample-proof')

        await takeMadeUpList(server.shell, editions, madeUpTable().slice(0, -20))
        await page.goto(server.address + sample)
        await page.getByRole('link', { name: 'See which cases it would add' }).click()
        expect(await heading(page)).toBe('Add cases from version 2 of the case list')
        await expectGood(page, javaScriptEnabled, 'sample-top-up')
        await page.getByLabel('Why the list changed').fill('Twenty belonged elsewhere.')
        await page.getByRole('button', { name: 'Use version 2 without adding cases' }).click()
        await page.getByText('Twenty belonged elsewhere.').first().waitFor()
      }),
    )
  })
})

test('only by keyboard a sample is planned and drawn', async () => {
  await withServer((server) =>
    onPage(server, true, async (page) => {
      await takeMadeUpList(server.shell, editions)
      await page.goto(server.address + sample)
      const tabTo = async (what: string) => {
        const focused = 'document.activeElement?.id + "|" + document.activeElement?.textContent?.trim()'
        for (let step = 0; step < 60; step += 1) {
          const [id, text] = String(await page.evaluate(focused)).split('|')
          if (id === what || text === what) return
          await page.keyboard.press('Tab')
        }
        throw new Error(`“${what}” cannot be reached by keyboard`)
      }
      for (const [field, text] of [
        ['fieldwork', '2024-06-10'],
        ['seed', 'agreed'],
        ['seedAgreed', 'Both.'],
      ] as const) {
        await tabTo(field)
        await page.keyboard.type(text)
      }
      await tabTo('Save fieldwork and seed')
      await page.keyboard.press('Enter')
      await page.locator('.app-arithmetic').first().waitFor()
      await tabTo('Continue to the draw')
      await page.keyboard.press('Enter')
      await page.getByText('You can draw a sample only once').waitFor()
      await tabTo('Draw the sample')
      await page.keyboard.press('Enter')
      await page.getByText('Proof of the draw').waitFor()
    }),
  )
})

test('a second draw is refused on the page as well, and the first stays', async () => {
  await withServer(async (server) => {
    await takeMadeUpList(server.shell, editions)
    await planMadeUpSample(server.shell, editions)
    doneValue(await drawStoredSample(server.shell, editions, northmoor))
    const own = await signedInHeaders(server, 'lead')
    const proof = async () => (await fetch(`${server.address}${sample}/proof.json`, { headers: own })).text()
    const first = await proof()
    const headers = { ...own, origin: server.address, 'content-type': 'application/x-www-form-urlencoded' }
    const again = await fetch(`${server.address}${sample}/draw`, { method: 'POST', headers, body: '' })
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('You cannot draw it again.')
    expect(await proof()).toBe(first)
  })
})
