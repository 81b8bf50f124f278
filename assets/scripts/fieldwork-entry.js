// One entry on the page: what is typed in it, what it shows, and its state in words.

export function entryOf(target) {
  return target.closest?.('.app-entry') ?? null
}

/** What is typed in the entry; null for nothing. Words beside a value count only with the value. */
export function typedIn(element) {
  const value = partOf(element, 'value')
  return { value, detail: value === null ? null : partOf(element, 'detail') }
}

function partOf(element, name) {
  const inputs = [...element.querySelectorAll(`[data-part="${name}"]`)]
  const input = inputs.find(({ type, checked }) => type !== 'radio' || checked)
  const text = storable(input?.value ?? '')
    .replaceAll('\r\n', '\n')
    .trim()
  return text === '' ? null : text
}

/** Half a character, as half an emoji that was cut in two, and a NUL can be stored nowhere: a mark stands for each. */
function storable(text) {
  return (text.toWellFormed?.() ?? text).replaceAll('\0', '\uFFFD')
}

/** What is wrong with what is typed in the entry before it can be saved; null if nothing is. */
export function faultOf(element) {
  if (hasWordsAlone(element)) return 'Select an answer to save the text you typed here.'
  const input = element.querySelector('input[type="datetime-local"]')
  if (input === null || input.validity.valid) return null
  return input.validity.badInput
    ? 'Enter the whole date and time, such as 1 June 2026 and 10:30.'
    : 'Enter a date in the year 2000 or later, with all 4 figures of the year.'
}

/** Whether words are typed that belong to an answer, and none was chosen: alone they would not be saved. */
function hasWordsAlone(element) {
  const detail = element.querySelector('[data-part="detail"]')
  if (detail === null || detail.closest('[hidden]') !== null || detail.value.trim() === '') return false
  const radios = [...element.querySelectorAll('input[type="radio"]')]
  return radios.length > 0 && radios.every(({ checked }) => !checked)
}

/** Shows what is wrong beside the field, or that nothing is any more. */
export function showError(element, text) {
  const id = `${element.id}-error`
  const control = element.querySelector('fieldset, [data-part="value"]')
  const described = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((each) => each !== id)
  document.getElementById(id)?.remove()
  control.classList.toggle('govuk-input--error', text !== null && control.matches('.govuk-input'))
  if (text !== null) {
    const error = document.createElement('p')
    error.className = 'govuk-error-message'
    error.id = id
    const hidden = document.createElement('span')
    hidden.className = 'govuk-visually-hidden'
    hidden.textContent = 'Error: '
    error.append(hidden, text)
    if (control.matches('fieldset')) control.querySelector('legend').after(error)
    else control.before(error)
    described.unshift(id)
  }
  control.setAttribute('aria-describedby', described.join(' '))
}

/** Whether somebody gave another value or other words than the server wrote into the page. */
export function isChanged(element) {
  return [...element.querySelectorAll('[data-part]')].some((input) => {
    if (input.type === 'radio') return input.checked !== input.defaultChecked
    const chosen = [...(input.options ?? [])].find(({ defaultSelected }) => defaultSelected)
    return input.value !== (input.defaultValue ?? chosen?.value ?? '')
  })
}

/** Whether this is what stands in the entry. */
export function shows(element, { value, detail }) {
  const typed = typedIn(element)
  return typed.value === value && typed.detail === detail
}

export function show(element, value, detail) {
  for (const input of element.querySelectorAll('[data-part="value"]')) {
    if (input.type === 'radio') input.checked = input.value === value
    else input.value = value ?? ''
  }
  const input = element.querySelector('[data-part="detail"]')
  if (input !== null) input.value = detail ?? ''
  showDetail(element)
}

/** Words that only one value needs are only asked for with it: the reason of "not applicable", what an alert is about. */
export function showDetail(element) {
  const detail = element.querySelector('[data-for]')
  if (detail !== null) detail.hidden = typedIn(element).value !== detail.dataset.for
}

/** A version that came after that of the case list is somebody's own. */
export function showVersion(element, version) {
  if (Number(element.dataset.version) !== version) delete element.dataset.fromList
  element.dataset.version = version
  element.querySelector('input[name^="seen:"]').value = version
}

/** `standing` is saved, not-sent, contested or proposed. */
export function say(element, text, standing) {
  element.dataset.standing = standing
  element.querySelector('[data-state]').textContent = text
}

/** Says how the entry stands, after what the queue told. Only what stands in its field is said to be saved. */
export function showState(element, { kind, answer, sent, place }, { caseHref, person }) {
  const where = placeWords[place]
  switch (kind) {
    case 'saved':
      showVersion(element, answer.version)
      if (!shows(element, sent) || faultOf(element) !== null) break
      showError(element, null)
      say(element, savedWords(answer.writtenAt), 'saved')
      break
    case 'kept':
      if (answer.code === 'fieldwork.right-taken-away' || answer.code === 'fieldwork.kept-in-conflict') {
        say(element, 'Kept for the lead to decide: you no longer work on this case.', 'proposed')
        break
      }
      say(element, keptWords(answer, person), 'contested')
      addDecideLink(element, caseHref)
      break
    case 'refused':
      showError(element, `${answer.title ?? 'The server refused this.'} ${answer.detail ?? ''}`)
      say(element, `Not saved. ${answer.title ?? ''} ${where}`, 'not-sent')
      break
    case 'signed-out':
      say(element, `You are signed out. ${where}`, 'not-sent')
      break
    case 'sending':
      break
    default:
      say(element, answer?.title === undefined ? where : `${answer.title} ${where}`, 'not-sent')
  }
}

/** Where what is not sent is. */
const placeWords = {
  'under-way': 'Being kept on this device',
  device: 'On this device, not yet sent',
  page: 'Not yet sent, and this device has no room to keep it. Leave this page open until it is saved',
}

/** Tells the one whose value stands that somebody gave another; the other was told when it was sent. */
export function showContested(element, { value, author }, caseHref, person) {
  if (element.dataset.standing === 'contested' || element.querySelector('.app-entry__contested')) return
  const who =
    author.personId === person ? 'You gave another value elsewhere' : `${author.name} gave another value`
  say(element, `${who}: “${value ?? 'nothing'}”. Both are kept.`, 'contested')
  addDecideLink(element, caseHref)
}

function keptWords({ code, current }, person) {
  if (code === 'fieldwork.case-frozen')
    return 'The case was handed in before this arrived. It is kept beside it.'
  const value = current.answer ?? current.text ?? current.value ?? current.mark ?? 'nothing'
  if (current.writtenById === person)
    return `You changed this elsewhere: you wrote “${value}”. Both are kept.`
  return `Someone else changed this: ${current.writtenBy ?? 'somebody'} wrote “${value}”. Both are kept.`
}

function addDecideLink(element, caseHref) {
  const link = document.createElement('a')
  link.className = 'govuk-link'
  link.href = `${caseHref}/conflicts#${element.id}`
  link.textContent = 'Decide which stands'
  element.querySelector('[data-state]').append(' ', link)
}

/** The server's time: the clock of this device may be wrong. */
export function savedWords(writtenAt) {
  const time = { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' }
  return writtenAt === null ? 'Saved' : `Saved ${new Date(writtenAt).toLocaleTimeString('en-GB', time)}`
}

const answerKeys = { y: 'yes', n: 'no', a: 'na', backspace: '' }

/** Answers by key: gives back the entry that was answered, or null where the key means nothing here. */
export function answerByKey(event) {
  const answer = answerKeys[event.key.toLowerCase()]
  if (
    event.target.type !== 'radio' ||
    answer === undefined ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey
  ) {
    return null
  }
  const element = entryOf(event.target)
  const radios = [...element.querySelectorAll('input[type="radio"]:enabled')]
  const radio = radios.find(({ value }) => value === answer)
  if (radio === undefined) return null
  event.preventDefault()
  radio.checked = true
  showDetail(element)
  return element
}

/** Moves on: to the reason where one is missing, otherwise to the next entry. */
export function moveOn(element, all) {
  const detail = element.querySelector('[data-for]:not([hidden]) input')
  if (detail !== null && detail.value === '') {
    detail.focus()
    return
  }
  const following = all[all.indexOf(element) + 1]
  const radios = [...(following?.querySelectorAll('input[type="radio"]') ?? [])]
  const field =
    radios.find(({ checked }) => checked) ?? radios[0] ?? following?.querySelector('[data-part="value"]')
  field?.focus()
}
