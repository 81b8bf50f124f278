/** From what came over the wire to what a handler may see: plain strings and files. */
import type { FastifyRequest } from 'fastify'
import type { Visit } from './access.ts'
import type { Fields, SentBody } from './body/sentBody.ts'
import type { RouteRequest } from './route.ts'

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

/** The texts among `value`'s members. Of a part of the query that comes twice, the last. */
export function plainFields(value: unknown): Fields {
  if (typeof value !== 'object' || value === null) return {}
  const texts = Object.entries(value).flatMap(([name, member]: [string, unknown]): [string, string][] => {
    const last: unknown = Array.isArray(member) ? member.at(-1) : member
    return typeof last === 'string' ? [[name, last]] : []
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
