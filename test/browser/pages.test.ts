import { describe, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll } from '../support/browser.ts'
import { useBrowserSession } from '../support/browserSession.ts'
import { expectSoundControls } from '../support/formControls.ts'
import { expectTypedIsKept } from '../support/typedText.ts'
import { addressOf, gallery, shownTo } from './gallery.ts'

const { server, browser } = useBrowserSession()

const sizes = { narrow: { width: 320, height: 640 }, wide: { width: 1280, height: 900 } }

describe.each(gallery)('$name', (shown) => {
  test('axe finds nothing, nothing is refused by the policy, and it fits 320 pixels', async () => {
    const page = await browser.newPage({ viewport: sizes.wide, ...(await shownTo(server, shown)) })
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
  })

  test('reads the same without JavaScript', async () => {
    const context = await browser.newContext({
      viewport: sizes.narrow,
      javaScriptEnabled: false,
      ...(await shownTo(server, shown)),
    })
    const page = await context.newPage()
    const answer = await page.goto(await addressOf(server, shown))
    const tellsOfError = /not-(found|allowed|a-day)|spent/.test(shown.name)
    expect((answer?.status() ?? 0) >= 400, 'tells of an error').toBe(tellsOfError)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('navigation', { name: 'Sections' }).getByText('Inspections').waitFor()
    await expectSoundControls(page)
    await context.close()
  })
})
