// What an entry on the page says next to its field: its status, and what is wrong with it.
import type { EntryValue } from '../../core/fieldwork/entry.ts'
import { type EntryStatus, isSentStatus } from '../../core/fieldwork/unsent/entryStatus.ts'
import {
  contestedText,
  refusalText,
  resolveConflictText,
  type StatusTone,
  statusText,
  statusTone,
} from '../../core/fieldwork/unsent/statusText.ts'
import { errorIn, labelOf, shows, showVersion } from './entryElement.ts'

/** Who reads the page, and where its case is. */
export type Reader = { readonly person: string; readonly caseHref: string }

export function say(element: HTMLElement, text: string, tone: StatusTone): void {
  element.dataset['tone'] = tone
  stateOf(element).textContent = text
}

export function toneOf({ dataset: { tone } }: HTMLElement): string | undefined {
  return tone
}

function stateOf(element: HTMLElement): Element {
  return element.querySelector('[data-state]') ?? element
}

/** Shows the status of an entry. A value is only said to be stored on the server if its field shows that value. */
export function showStatus(element: HTMLElement, status: EntryStatus, reader: Reader): void {
  if (status.name === 'saved') showVersion(element, status.version)
  if (isSentStatus(status) && !(shows(element, status.sent) && errorIn(element) === null)) return
  if (status.name === 'saved') showError(element, null)
  if (status.name === 'refused') showError(element, refusalText(status))
  const text = statusText(withLabel(element, status), reader.person)
  if (text === null) return
  say(element, text, statusTone(status))
  if (status.name === 'in-conflict' || status.name === 'after-hand-in') addResolveLink(element, reader)
}

/** The value of someone else as the page shows it, not by its code. */
function withLabel(element: HTMLElement, status: EntryStatus): EntryStatus {
  if (status.name !== 'in-conflict') return status
  const value = labelOf(element, status.current.value)
  return { ...status, current: { ...status.current, value } }
}

export type OtherValue = EntryValue & {
  readonly author: { readonly personId: string | null; readonly name: string }
}

/** Tells the author of the current value that someone wrote another. The other person heard when it was sent. */
export function showContested(element: HTMLElement, other: OtherValue, reader: Reader): void {
  if (toneOf(element) === 'in-conflict' || element.querySelector('.app-entry__contested') !== null) return
  const value = labelOf(element, other.value)
  say(element, contestedText({ value, author: other.author }, reader.person), 'in-conflict')
  addResolveLink(element, reader)
}

function addResolveLink(element: HTMLElement, { caseHref }: Reader): void {
  const link = document.createElement('a')
  link.className = 'govuk-link'
  link.href = `${caseHref}/conflicts#${element.id}`
  link.textContent = resolveConflictText
  stateOf(element).append(' ', link)
}

/** Shows what is wrong next to the field, or that nothing is any more. */
export function showError(element: HTMLElement, text: string | null): void {
  const id = `${element.id}-error`
  document.getElementById(id)?.remove()
  const control = element.querySelector('fieldset, [data-part="value"]')
  if (control === null) return
  const described = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((each) => each !== id)
  control.classList.toggle('govuk-input--error', text !== null && control.matches('.govuk-input'))
  if (text !== null) {
    const error = errorMessage(id, text)
    const legend = control.querySelector('legend')
    if (control.matches('fieldset') && legend !== null) legend.after(error)
    else control.before(error)
    described.unshift(id)
  }
  control.setAttribute('aria-describedby', described.join(' '))
}

function errorMessage(id: string, text: string): HTMLElement {
  const error = document.createElement('p')
  error.className = 'govuk-error-message'
  error.id = id
  const hidden = document.createElement('span')
  hidden.className = 'govuk-visually-hidden'
  hidden.textContent = 'Error: '
  error.append(hidden, text)
  return error
}
