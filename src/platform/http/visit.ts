import type { FastifyReply, FastifyRequest } from 'fastify'
import { newSecret } from '../secrets.ts'
import type { Visit } from './access.ts'
import { cookieNames, readCookie, setCookie } from './cookies.ts'

/** What a page's script sends along where it asks without anyone's doing, such as every 20 seconds. */
const unattendedHeader = 'x-unattended'

/** The browser's cookie lasts a year; a session's cookie only has to outlast the session, which ends on the server. */
const browserDays = 365
const sessionDays = 30

/** Where `request` comes from. A browser that is new is given its cookie with the answer. */
export function visitOf(request: FastifyRequest, response: FastifyReply, secure: boolean): Visit {
  const names = cookieNames(secure)
  const known = readCookie(request.headers.cookie, names.browser)
  const browser = known ?? newSecret()
  if (known === undefined)
    response.header('set-cookie', setCookie(names.browser, browser, secure, browserDays))
  return {
    browser,
    session: readCookie(request.headers.cookie, names.session),
    bearer: isForPrograms(request) ? bearerOf(request.headers.authorization) : undefined,
    address: request.ip,
    agent: request.headers['user-agent'] ?? '',
    isUnattended: request.headers[unattendedHeader] === 'yes',
  }
}

/** Begins or, with null, ends the session of the browser that is answered. */
export function setSession(response: FastifyReply, session: string | null, secure: boolean): void {
  response.header('set-cookie', setCookie(cookieNames(secure).session, session, secure, sessionDays))
}

/** Addresses of the API; all others are pages. Tokens are valid only for the API. */
export function isForPrograms(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/')
}

function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer ([\w-]+)$/i.exec(authorization ?? '')?.[1]
}
