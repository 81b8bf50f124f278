/** Debian's Chromium for tests, and what every page has to pass in it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

let opened: Promise<Browser> | undefined

/**
 * The Chromium of this worker, started by the first who asks; it asks nothing of the network by itself. It ends with the
 * worker. Call `closeContexts` in `afterAll`.
 */
export function openBrowser(): Promise<Browser> {
  opened ??= chromium.launch(launch)
  return opened
}

/** Closes what a test left open, such as one that failed, so that the next file meets nothing of it. */
export async function closeContexts(): Promise<void> {
  for (const context of (await opened)?.contexts() ?? []) await context.close()
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
