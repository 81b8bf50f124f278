// What is typed into a form and not saved yet is copied into this browser, for the person who is signed in, and
// restored when they open the form again. Leaving asks first. Passwords, codes and files are never copied. The entries
// of a case have a store of their own, which sends them. Without this file the forms work as they are.

import { momentText } from '../core/kernel/londonTime.ts'
import { type Control, isButton, isChanged, isControl } from './formControl.ts'

const prefix = 'assay-typed '
const sentName = 'assay-sent'
const longestDays = 14
/** Say which version of a thing a form shows, not which form it is. */
const versionNames = ['version', 'seen', 'sawVersion']
const ownNames = ['_form', '_key', '_held']

/** What is copied of one form. Earlier versions of this script wrote the same. */
type Copy = {
  /** When it was typed last, an ISO instant. */
  readonly at: string
  /** The path of the page that has the form. */
  readonly page: string
  readonly versions: readonly string[]
  /** By the name of the control in its form: whether it is checked, or its text. */
  readonly fields: Readonly<Record<string, string | boolean>>
}

/** The form that was sent last from this tab. */
type Sent = { readonly key: string; readonly at: string; readonly page: string }

const person = document.querySelector<HTMLElement>('[data-keep-typed]')?.dataset['person'] ?? ''
const arrival = performance
  .getEntriesByType('navigation')
  .find((entry) => entry instanceof PerformanceNavigationTiming)
const isRefused = (arrival?.responseStatus ?? 200) >= 400

class WatchedForm {
  readonly form: HTMLFormElement
  readonly #versions: readonly HTMLInputElement[]
  readonly #key: string
  #isTyped = false

  constructor(form: HTMLFormElement) {
    this.form = form
    const hidden = [...form.querySelectorAll<HTMLInputElement>('input[type="hidden"]')].filter(
      ({ name }) => !ownNames.includes(name),
    )
    this.#versions = hidden.filter(({ name }) => versionNames.includes(name))
    const which = hidden
      .filter((input) => !this.#versions.includes(input))
      .map(({ name, value }) => `${name}=${value}`)
    this.#key = [prefix + person, new URL(form.action).pathname, ...which].join(' ')
  }

  /** The controls that may be copied, each by a name that is the same when the page is opened again. */
  #controls(): readonly (readonly [string, Control])[] {
    const seen = new Map<string, number>()
    return controlsOf(this.form)
      .filter(mayBeCopied)
      .map((control) => {
        const nth = seen.get(control.name) ?? 0
        seen.set(control.name, nth + 1)
        return [isButton(control) ? `${control.name}=${control.value}` : `${control.name}#${nth}`, control]
      })
  }

  write(): void {
    const before = readCopy(this.#key)
    const fields = Object.fromEntries(
      this.#controls()
        .filter(([name, control]) => name in (before?.fields ?? {}) || isChanged(control))
        .map(([name, control]) => [name, typedIn(control)]),
    )
    const versions = before?.versions ?? this.#versions.map(({ value }) => value)
    storeCopy(this.#key, { at: new Date().toISOString(), page: location.pathname, versions, fields })
    this.#isTyped = true
  }

  /** Restores what was typed here before. Nothing is said if the form shows it already. */
  restore(): void {
    const copy = readCopy(this.#key)
    if (copy === undefined) return
    const differing = this.#controls().flatMap(([name, control]) => {
      const typed = copy.fields[name]
      return typed === undefined || typed === typedIn(control) ? [] : [{ control, typed }]
    })
    if (differing.length === 0) {
      if (!isRefused) localStorage.removeItem(this.#key)
      return
    }
    for (const { control, typed } of differing) setValue(control, typed)
    // Someone may have saved meanwhile: the server then shows both texts, as it does after any such save.
    this.#showVersions(copy.versions)
    this.#announce(copy)
  }

  #showVersions(versions: readonly string[]): void {
    for (const [index, input] of this.#versions.entries()) input.value = versions[index] ?? input.value
  }

  #announce({ at }: Copy): void {
    const notice = document.createElement('div')
    notice.className = 'govuk-inset-text'
    notice.dataset['restored'] = ''
    const text = document.createElement('p')
    text.className = 'govuk-body'
    text.setAttribute('role', 'status')
    text.textContent = `We restored what you typed on ${momentText(new Date(at))}. It is not saved yet.`
    notice.append(
      text,
      makeButton('Discard', () => this.#discard(notice)),
    )
    this.form.prepend(notice)
  }

  #discard(notice: HTMLElement): void {
    localStorage.removeItem(this.#key)
    const shown = this.#versions.map(({ defaultValue }) => defaultValue)
    this.form.reset()
    this.#showVersions(shown)
    this.#isTyped = false
    notice.remove()
  }

  /** Whether leaving would lose something, or leave something unsaved that was typed here. */
  isUnsaved(): boolean {
    return (
      this.#isTyped &&
      controlsOf(this.form).some((control) => control.type !== 'hidden' && isChanged(control))
    )
  }

  send(): void {
    const copy = readCopy(this.#key)
    if (copy === undefined) return
    const sent: Sent = { key: this.#key, at: copy.at, page: location.href }
    sessionStorage.setItem(sentName, JSON.stringify(sent))
  }
}

function controlsOf(form: HTMLFormElement): readonly Control[] {
  return [...form.elements].filter(isControl)
}

function mayBeCopied({ name, type, autocomplete, disabled }: Control): boolean {
  const isSecret = ['password', 'file'].includes(type) || autocomplete === 'one-time-code' || name === 'code'
  return name !== '' && !disabled && !isSecret && !['hidden', 'submit', 'button'].includes(type)
}

function typedIn(control: Control): string | boolean {
  return isButton(control) ? control.checked : control.value
}

function setValue(control: Control, typed: string | boolean): void {
  if (isButton(control)) control.checked = typed === true
  else control.value = String(typed)
}

/** Writes the copy. If the browser has no room for it, leaving still asks. */
function storeCopy(key: string, copy: Copy): void {
  try {
    if (Object.keys(copy.fields).length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(copy))
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}

function readCopy(key: string): Copy | undefined {
  const text = localStorage.getItem(key)
  return text === null ? undefined : JSON.parse(text)
}

type NamedCopy = { readonly key: string; readonly copy: Copy }

/** What is copied of the person. */
function allCopies(): readonly NamedCopy[] {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${prefix + person} `))
  return keys.flatMap((key) => {
    const copy = readCopy(key)
    return copy === undefined ? [] : [{ key, copy }]
  })
}

function removeOld(): void {
  const oldest = Date.now() - longestDays * 24 * 60 * 60 * 1000
  for (const { key, copy } of allCopies()) if (Date.parse(copy.at) < oldest) localStorage.removeItem(key)
}

/**
 * Settles the form that was sent last from this tab. If the page that follows it comes from there and is no refusal, it
 * is saved. After anything else the copy stays, and is restored.
 */
function settleSent(): void {
  const sent: Sent | null = JSON.parse(sessionStorage.getItem(sentName) ?? 'null')
  sessionStorage.removeItem(sentName)
  if (sent === null) return
  const follows = arrival?.type === 'navigate' && document.referrer === sent.page.split('#')[0]
  if (follows && !isRefused && readCopy(sent.key)?.at === sent.at) localStorage.removeItem(sent.key)
  if (isRefused && person === '') saySignIn(new URL(sent.page).pathname)
}

function saySignIn(page: string): void {
  const text = document.createElement('p')
  text.className = 'govuk-body'
  const link = document.createElement('a')
  link.className = 'govuk-link'
  link.href = `/sign-in?to=${encodeURIComponent(page)}`
  link.textContent = 'Sign in and go back to the form'
  text.append('What you typed is saved on this device. ', link, '. We will restore it there.')
  document.querySelector('main h1')?.after(text)
}

function makeButton(text: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'govuk-button govuk-button--secondary govuk-!-margin-bottom-0'
  element.textContent = text
  element.addEventListener('click', act)
  return element
}

/** On the page that signs out: says what is left on this device, to be downloaded or removed. */
function warnAtSignOut(warning: HTMLElement): void {
  const show = (): void => {
    warning.hidden = allCopies().length === 0
  }
  warning.querySelector('[data-download-all]')?.addEventListener('click', () => {
    const lines = allCopies().map(({ copy: { at, page, fields } }) => ({ page, typedAt: at, fields }))
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([JSON.stringify(lines, null, 2)], { type: 'application/json' }))
    link.download = 'not-saved.json'
    link.click()
  })
  warning.querySelector('[data-remove-all]')?.addEventListener('click', () => {
    if (!confirm('Remove the text you typed and did not save from this device? You cannot undo this.')) return
    for (const { key } of allCopies()) localStorage.removeItem(key)
    show()
  })
  show()
}

function watchForms(): void {
  const forms = [...document.querySelectorAll<HTMLFormElement>('form[method="post"]')]
    .filter((form) => form.querySelector('.app-entry, textarea[hidden]') === null)
    .map((form) => new WatchedForm(form))
  const watched = (target: unknown): WatchedForm | undefined => forms.find(({ form }) => form === target)
  let isSending = false
  for (const form of forms) form.restore()
  for (const name of ['input', 'change'])
    addEventListener(name, ({ target }) => {
      isSending = false
      if (isControl(target)) watched(target.form)?.write()
    })
  addEventListener('submit', (event) => {
    if (event.defaultPrevented) return
    isSending = true
    watched(event.target)?.send()
  })
  addEventListener('beforeunload', (event) => {
    if (!isSending && forms.some((form) => form.isUnsaved())) event.preventDefault()
  })
}

try {
  settleSent()
  if (person !== '') {
    removeOld()
    watchForms()
    const warning = document.querySelector<HTMLElement>('[data-typed-warning]')
    if (warning !== null) warnAtSignOut(warning)
  }
} catch (error) {
  // A browser that keeps nothing refuses its store: the forms work as they are.
  if (!(error instanceof DOMException)) throw error
}
