/** Debian's Chromium for tests, and what every page has to pass in it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'

/** With the Chromium of this worker: the first file that asks starts it, and it ends with the worker. */
// biome-ignore lint/correctness/noEmptyPattern: the runner reads from the pattern which other fixtures this one needs
const browserTest = test.extend('browser', { scope: 'worker' }, async ({}, { onCleanup }) => {
  const browser = await chromium.launch(launch)
  onCleanup(() => browser.close())
  return browser
})

/** What a test does with a browser that it shares with the other files of its worker. */
export type SharedBrowser = Pick<Browser, 'newContext' | 'newPage'>

/**
 * To be called at the top of a test file. Returns a browser that works in tests and hooks; it asks nothing of the network
 * by itself. What a test leaves open, such as one that failed, is closed after the file.
 */
export function useBrowser(): SharedBrowser {
  let opened: Browser | undefined
  browserTest.beforeAll(({ browser }) => {
    opened = browser
  })
  afterAll(async () => {
    for (const context of opened?.contexts() ?? []) await context.close()
  })
  const browser = (): Browser => opened ?? expect.fail('the browser is not open yet')
  return {
    newContext: (options) => browser().newContext(options),
    newPage: (options) => browser().newPage(options),
  }
}

/** A browser of its own, with everything it keeps below `profile`, so that it can be killed and opened again. */
export function openBrowserWith(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, launch)
}

/** Debian has it apart from the browser with windows, which takes three times as long over each page. */
const withoutWindows = '/usr/bin/chromium-headless-shell'
const executablePath = existsSync(withoutWindows) ? withoutWindows : '/usr/bin/chromium'

const launch = {
  executablePath,
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

const modules = join(import.meta.dirname, '../../node_modules')

/** The short form, which a page reads in a fraction of the time; its own value would be copied out of the page. */
const axeScript = `${readFileSync(join(modules, 'axe-core/axe.min.js'), 'utf8')}; undefined`

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails where axe finds anything on the page. It is run from outside: the page's policy refuses foreign scripts. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeScript)
  const found = await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(rules)} }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`)
  expect(found, page.url()).toEqual([])
}

/** Fails where the page is wider than its window: at 320 pixels it has to read without scrolling sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const root = 'document.documentElement'
  const tooWide = await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)
  expect(tooWide, `pixels too wide: ${page.url()}`).toBe(0)
}
