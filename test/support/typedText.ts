/** Typing into every form of a page and leaving it: nothing typed is lost without a warning. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** The forms that are sent as a whole. The entries of a case are saved by themselves. */
const typedForms = `[...document.querySelectorAll('form[method="post"]')]
  .filter((form) => form.querySelector('.app-entry, textarea[hidden]') === null)`

/** Of each form, the controls that someone types in. */
const typedControls = `${typedForms}
  .flatMap((form) => [...form.elements])
  .filter(({ type, disabled }) => !disabled && !['hidden', 'submit', 'button', 'fieldset'].includes(type))`

/** Files and secrets are never copied: neither passwords nor codes. */
const copiedControls = `${typedControls}
  .filter(({ type, name, autocomplete }) => !['file', 'password'].includes(type) && name !== 'code' && autocomplete !== 'one-time-code')`

const typeIntoAll = `(() => {
  const file = new DataTransfer()
  file.items.add(new File(['7'], '7.csv'))
  for (const control of ${typedControls}) {
    if (['radio', 'checkbox'].includes(control.type)) control.checked = control.type === 'radio' || !control.checked
    else if (control.options !== undefined) control.selectedIndex = control.options.length - 1
    else if (control.type === 'file') control.files = file.files
    else if (control.type === 'date') control.value = '2026-06-01'
    else control.value += '7'
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
})()`

/** What each control shows, by the number of its form. */
const shown = `${copiedControls}.map(({ form, name, type, value, checked }) =>
  [${typedForms}.indexOf(form), name, ['radio', 'checkbox'].includes(type) ? value + checked : value])`

type Shown = readonly (readonly [form: number, name: string, value: string])[]

/** Whether the browser would ask before it leaves the page. */
const asksBeforeLeaving = `!dispatchEvent(new Event('beforeunload', { cancelable: true }))`

/** Presses every button, of which none arrives where it sends its form to. */
const pressAll = `(() => {
  addEventListener('submit', (event) => event.preventDefault())
  const buttons = [...document.querySelectorAll('button')].filter((button) => button.checkVisibility())
  for (const button of buttons) if (button.closest('[data-restored], [data-typed-warning]') === null) button.click()
})()`

/** The first link to another page of ours: of the content, or if that has none, of the whole page. */
const linkAway = `[...document.querySelectorAll('main a[href]'), ...document.querySelectorAll('a[href]')].find((link) =>
  link.checkVisibility() && !link.download && link.origin === location.origin &&
  link.pathname !== location.pathname && !/\\.\\w+$/.test(link.pathname))`

/**
 * Fails if the page can be left without a question after something was typed, or what was typed is not put back: after
 * a link, after every button of the page if nothing arrives, and in the other forms after each that is saved.
 */
export async function expectTypedIsKept(page: Page): Promise<void> {
  const before = await page.evaluate<Shown>(shown)
  if ((await page.evaluate(`${typedControls}.length`)) === 0) return
  await page.evaluate(typeIntoAll)
  const typed = await page.evaluate<Shown>(shown)
  const address = page.url()
  expect(await page.evaluate(asksBeforeLeaving), `leaving asks: ${address}`).toBe(true)
  await leaveByLink(page)
  if (JSON.stringify(before) === JSON.stringify(typed)) return
  await page.goBack()
  await expectPutBack(page, typed, 'a link')
  await page.evaluate(pressAll)
  await page.goto(address)
  await expectPutBack(page, typed, 'the buttons')
  await saveOneByOne(page, before, typed)
}

async function leaveByLink(page: Page): Promise<void> {
  const address = page.url()
  const accept = async (): Promise<string> => {
    const dialog = await page.waitForEvent('dialog')
    await dialog.accept()
    return dialog.type()
  }
  const link = (await page.evaluateHandle(linkAway)).asElement()
  const [asked] = await Promise.all([accept(), page.waitForURL((url) => url.href !== address), link?.click()])
  expect(asked, `a link asks: ${address}`).toBe('beforeunload')
}

/** Sends one form after the other; the server, whose data stay as they are, leads back to the page as if it had saved. */
async function saveOneByOne(page: Page, before: Shown, typed: Shown): Promise<void> {
  const forms = await page.evaluate<number>(`${typedForms}.length`)
  await page.route('**', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({ status: 303, headers: { location: page.url() } })
      : route.fallback(),
  )
  for (let sent = 0; sent < forms - 1; sent += 1) {
    await Promise.all([
      page.waitForEvent('load'),
      page.evaluate(`${typedForms}[${sent}].querySelector('button:not([data-restored] button)').click()`),
    ])
    const kept = typed.map((control, at) => (control[0] > sent ? control : before[at]))
    expect(await page.evaluate(shown), `after form ${sent} is saved: ${page.url()}`).toEqual(kept)
  }
}

async function expectPutBack(page: Page, typed: Shown, left: string): Promise<void> {
  expect(await page.evaluate(shown), `put back after ${left}: ${page.url()}`).toEqual(typed)
  await page.getByText('We restored what you typed').first().waitFor()
}
