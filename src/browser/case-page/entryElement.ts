// One entry on the page: what is typed in it, and what its fields show.
import type { EntryKind, EntryRef, EntryValue } from '../../core/fieldwork/entry.ts'
import { type Control, isChanged as isControlChanged } from '../formControl.ts'

export function entryOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.app-entry') : null
}

/** Which entry of its case an element is. */
export function refOf({ dataset: { kind, item = '' } }: HTMLElement): EntryRef {
  return { kind: kindOf(kind), item }
}

function kindOf(kind: string | undefined): EntryKind {
  switch (kind) {
    case 'note':
    case 'fact':
    case 'practice':
      return kind
    default:
      return 'answer'
  }
}

export function versionOf({ dataset: { version } }: HTMLElement): number {
  return Number(version)
}

export function partsOf(element: Element, name: 'value' | 'detail'): readonly Control[] {
  return [...element.querySelectorAll<Control>(`[data-part="${name}"]`)]
}

function detailOf(element: Element): HTMLInputElement | null {
  return element.querySelector<HTMLInputElement>('[data-part="detail"]')
}

export function radiosOf(element: Element): readonly HTMLInputElement[] {
  return [...element.querySelectorAll<HTMLInputElement>('input[type="radio"]')]
}

/** What is typed in the entry; null for nothing. Words next to a value count only with the value. */
export function typedIn(element: Element): EntryValue {
  const value = textIn(element, 'value')
  return { value, detail: value === null ? null : textIn(element, 'detail') }
}

function textIn(element: Element, name: 'value' | 'detail'): string | null {
  const control = partsOf(element, name).find((each) => each.type !== 'radio' || isChecked(each))
  const text = storable(control?.value ?? '')
    .replaceAll('\r\n', '\n')
    .trim()
  return text === '' ? null : text
}

function isChecked(control: Control): boolean {
  return control instanceof HTMLInputElement && control.checked
}

/** Half a character, as half an emoji that was cut in two, and a NUL can be stored nowhere: a sign replaces each. */
function storable(text: string): string {
  return (text.toWellFormed?.() ?? text).replaceAll('\0', '\uFFFD')
}

/** Returns what is wrong with what is typed before it can be saved; null if nothing is. */
export function errorIn(element: Element): string | null {
  if (hasDetailOnly(element)) return 'Select an answer to save the text you typed here.'
  const input = element.querySelector<HTMLInputElement>('input[type="datetime-local"]')
  if (input === null || input.validity.valid) return null
  return input.validity.badInput
    ? 'Enter the whole date and time, such as 1 June 2026 and 10:30.'
    : 'Enter a date in the year 2000 or later, with all 4 figures of the year.'
}

/** Whether words are typed that belong to an answer, and none was selected: without it they would not be saved. */
function hasDetailOnly(element: Element): boolean {
  const detail = detailOf(element)
  if (detail === null || detail.closest('[hidden]') !== null || detail.value.trim() === '') return false
  const radios = radiosOf(element)
  return radios.length > 0 && radios.every(({ checked }) => !checked)
}

/** Whether someone entered another value or other words than the server wrote into the page. */
export function isChanged(element: Element): boolean {
  return [...element.querySelectorAll<Control>('[data-part]')].some(isControlChanged)
}

/** Whether the entry shows this value. */
export function shows(element: Element, { value, detail }: EntryValue): boolean {
  const typed = typedIn(element)
  return typed.value === value && typed.detail === detail
}

export function show(element: Element, { value, detail }: EntryValue): void {
  for (const control of partsOf(element, 'value')) {
    if (control instanceof HTMLInputElement && control.type === 'radio')
      control.checked = control.value === value
    else control.value = value ?? ''
  }
  const input = detailOf(element)
  if (input !== null) input.value = detail ?? ''
  showDetail(element)
}

/** Words that only one value needs are only asked for with it: the reason of "not applicable", what an alert is about. */
export function showDetail(element: Element): void {
  const detail = element.querySelector<HTMLElement>('[data-for]')
  if (detail !== null) detail.hidden = typedIn(element).value !== detail.dataset['for']
}

/** Takes in a new version. One that came after that of the case list is someone's own. */
export function showVersion(element: HTMLElement, version: number): void {
  if (versionOf(element) !== version) delete element.dataset['fromList']
  element.dataset['version'] = String(version)
  const seen = element.querySelector<HTMLInputElement>('input[name^="seen:"]')
  if (seen !== null) seen.value = String(version)
}

/** Returns a value as the page shows it: the label of its option, or its text. */
export function labelOf(element: Element, value: string | null): string | null {
  if (value === null) return null
  for (const control of partsOf(element, 'value')) {
    const shown =
      control instanceof HTMLSelectElement
        ? [...control.options].find((option) => option.value === value)?.text
        : control.type === 'radio' && control.value === value
          ? control.labels?.[0]?.textContent.trim()
          : undefined
    if (shown !== undefined) return shown
  }
  return value
}
