/**
 * The mark that every form carries: only this browser's secret makes it, so a page of another site cannot. It names
 * the person the form was shown to and outlives their session, so that a form that was open when the session ended
 * still counts after signing in again, and never counts as somebody else's.
 */
import { timingSafeEqual } from 'node:crypto'
import { derived, newId } from '../secrets.ts'

export const formTokenField = '_form'
/** The field by which a form that is sent twice is recognised: each form that is shown has another key. */
export const formKeyField = '_key'
/** For scripts of our own pages, which send no form. */
export const formTokenHeader = 'x-form-token'

const nobody = 'nobody'

/** The mark for the forms that `personId` (or, where null, somebody not signed in) is shown in a browser. */
export function formToken(browserSecret: string, personId: string | null): string {
  const shownTo = personId ?? nobody
  return `${shownTo}.${derived(browserSecret, 'form', shownTo)}`
}

/** Whom the form was shown to; undefined where the mark is not of this browser. */
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
 * `html` with the mark and a fresh key in each form that posts. Done here for all pages: no template can forget it.
 * The mark comes first, so that it can be looked at before the files that come after it are read.
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
