/** The browser's own word on where a request came from, which is asked before any cookie or form token. */

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * Whether a request that changes something was sent by a page of another site. Browsers say so in `Sec-Fetch-Site`,
 * older ones in `Origin`; a program that sends neither is no browser and carries nobody's session.
 */
export function isFromAnotherSite(headers: Headers): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin, host } = headers
  return origin !== undefined && (typeof origin !== 'string' || hostOf(origin) !== host)
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

/**
 * Whether a request asks for another name than the site's own, or, if it has no public address, than this
 * computer's. A name that someone else points at our address would let his page read ours.
 */
export function hasForeignHost({ host }: Headers, origin: string | undefined): boolean {
  if (typeof host !== 'string') return true
  if (origin !== undefined && host === hostOf(origin)) return false
  // What looks after the process from the same computer (a health check) may always ask.
  return !/^(localhost|\[::1\]|127(\.\d{1,3}){3})$/.test(host.replace(/:\d+$/, ''))
}
