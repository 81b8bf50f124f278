/** The two cookies: which browser this is, and which session. Neither can be read by a script. */

export type CookieNames = { readonly browser: string; readonly session: string }

/** Browsers keep a `__Host-` cookie to this very host and to TLS, so that no neighbouring site can plant one. */
export function cookieNames(secure: boolean): CookieNames {
  const prefix = secure ? '__Host-' : ''
  return { browser: `${prefix}assay_browser`, session: `${prefix}assay_session` }
}

/** The secret in cookie `name`, or undefined if there is none that we could have made. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined
}

/** The header that sets cookie `name` for `days`; null as value takes it away. */
export function setCookie(name: string, value: string | null, secure: boolean, days: number): string {
  const age = value === null ? 0 : days * 86_400
  const parts = [`${name}=${value ?? ''}`, 'Path=/', `Max-Age=${age}`, 'HttpOnly', 'SameSite=Lax']
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ')
}
