/** Debian's Chromium for tests, and what every page has to pass in it. */
import { existsSync } from 'node:fs'
import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

/** Starts Chromium; it asks nothing of the network by itself. Close it in `afterAll`. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch(launch)
}

/** The same, with everything it keeps below `profile`, so that it can be killed and opened again. */
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

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails where axe finds anything on the page. It is run from outside: the page's policy refuses foreign scripts. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source)
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
