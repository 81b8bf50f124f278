/** Every page of the gallery without JavaScript reads the same. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowserSession } from '../support/browserSession.ts'
import { expectSoundControls } from '../support/formControls.ts'
import { addressOf, gallery, type Shown, shownTo } from './gallery.ts'

const { server, browser } = useBrowserSession()
const pages = new Map<Shown['as'], Page>()

/** The one page of a person, in which they go from address to address. */
async function pageOf(shown: Shown): Promise<Page> {
  const options = { viewport: { width: 320, height: 640 }, javaScriptEnabled: false }
  const page =
    pages.get(shown.as) ?? (await browser.newPage({ ...options, ...(await shownTo(server, shown)) }))
  pages.set(shown.as, page)
  return page
}

test.each(gallery)('$name reads the same without JavaScript', async (shown) => {
  const page = await pageOf(shown)
  const answer = await page.goto(await addressOf(server, shown))
  const tellsOfError = /not-(found|allowed|a-day)|spent/.test(shown.name)
  expect((answer?.status() ?? 0) >= 400, 'tells of an error').toBe(tellsOfError)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('navigation', { name: 'Sections' }).getByText('Inspections').waitFor()
  await expectSoundControls(page)
})
