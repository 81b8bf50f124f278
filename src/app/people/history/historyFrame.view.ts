/** What surrounds a history: the filter, and the links to its other pages. */
import { nounFor } from '../../../core/kernel/countOf.ts'
import type { ActionTexts } from './actionTexts.ts'

type Choices = {
  readonly kinds: ActionTexts['kinds']
  readonly inspections: readonly string[]
  readonly people: readonly { readonly personId: string; readonly name: string }[]
}

/** Returns the filter as it was sent, with what there is to select. */
export function filterView(query: Readonly<Record<string, string>>, { kinds, inspections, people }: Choices) {
  const { from = '', to = '', kind = '', inspection = '', person = '' } = query
  const any = { value: '', text: 'All' }
  return {
    isUsed: [from, to, kind, inspection, person].some((value) => value !== ''),
    from,
    to,
    kind,
    kinds: [any, ...kinds.map(({ id, title }) => ({ value: id, text: title }))],
    inspection,
    inspections: [any, ...inspections.map((id) => ({ value: id, text: id }))],
    person,
    people: [any, ...people.map(({ personId, name }) => ({ value: personId, text: name }))],
  }
}

export const eventsOnAPage = 50

export type Pages = {
  /** The query of the address, which other pages repeat. */
  readonly query: Readonly<Record<string, string>>
  /** The present page, counted from 1. */
  readonly page: number
  readonly count: number
  /** What is counted, in the singular. */
  readonly noun: string
  readonly onAPage: number
}

/** Returns the links to the other pages, as the pagination of MoJ takes them. */
export function pagesView({ query, page, count, noun, onAPage }: Pages) {
  const pages = Math.max(1, Math.ceil(count / onAPage))
  const hrefOf = (number: number): string =>
    `?${new URLSearchParams({ ...withoutEmpty(query), page: String(number) }).toString()}`
  const near = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= 2,
  )
  const items = near.flatMap((number, index) => {
    const item = { number, href: hrefOf(number), current: number === page }
    return number - (near[index - 1] ?? 0) > 1 ? [{ ellipsis: true }, item] : [item]
  })
  const first = (page - 1) * onAPage
  return {
    items: pages > 1 ? items : [],
    ...(page > 1 ? { previous: { href: hrefOf(page - 1) } } : {}),
    ...(page < pages ? { next: { href: hrefOf(page + 1) } } : {}),
    results: { from: first + 1, to: Math.min(first + onAPage, count), count, text: nounFor(count, noun) },
  }
}

function withoutEmpty(query: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
}
