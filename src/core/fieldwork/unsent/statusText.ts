/** What a page says of where a value is, in whole sentences: the server and the scripts of the pages say the same. */
import { timeText } from '../../kernel/londonTime.ts'
import type { EntryStatus, UnsentPlace } from './entryStatus.ts'
import type { CurrentValue, Explanation } from './writeReply.ts'

/** How a status looks, and what a page does because of it. */
export type StatusTone = 'saved' | 'not-saved' | 'in-conflict' | 'for-lead'

const savedForLeadText = 'Saved for the lead inspector to decide: you no longer work on this case.'
export const resolveConflictText = 'Resolve this conflict'
export const notSavedText = 'Not saved. What you entered before is still saved.'

const placeTexts: Readonly<Record<UnsentPlace, string>> = {
  storing: 'Saving on this device',
  device: 'On this device, not yet sent',
  page: 'Not yet sent, and this device is full. Leave this page open until it is saved',
}

/** Returns when the server stored a value, by its clock: the clock of the device may be wrong. */
export function savedText(writtenAt: string | null): string {
  return writtenAt === null ? 'Saved' : `Saved at ${timeText(new Date(writtenAt))}`
}

/** Returns the sentence for a status; null for one that changes nothing on the page. `person` is the reader's id. */
export function statusText(status: EntryStatus, person: string): string | null {
  switch (status.name) {
    case 'storing':
      return placeTexts.storing
    case 'stored':
      return placeTexts[status.place]
    case 'sending':
      return null
    case 'waiting':
      return sentences(status.title, placeTexts[status.place])
    case 'signed-out':
      return sentences('You are signed out.', placeTexts[status.place])
    case 'refused':
      return sentences('Not saved.', status.title, placeTexts[status.place])
    case 'saved':
      return savedText(status.writtenAt)
    case 'in-conflict':
      return conflictText(status.current, person)
    case 'after-hand-in':
      return 'This case was handed in before your change arrived. Your change is saved next to it.'
    case 'for-lead':
      return savedForLeadText
    case 'gone':
      return 'This is no longer on this device. Reload the page to see what is saved.'
  }
}

/** Returns how a status looks. */
export function statusTone({ name }: EntryStatus): StatusTone {
  switch (name) {
    case 'saved':
    case 'for-lead':
    case 'in-conflict':
      return name
    case 'after-hand-in':
      return 'in-conflict'
    default:
      return 'not-saved'
  }
}

/** Returns what the server said about a refusal, to be shown as the error of the field. */
export function refusalText({ title, action }: Explanation): string {
  return sentences(title === '' ? 'The server refused this.' : title, action)
}

/** Tells the author of a value that someone wrote another, or that they did so themselves in another tab. */
function conflictText({ value, writtenBy, writtenById }: CurrentValue, person: string): string {
  const both = 'Both are saved until someone decides.'
  if (writtenById === person)
    return value === null
      ? `You cleared this in another tab. ${both}`
      : `You changed this in another tab: you wrote “${value}”. ${both}`
  if (value === null) return `Someone else changed this: ${writtenBy ?? 'they'} cleared it. ${both}`
  return `Someone else changed this: ${writtenBy ?? 'they'} wrote “${value}”. ${both}`
}

/** Tells the author of the current value that someone wrote another. */
export function contestedText(
  {
    value,
    author,
  }: { readonly value: string | null; readonly author: { personId: string | null; name: string } },
  person: string,
): string {
  const both = 'Both are saved until someone decides.'
  if (author.personId === person)
    return value === null
      ? `You cleared this in another tab. ${both}`
      : `You wrote “${value}” in another tab. ${both}`
  return value === null ? `${author.name} cleared this. ${both}` : `${author.name} wrote “${value}”. ${both}`
}

function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}
