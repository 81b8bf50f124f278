// What is typed into a form and not saved yet is copied into this browser, for the person who is signed in, and put
// back when they open the form again. Leaving asks first. Passwords, codes and files are never copied. The entries of a
// case have a store of their own, which sends them. Without this file the forms work as they are.

const prefix = 'assay-typed '
const sentName = 'assay-sent'
const longestDays = 14
/** Say which version of a thing a form shows, not which form it is. */
const versionNames = ['version', 'seen', 'sawVersion']
const ownNames = ['_form', '_key', '_held']

const { person } = document.querySelector('[data-keep-typed]').dataset
const [arrival] = performance.getEntriesByType('navigation')
const isRefused = (arrival?.responseStatus ?? 200) >= 400

class KeptForm {
  constructor(form) {
    this.form = form
    const hidden = [...form.querySelectorAll('input[type="hidden"]')].filter(
      ({ name }) => !ownNames.includes(name),
    )
    this.versions = hidden.filter(({ name }) => versionNames.includes(name))
    const which = hidden
      .filter((input) => !this.versions.includes(input))
      .map(({ name, value }) => `${name}=${value}`)
    this.key = [prefix + person, new URL(form.action).pathname, ...which].join(' ')
  }

  /** The controls that may be copied, each by a name that is the same when the page is opened again. */
  controls() {
    const seen = new Map()
    return [...this.form.elements].filter(mayBeCopied).map((control) => {
      const nth = seen.get(control.name) ?? 0
      seen.set(control.name, nth + 1)
      return [isButton(control) ? `${control.name}=${control.value}` : `${control.name}#${nth}`, control]
    })
  }

  write() {
    const before = read(this.key)
    const fields = Object.fromEntries(
      this.controls()
        .filter(([name, control]) => name in (before?.fields ?? {}) || isChanged(control))
        .map(([name, control]) => [name, typedIn(control)]),
    )
    const versions = before?.versions ?? this.versions.map(({ value }) => value)
    store(this.key, { at: new Date().toISOString(), page: location.pathname, versions, fields })
    this.isTyped = true
  }

  /** Puts back what was typed here before. What the form shows already is not said again. */
  putBack() {
    const record = read(this.key)
    if (record === undefined) return
    const differing = this.controls().filter(([name, control]) => {
      return name in record.fields && record.fields[name] !== typedIn(control)
    })
    if (differing.length === 0) {
      if (!isRefused) localStorage.removeItem(this.key)
      return
    }
    for (const [name, control] of differing) setValue(control, record.fields[name])
    // Somebody may have saved meanwhile: the server then shows both texts, as it does after any such save.
    this.versions.forEach((input, at) => {
      input.value = record.versions[at] ?? input.value
    })
    this.say(record)
  }

  say({ at }) {
    const notice = document.createElement('div')
    notice.className = 'govuk-inset-text'
    notice.dataset.putBack = ''
    const words = document.createElement('p')
    words.className = 'govuk-body'
    words.setAttribute('role', 'status')
    words.textContent = `We put back what you typed on ${momentWords(at)}. It is not saved yet.`
    notice.append(
      words,
      button('Discard', () => this.discard(notice)),
    )
    this.form.prepend(notice)
  }

  discard(notice) {
    localStorage.removeItem(this.key)
    const shown = this.versions.map(({ defaultValue }) => defaultValue)
    this.form.reset()
    this.versions.forEach((input, at) => {
      input.value = shown[at]
    })
    this.isTyped = false
    notice.remove()
  }

  /** Whether leaving would lose something, or leave something unsaved that was typed here. */
  isUnsaved() {
    return (
      this.isTyped &&
      [...this.form.elements].some((control) => control.type !== 'hidden' && isChanged(control))
    )
  }

  send() {
    const record = read(this.key)
    if (record !== undefined)
      sessionStorage.setItem(sentName, JSON.stringify({ key: this.key, at: record.at, page: location.href }))
  }
}

function mayBeCopied({ name, type, autocomplete, disabled }) {
  const isSecret = ['password', 'file'].includes(type) || autocomplete === 'one-time-code' || name === 'code'
  return name !== '' && !disabled && !isSecret && !['hidden', 'submit', 'button', 'fieldset'].includes(type)
}

function isButton({ type }) {
  return type === 'radio' || type === 'checkbox'
}

function typedIn(control) {
  return isButton(control) ? control.checked : control.value
}

function setValue(control, value) {
  if (isButton(control)) control.checked = value
  else control.value = value
}

function isChanged(control) {
  if (isButton(control)) return control.checked !== control.defaultChecked
  if (control.options === undefined)
    return 'defaultValue' in control && control.value !== control.defaultValue
  const shown = [...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0]
  return control.value !== (shown?.value ?? '')
}

/** Writes the copy. If the browser has no room for it, leaving still asks. */
function store(key, record) {
  try {
    if (Object.keys(record.fields).length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(record))
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}

function read(key) {
  const text = localStorage.getItem(key)
  return text === null ? undefined : JSON.parse(text)
}

/** What is copied of the person, by its key. */
function copies() {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${prefix + person} `))
  return keys.map((key) => [key, read(key)])
}

function removeOld() {
  const oldest = Date.now() - longestDays * 24 * 60 * 60 * 1000
  for (const [key, { at }] of copies()) if (Date.parse(at) < oldest) localStorage.removeItem(key)
}

/**
 * What became of the form that was sent last from this tab. The page that follows it comes from there and is no refusal:
 * then it is saved. After anything else the copy stays, and is put back.
 */
function settleSent() {
  const sent = JSON.parse(sessionStorage.getItem(sentName) ?? 'null')
  sessionStorage.removeItem(sentName)
  if (sent === null) return
  const follows = arrival?.type === 'navigate' && document.referrer === sent.page.split('#')[0]
  if (follows && !isRefused && read(sent.key)?.at === sent.at) localStorage.removeItem(sent.key)
  if (isRefused && person === '') saySignIn(new URL(sent.page).pathname)
}

function saySignIn(page) {
  const words = document.createElement('p')
  words.className = 'govuk-body'
  const link = document.createElement('a')
  link.className = 'govuk-link'
  link.href = `/sign-in?to=${encodeURIComponent(page)}`
  link.textContent = 'Sign in and go back to the form'
  words.append('What you typed is on this device. ', link, '. It is put back there.')
  document.querySelector('main h1')?.after(words)
}

function momentWords(at) {
  return new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', hour12: true })
}

function button(text, act) {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'govuk-button govuk-button--secondary govuk-!-margin-bottom-0'
  element.textContent = text
  element.addEventListener('click', act)
  return element
}

/** On the page that signs out: says what is left on this device, to be downloaded or removed. */
function warnAtSignOut(warning) {
  const show = () => {
    warning.hidden = copies().length === 0
  }
  warning.querySelector('[data-download-all]').addEventListener('click', () => {
    const lines = copies().map(([, { at, page, fields }]) => ({ page, typedAt: at, fields }))
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([JSON.stringify(lines, null, 2)], { type: 'application/json' }))
    link.download = 'not-saved.json'
    link.click()
  })
  warning.querySelector('[data-remove-all]').addEventListener('click', () => {
    if (!confirm('Remove from this device the text that you typed and did not save? This cannot be undone.'))
      return
    for (const [key] of copies()) localStorage.removeItem(key)
    show()
  })
  show()
}

function watch() {
  const forms = [...document.querySelectorAll('form[method="post"]')]
    .filter((form) => form.querySelector('.app-entry, textarea[hidden]') === null)
    .map((form) => new KeptForm(form))
  const kept = (target) => forms.find(({ form }) => form === target)
  let isSending = false
  for (const form of forms) form.putBack()
  for (const name of ['input', 'change'])
    addEventListener(name, ({ target }) => {
      isSending = false
      kept(target.form)?.write()
    })
  addEventListener('submit', (event) => {
    if (event.defaultPrevented) return
    isSending = true
    kept(event.target)?.send()
  })
  addEventListener('beforeunload', (event) => {
    if (!isSending && forms.some((form) => form.isUnsaved())) event.preventDefault()
  })
}

try {
  settleSent()
  if (person !== '') {
    removeOld()
    watch()
    const warning = document.querySelector('[data-typed-warning]')
    if (warning !== null) warnAtSignOut(warning)
  }
} catch (error) {
  // A browser that keeps nothing refuses its store: the forms work as they are.
  if (!(error instanceof DOMException)) throw error
}
