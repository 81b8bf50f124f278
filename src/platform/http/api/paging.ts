/** Long lists in pieces: `after` is the number of things that were read already. */
import { z } from 'zod'
import type { RouteRequest } from '../route.ts'
import type { Parameter } from './operation.ts'

const mostAtOnce = 1_000
const usuallyAtOnce = 200

export const pageParameters: readonly Parameter[] = [
  {
    name: 'after',
    in: 'query',
    description: 'How many to pass over: the `next` of the piece before. 0 where it is left out.',
    example: '0',
  },
  {
    name: 'limit',
    in: 'query',
    description: `How many to give: up to ${mostAtOnce}; ${usuallyAtOnce} where it is left out.`,
    example: '100',
  },
]

/** `next` stands for `after` of the following piece; null at the end. */
export const pageSchema = z.object({ total: z.int(), next: z.int().nullable() })

/** The piece of `all` that the request asks for. A number that is none counts as left out. */
export function pageOf<Item>(all: readonly Item[], { query }: Pick<RouteRequest, 'query'>) {
  const { after, limit } = query
  const start = wholeNumber(after) ?? 0
  const end = start + Math.min(Math.max(wholeNumber(limit) ?? usuallyAtOnce, 1), mostAtOnce)
  return { items: all.slice(start, end), total: all.length, next: end < all.length ? end : null }
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
