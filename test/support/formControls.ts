/** What every form control of a page has to be: found by one id, named, and changed or focused by a click on its own label. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * Run in the page, on a copy without its scripts, so that no click saves anything. A faulty page is a list of faults.
 * Every label is clicked on, those that the page shows later as well. A text field replaces a file, which the
 * browser would ask for.
 */
const faultsOfControls = `(() => {
  const faults = []
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) faults.push('id twice: ' + id)
  for (const element of document.querySelectorAll('[aria-describedby], [aria-labelledby]'))
    for (const name of ['aria-describedby', 'aria-labelledby'])
      for (const id of (element.getAttribute(name) ?? '').split(/\\s+/).filter(Boolean))
        if (!ids.includes(id)) faults.push(name + ' leads nowhere: ' + id)
  const content = document.body.innerHTML
  const frame = document.body.appendChild(document.createElement('iframe'))
  const copy = frame.contentDocument
  copy.body.innerHTML = content
  const controls = [...copy.querySelectorAll('input, select, textarea')]
    .filter((control) => control.type !== 'hidden' && !control.hidden)
  const named = (control) => control.labels.length > 0 || control.ariaLabel || control.getAttribute('aria-labelledby')
  for (const control of controls) if (!named(control)) faults.push('no label: ' + control.outerHTML)
  for (const details of copy.querySelectorAll('details')) details.open = true
  for (const element of copy.querySelectorAll('[hidden]')) element.hidden = false
  for (const file of copy.querySelectorAll('input[type="file"]')) file.type = 'text'
  for (const label of copy.querySelectorAll('label')) {
    const item = label.closest('.govuk-radios__item, .govuk-checkboxes__item')
    const own = item === null ? label.control : item.querySelector('input')
    if (own === null || own !== label.control) { faults.push('label of another: ' + label.outerHTML); continue }
    if (own.matches(':disabled')) continue
    const wanted = own.type === 'radio' ? true : !own.checked
    copy.activeElement?.blur()
    label.click()
    const isFound = item === null ? copy.activeElement === own : own.checked === wanted
    if (!isFound) faults.push('a click changes another: ' + label.outerHTML)
  }
  const groups = Map.groupBy(copy.querySelectorAll('input[type="radio"]'), ({ form, name }) => (form?.action ?? '') + '#' + name)
  for (const [name, radios] of groups) {
    const byForm = Map.groupBy(radios, ({ form }) => form)
    for (const own of byForm.values())
      if (new Set(own.map((radio) => radio.closest('fieldset'))).size > 1) faults.push('one name in two groups: ' + name)
  }
  for (const link of document.querySelectorAll('.govuk-error-summary a[href^="#"]')) {
    const target = document.getElementById(decodeURIComponent(link.getAttribute('href').slice(1)))
    if (!target?.matches('input, select, textarea, main')) faults.push('error leads to no field: ' + link.outerHTML)
  }
  frame.remove()
  return faults
})()`

/** Fails if a click on a label would change another control than its own, or a control cannot be found or named. */
export async function expectSoundControls(page: Page): Promise<void> {
  expect(await page.evaluate(faultsOfControls), page.url()).toEqual([])
}
