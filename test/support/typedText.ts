/** Typing into every form of a page and leaving it: nothing typed is lost without a warning. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Of each form that posts, the controls that somebody types in. The entries of a case are saved by themselves. */
const typedControls = `[...document.querySelectorAll('form[method="post"]')]
  .filter((form) => form.querySelector('.app-entry, textarea[hidden]') === null)
  .flatMap((form) => [...form.elements])
  .filter(({ type, disabled }) => !disabled && !['hidden', 'submit', 'button', 'fieldset', 'file'].includes(type))`

/** Secrets are never copied: neither passwords nor codes. */
const copiedControls = `${typedControls}
  .filter(({ type, name, autocomplete }) => type !== 'password' && name !== 'code' && autocomplete !== 'one-time-code')`

const typeIntoAll = `(() => {
  for (const control of ${typedControls}) {
    if (['radio', 'checkbox'].includes(control.type)) control.checked = control.type === 'radio' || !control.checked
    else if (control.options !== undefined) control.selectedIndex = control.options.length - 1
    else if (control.type === 'date') control.value = '2026-06-01'
    else control.value += '7'
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
})()`

const shown = `${copiedControls}.map(({ name, type, value, checked }) => name + ' ' + (['radio', 'checkbox'].includes(type) ? value + checked : value))`

/** Whether the browser would ask before it leaves the page. */
const asksBeforeLeaving = `!dispatchEvent(new Event('beforeunload', { cancelable: true }))`

/** Fails if the page can be left without a question after something was typed, or what was typed is not put back. */
export async function expectTypedIsKept(page: Page): Promise<void> {
  const before = await page.evaluate(shown)
  await page.evaluate(typeIntoAll)
  const typed = await page.evaluate(shown)
  if (JSON.stringify(before) === JSON.stringify(typed)) return
  expect(await page.evaluate(asksBeforeLeaving), `leaving asks: ${page.url()}`).toBe(true)
  await page.goto(page.url())
  expect(await page.evaluate(shown), `put back: ${page.url()}`).toEqual(typed)
  await page.getByText('We put back what you typed').first().waitFor()
}
