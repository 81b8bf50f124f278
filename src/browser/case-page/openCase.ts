// The case that a page shows, as the server wrote it into the page.
import type { EntryRef } from '../../core/fieldwork/entry.ts'
import type { EntryId } from '../../core/fieldwork/unsent/unsentRecord.ts'
import { readFormToken } from '../unsent/session.ts'
import { refOf } from './entryElement.ts'

export type CasePage = {
  readonly frame: HTMLElement
  readonly person: string
  /** The address of the case in the API. */
  readonly api: string
  readonly caseHref: string
  /** Which page of the case it is, in words. */
  readonly place: string
  /** The address of the page that follows it. */
  readonly next: string
  readonly formToken: string
  readonly entries: ReadonlyMap<EntryId, HTMLElement>
}

/** Returns what the page says of its case; undefined if it has none that this browser can save. */
export function readCasePage(): CasePage | undefined {
  const frame = document.querySelector<HTMLElement>('[data-case]')
  if (frame === null || !('indexedDB' in window)) return undefined
  const { person = '', api = '', caseHref = '', place = '', next = '' } = frame.dataset
  if (person === '') return undefined
  const elements = [...frame.querySelectorAll<HTMLElement>('.app-entry')]
  const entries = new Map(elements.map((element) => [entryIdOf({ person, api }, refOf(element)), element]))
  return { frame, person, api, caseHref, place, next, formToken: readFormToken(), entries }
}

/** Returns the name of an entry among all that a person may have unsent. */
export function entryIdOf(
  { person, api }: Pick<CasePage, 'person' | 'api'>,
  { kind, item }: EntryRef,
): EntryId {
  return [person, api, kind, item].join(' ')
}
