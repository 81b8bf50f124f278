/** From what came over the wire to what a handler may see: plain strings and files. */
import type { FastifyRequest } from 'fastify'
import type { Visit } from './access.ts'
import type { Fields } from './body/formFields.ts'
import type { SentBody } from './body/sentBody.ts'
import { problem } from './problems.ts'
import type { Reply, RouteRequest } from './route.ts'

/** The request without its body, or with the body that was read. */
export function routeRequest(request: FastifyRequest, visit: Visit, sent?: SentBody): RouteRequest {
  return {
    params: plainFields(request.params),
    query: plainFields(request.query),
    headers: singleHeaders(request),
    visit,
    body: sent?.body ?? {},
    files: sent?.files ?? [],
    json: sent?.json,
  }
}

/** The refusal of an address that gives a part of its query twice with different values; undefined for any other. */
export function refusalOfQuery({ query }: Pick<FastifyRequest, 'query'>): Reply | undefined {
  if (typeof query !== 'object' || query === null) return undefined
  const twice = Object.entries(query).filter(([, value]) => Array.isArray(value) && new Set(value).size > 1)
  const [first, ...others] = twice.map(([parameter]) =>
    problem('request.parameter-twice', { parameter }, { field: parameter }),
  )
  return first === undefined ? undefined : { kind: 'refused', problems: [first, ...others] }
}

/** The texts among `value`'s members; the one value of a part of the query that was repeated. */
export function plainFields(value: unknown): Fields {
  if (typeof value !== 'object' || value === null) return {}
  const texts = Object.entries(value).flatMap(([name, member]: [string, unknown]): [string, string][] => {
    const single: unknown = Array.isArray(member) ? member[0] : member
    return typeof single === 'string' ? [[name, single]] : []
  })
  return Object.fromEntries(texts)
}

/** The headers that came once, by their names in lower case. */
export function singleHeaders({ headers }: Pick<FastifyRequest, 'headers'>): Fields {
  const single = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  return Object.fromEntries(single)
}
