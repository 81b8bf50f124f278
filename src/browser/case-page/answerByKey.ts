// Answers by the keyboard: Y, N, A and Backspace, and on to the next.
import { entryOf, partsOf, radiosOf, showDetail } from './entryElement.ts'

const answerKeys: ReadonlyMap<string, string> = new Map([
  ['y', 'yes'],
  ['n', 'no'],
  ['a', 'na'],
  ['backspace', ''],
])

/** Answers by key. Returns the entry that was answered, or null if the key means nothing here. */
export function answerByKey(event: KeyboardEvent): HTMLElement | null {
  const { target } = event
  const answer = answerKeys.get(event.key.toLowerCase())
  if (answer === undefined || event.ctrlKey || event.metaKey || event.altKey) return null
  if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return null
  const element = entryOf(target)
  if (element === null) return null
  const radio = radiosOf(element).find(({ value, disabled }) => value === answer && !disabled)
  if (radio === undefined || radio.matches(':disabled')) return null
  event.preventDefault()
  radio.checked = true
  showDetail(element)
  return element
}

/** Moves on: to the reason if it is missing, otherwise to the next entry. */
export function moveOn(element: HTMLElement, all: readonly HTMLElement[]): void {
  const detail = element.querySelector<HTMLInputElement>('[data-for]:not([hidden]) input')
  if (detail !== null && detail.value === '') {
    detail.focus()
    return
  }
  const following = all[all.indexOf(element) + 1]
  if (following === undefined) return
  const radios = radiosOf(following)
  const field = radios.find(({ checked }) => checked) ?? radios[0] ?? partsOf(following, 'value')[0]
  field?.focus()
}
