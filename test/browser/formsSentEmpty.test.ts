/** Every form of the gallery sent empty: it is accepted, or comes back with an error that leads to a field. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowserSession } from '../support/browserSession.ts'
import { expectSoundControls } from '../support/formControls.ts'
import { addressOf, gallery, shownTo } from './gallery.ts'

const { server, browser } = useBrowserSession()

/** Signing out ends what the others need. The forms of a case's entries are saved as they are, empty or not. */
const left = ['sign-out', 'account', 'saved-forms']
const shownForms = gallery.filter(({ name, as }) => as !== null && !left.includes(name))

/** The empty bodies of the page's forms that post, with the marks and versions that each carries. */
const emptyForms = `[...document.querySelectorAll('form[method="post"]')]
  .filter((form) => form.querySelector('.app-entry') === null && form.enctype !== 'multipart/form-data')
  .map((form) => ({
    action: form.action,
    body: new URLSearchParams([
      ...[...form.querySelectorAll('input[type="hidden"]')].map(({ name, value }) => [name, value]),
      ...[...form.querySelectorAll('input[type="text"], textarea, select')].map(({ name }) => [name, '']),
    ]).toString(),
  }))`

type EmptyForm = { readonly action: string; readonly body: string }

async function formsOf(page: Page): Promise<readonly EmptyForm[]> {
  return page.evaluate<EmptyForm[]>(emptyForms)
}

test.each(shownForms)('$name', async (shown) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(await shownTo(server, shown)) })
  const address = await addressOf(server, shown)
  const html = await (await context.request.get(address)).text()
  if (html.includes('method="post"')) {
    const page = await context.newPage()
    await page.goto(address)
    for (const { action, body } of await formsOf(page)) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
      const answer = await context.request.post(action, { data: body, headers, maxRedirects: 0 })
      // Accepted; or not theirs to send, which is another matter.
      if ([200, 303, 403].includes(answer.status())) continue
      const text = await answer.text()
      expect(text, `${answer.status()} ${action}`).not.toContain('Request number:')
      expect(text, `${answer.status()} ${action}`).toContain('govuk-error-summary')
      await page.setContent(text)
      await expectSoundControls(page)
    }
  }
  await context.close()
})
