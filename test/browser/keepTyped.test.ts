/** What is typed into a form and not saved: put back, discarded, and gone once it is saved. In Chromium. */
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowserSession } from '../support/browserSession.ts'

const { server, browser } = useBrowserSession()

const path = '/inspections/york-2022-12/findings'
const strengths = (page: Page, standard: string) => page.locator(`[id="strengths-${standard}"]`)
const saveButton = (page: Page, standard: string) => page.locator(`button[value="${standard}"]`)
const putBack = (page: Page) => page.getByText('We restored what you typed on')

async function signedIn(options = {}): Promise<BrowserContext> {
  return browser.newContext({ storageState: await server.signedInAs('head-of-programme'), ...options })
}

async function open(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(server.address + path)
  return page
}

test.each([true, false])(
  'saving one standard keeps what was typed for another (script: %s)',
  async (script) => {
    const context = await signedIn({ javaScriptEnabled: script })
    const page = await open(context)
    await strengths(page, '1.1').fill(`Typed for the first ${script}.`)
    await strengths(page, '1.2').fill(`Typed for the second ${script}.`)
    await saveButton(page, '1.2').click()
    await page.getByRole('region', { name: /^1.2 / }).getByText('Saved by').waitFor()
    const again = await open(context)
    expect(await strengths(again, '1.1').inputValue()).toBe(`Typed for the first ${script}.`)
    expect(await putBack(again).count()).toBe(0)
    await context.close()
  },
)

test('what was typed and not saved is put back, until it is discarded', async () => {
  const context = await signedIn()
  const page = await open(context)
  await strengths(page, '1.3').fill('Not saved.')
  await page.close()
  const again = await open(context)
  await putBack(again).waitFor()
  expect(await strengths(again, '1.3').inputValue()).toBe('Not saved.')
  await again.getByRole('button', { name: 'Discard' }).click()
  expect(await strengths(again, '1.3').inputValue()).toBe('')
  await again.reload()
  expect(await strengths(again, '1.3').inputValue()).toBe('')
  expect(await putBack(again).count()).toBe(0)
  await context.close()
})

test('after all cookies are deleted the page leads to the sign-in, and the text is put back', async () => {
  const context = await signedIn()
  const page = await open(context)
  await strengths(page, '1.4').fill('Typed before the cookies went.')
  await context.clearCookies()
  await saveButton(page, '1.4').click()
  await page.getByRole('link', { name: 'Sign in and go back to the form' }).waitFor()
  expect(await page.getByText('bearer').count()).toBe(0)
  const { cookies } = await server.signedInAs('head-of-programme')
  await context.addCookies(cookies)
  await page.goto(server.address + path)
  await putBack(page).waitFor()
  expect(await strengths(page, '1.4').inputValue()).toBe('Typed before the cookies went.')
  await saveButton(page, '1.4').click()
  await page.getByRole('region', { name: /^1.4 / }).getByText('Saved by').waitFor()
  await context.close()
})

test('signing out says what is left on this device, and removes it if asked', async () => {
  const context = await signedIn()
  const page = await open(context)
  await strengths(page, '2.1').fill('Left behind.')
  await page.close()
  const out = await context.newPage()
  out.on('dialog', (dialog) => dialog.accept())
  await out.goto(`${server.address}/sign-out`)
  await out.getByText('It stays on this device for 14 days').waitFor()
  await out.getByRole('button', { name: 'Remove unsaved text' }).click()
  await out.getByText('It stays on this device for 14 days').waitFor({ state: 'hidden' })
  const again = await open(context)
  expect(await strengths(again, '2.1').inputValue()).toBe('')
  await context.close()
})
