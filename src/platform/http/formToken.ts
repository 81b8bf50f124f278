/**
 * The token that every form has: it needs this browser's secret, so no page of another site can make it. It names
 * the person the form was shown to and outlives their session, so that a form that was open when the session ended
 * is still valid after signing in again, and never for another person.
 */
import { timingSafeEqual } from 'node:crypto'
import { derived, newId } from '../secrets.ts'

export const formTokenField = '_form'
/** The field by which a form that is sent twice is recognised: each form that is shown has another key. */
export const formKeyField = '_key'
/** For scripts of our own pages, which send no form. */
export const formTokenHeader = 'x-form-token'

const nobody = 'nobody'

/** The token for the forms that `personId` (or, if null, someone not signed in) sees in a browser. */
export function formToken(browserSecret: string, personId: string | null): string {
  const shownTo = personId ?? nobody
  return `${shownTo}.${derived(browserSecret, 'form', shownTo)}`
}

/** Whom the form was shown to; undefined if the token is not of this browser. */
export function readFormToken(
  browserSecret: string,
  token: string,
): { readonly personId: string | null } | undefined {
  const [shownTo = ''] = token.split('.')
  const personId = shownTo === nobody ? null : shownTo
  const expected = Buffer.from(formToken(browserSecret, personId))
  const given = Buffer.from(token)
  return given.length === expected.length && timingSafeEqual(given, expected) ? { personId } : undefined
}

/**
 * `html` with the token and a new key in each form that posts. Done here for all pages: no template can forget it.
 * The token comes first, so that it can be checked before the files that come after it are read.
 */
export function withFormTokens(html: string, token: string): string {
  return html.replace(
    /<form\b(?=[^>]*\bmethod="post")[^>]*>/gi,
    (form) => form + hidden(formTokenField, token) + hidden(formKeyField, newId()),
  )
}

function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${name}" value="${value}">`
}
