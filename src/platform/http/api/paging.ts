/** Long lists in pieces: `after` is the number of things that were read already. */
import { z } from 'zod'
import type { RouteRequest } from '../route.ts'
import type { Parameter } from './operation.ts'

const mostAtOnce = 1_000
const usuallyAtOnce = 200
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
    description: `How many to return: up to ${mostAtOnce}; ${usuallyAtOnce} if it is left out.`,
    example: '100',
    pattern: wholeNumberPattern,
  },
]

/** `next` stands for `after` of the following piece; null at the end. */
export const pageSchema = z.object({ total: z.int(), next: z.int().nullable() })

/** The piece of `all` that the request asks for. */
export function pageOf<Item>(all: readonly Item[], { query }: Pick<RouteRequest, 'query'>) {
  const { after, limit } = query
  const start = wholeNumber(after) ?? 0
  const end = start + Math.min(Math.max(wholeNumber(limit) ?? usuallyAtOnce, 1), mostAtOnce)
  return { items: all.slice(start, end), total: all.length, next: end < all.length ? end : null }
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && wholeNumberPattern.test(text) ? Number(text) : undefined
}
