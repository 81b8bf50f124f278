/** Long lists in pieces: `after` is the number of things that were read already. A piece of long texts ends early. */
import { z } from 'zod'
import type { RouteRequest } from '../route.ts'
import type { Parameter } from './operation.ts'

const mostAtOnce = 1_000
const usuallyAtOnce = 200
/** For the texts of a page, except its first item. */
const mostBytes = 1024 * 1024
const wholeNumberPattern = /^\d{1,9}$/

export const pageParameters: readonly Parameter[] = [
  {
    name: 'after',
    in: 'query',
    description: 'How many to pass over: the `next` of the piece before. 0 if it is left out.',
    example: '0',
    pattern: wholeNumberPattern,
  },
  {
    name: 'limit',
    in: 'query',
    description: `How many to return: up to ${mostAtOnce}; ${usuallyAtOnce} if it is left out. Fewer come of long texts.`,
    example: '100',
    pattern: wholeNumberPattern,
  },
]

/** `next` is the `after` of the following page; null at the end. */
export const pageSchema = z.object({ total: z.int(), next: z.int().nullable() })

/** The piece of `all` that the request asks for, or as much of it as may be sent at once by what `bytesOf` says. */
export function pageOf<Item>(
  all: readonly Item[],
  { query }: Pick<RouteRequest, 'query'>,
  bytesOf: (item: Item) => number = () => 0,
) {
  const { after, limit } = query
  const start = wholeNumber(after) ?? 0
  const most = Math.min(Math.max(wholeNumber(limit) ?? usuallyAtOnce, 1), mostAtOnce)
  const asked = all.slice(start, start + most)
  let bytes = 0
  const heavy = asked.findIndex((item) => {
    bytes += bytesOf(item)
    return bytes > mostBytes
  })
  const items = heavy === -1 ? asked : asked.slice(0, Math.max(heavy, 1))
  const end = start + items.length
  return { items, total: all.length, next: end < all.length && items.length > 0 ? end : null }
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && wholeNumberPattern.test(text) ? Number(text) : undefined
}
