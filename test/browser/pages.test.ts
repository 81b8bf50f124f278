/** Every page of the gallery with JavaScript: read by axe, made narrow, and typed into. */
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from '../support/browser.ts'
import { useBrowserSession } from '../support/browserSession.ts'
import { expectSoundControls } from '../support/formControls.ts'
import { expectTypedIsKept } from '../support/typedText.ts'
import { addressOf, gallery, type Shown, shownTo } from './gallery.ts'

const { server, browser } = useBrowserSession()
const contexts = new Map<Shown['as'], BrowserContext>()
const sizes = { narrow: { width: 320, height: 640 }, wide: { width: 1280, height: 900 } }

/** A new page in the browser of the person, which has loaded styles and fonts before, but has nothing that was typed. */
async function newPage(shown: Shown): Promise<Page> {
  const context = contexts.get(shown.as) ?? (await browser.newContext(await shownTo(server, shown)))
  contexts.set(shown.as, context)
  const page = await context.newPage()
  const storage = { origin: server.address, storageTypes: 'local_storage,indexeddb' }
  await (await context.newCDPSession(page)).send('Storage.clearDataForOrigin', storage)
  await page.setViewportSize(sizes.wide)
  return page
}

test.each(gallery)(
  '$name: axe finds nothing, nothing is refused by the policy, and it fits 320 pixels',
  async (shown) => {
    const page = await newPage(shown)
    const complaints: string[] = []
    page.on('console', (message) => {
      // A page that tells of an error is itself answered with an error's status, which the browser remarks on.
      if (message.type() === 'error' && !/status of 4/.test(message.text())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(await addressOf(server, shown))
    await expectAccessible(page)
    await expectSoundControls(page)
    expect(complaints).toEqual([])
    expect(await page.title()).toMatch(/ – Assay$/)
    await page.setViewportSize(sizes.narrow)
    await expectNoSidewaysScroll(page)
    // People who are not signed in have only the sign-in form, which is never copied.
    if (shown.as !== null) await expectTypedIsKept(page)
    await page.close()
  },
)
