/** The pages of inspections and their ratings, and the imports, in Chromium: with JavaScript and without. */
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectAccessible } from '../support/browser.ts'
import { useBrowserSession } from '../support/browserSession.ts'

const demonstration = join(import.meta.dirname, '../../demonstration')
const { server, browser } = useBrowserSession()

type Setting = { readonly javaScriptEnabled?: boolean; readonly width?: number }

/** Opens `path`, hands over the page and fails on any refusal of the content security policy. */
async function onPage(path: string, work: (page: Page) => Promise<void>, setting: Setting = {}) {
  const { javaScriptEnabled = true, width = 1280 } = setting
  const storageState = await server.signedInAs('head-of-programme')
  const context = await browser.newContext({
    javaScriptEnabled,
    storageState,
    viewport: { width, height: 900 },
  })
  const page = await context.newPage()
  const refusals: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refusals.push(message.text())
  })
  await page.goto(server.address + path)
  await work(page)
  await context.close()
  expect(refusals).toEqual([])
}

describe.each([true, false])('with JavaScript: %s', (javaScriptEnabled) => {
  const setting = { javaScriptEnabled }

  test('a reader goes from the list to what decided a rating', async () => {
    await onPage(
      '/inspections',
      async (page) => {
        await page.getByRole('link', { name: 'Northmoor Youth Justice Service' }).click()
        expect(await wordsOf(page.getByRole('heading', { level: 1 }))).toBe('Northmoor Youth Justice Service')
        expect(await wordsOf(page.locator('.app-overall'))).toMatch(/Good[\s\S]*20 of 36/)
        await page.getByRole('link', { name: '2.4 Reviewing' }).click()
        const decided = page.locator('.app-key-question', { hasText: 'Decided the rating' })
        expect(await wordsOf(decided)).toMatch(/2\.4\.2[\s\S]*44%[\s\S]*Inadequate[\s\S]*8 of 18/)
        expect(await wordsOf(decided)).toContain('1 more yes answer would reach Requires improvement.')
        await page.getByRole('link', { name: 'Next standard' }).click()
        expect(await wordsOf(page.getByRole('heading', { level: 1 }))).toBe('3.1 Assessment')
        expect(await wordsOf(page.locator('main'))).toContain('The figures give Requires improvement')
      },
      setting,
    )
  })

  test('what is made up says so, and what was published names its source', async () => {
    await onPage(
      '/inspections/northmoor-2024-06/standards/1.1',
      async (page) => {
        expect(await wordsOf(page.locator('.app-figure-status'))).toContain('is invented')
        await page.goto(`${server.address}/inspections/york-2022-12`)
        expect(await wordsOf(page.locator('.app-figure-status'))).toContain('Open Government Licence')
      },
      setting,
    )
  })

  test('an import of what already exists is refused, and changes nothing', async () => {
    await onPage(
      '/import/results',
      async (page) => {
        await page.setInputFiles('#file', join(demonstration, 'published-inspections.json'))
        await page.getByRole('button', { name: 'Import results' }).click()
        expect(await wordsOf(page.locator('.govuk-error-summary'))).toContain('fix 5 problems')
        expect(await page.getByRole('cell', { name: /york-2022-12 already exists/ }).count()).toBe(1)
        await expectAccessibleWith(page, javaScriptEnabled)
      },
      setting,
    )
  })

  test('an import of answers says every fault, then brings the inspection', async () => {
    const service = `Testham ${javaScriptEnabled ? 'one' : 'two'} Youth Justice Service`
    await onPage(
      '/import/answers',
      async (page) => {
        await page.getByRole('button', { name: 'Import answers' }).click()
        expect(await page.locator('.govuk-error-summary li').count()).toBe(4)
        await page.fill('#service', service)
        await page.selectOption('#edition', 'yos-2021')
        await page.fill('#fieldwork-month', '3')
        await page.fill('#fieldwork-year', '2024')
        await sendAnswers(page, 'case_id,domain,question,answer\nA1,court,2.1.1,perhaps\nA1,court,9.1.1,yes')
        const faults = await page.locator('table tbody tr').allInnerTexts()
        expect(faults[0]).toMatch(
          /answers\.csv\s+Row 2\s+answer\s+“perhaps” is not an answer to question 2\.1\.1/,
        )
        expect(faults[1]).toMatch(/Row 3\s+question/)
        expect(await page.inputValue('#service')).toBe(service)
        await sendAnswers(page, 'case_id,domain,question,answer\nA1,court,2.1.1,yes')
        expect(page.url()).toMatch(/\/inspections\/testham-(one|two)-2024-03\?done=new$/)
        expect(await wordsOf(page.locator('.govuk-notification-banner--success'))).toContain(
          'The inspection was imported.',
        )
        expect(await wordsOf(page.locator('.app-figure-status'))).toContain('Provisional')
      },
      setting,
    )
  })
})

/** What a reader sees of a part of the page, once it is there. */
async function wordsOf(part: Locator): Promise<string> {
  await part.first().waitFor()
  return (await part.allInnerTexts()).join('\n')
}

async function sendAnswers(page: Page, csv: string): Promise<void> {
  await page.setInputFiles('#answers', {
    name: 'answers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv),
  })
  await page.getByRole('button', { name: 'Import answers' }).click()
}

/** Axe itself is a script. */
async function expectAccessibleWith(page: Page, javaScriptEnabled: boolean): Promise<void> {
  if (javaScriptEnabled) await expectAccessible(page)
}

describe('what is not there', () => {
  test.each([
    ['/inspections/nowhere-2024-01', 'There is no inspection “nowhere-2024-01”.'],
    ['/inspections/york-2022-12/standards/9.9', 'has no standard “9.9”'],
  ])('%s says so and what to do', async (path, text) => {
    await onPage(path, async (page) => {
      expect(await wordsOf(page.locator('main'))).toContain(text)
      await expectAccessible(page)
    })
  })
})

test('the bars of key questions show in one size at a time, each with its title', async () => {
  for (const [width, visible] of [
    [1280, 'wide'],
    [320, 'narrow'],
  ] as const) {
    await onPage(
      '/inspections/northmoor-2024-06/standards/2.1',
      async (page) => {
        const images = page.getByRole('img', { name: /Key questions of standard 2\.1/ })
        expect(await images.count()).toBe(1)
        expect(await page.locator(`.app-bars--${visible}`).isVisible()).toBe(true)
      },
      { width },
    )
  }
})
