/** Without sessions there is no token to check, so the browser's own word decides where a form came from. */

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
 * Whether a request asks for another name than this computer's own. A name that someone else points at 127.0.0.1
 * would let his page read ours. Holds for as long as the server listens on this computer only.
 */
export function hasForeignHost({ host }: Headers): boolean {
  const name = typeof host === 'string' ? host.replace(/:\d+$/, '') : ''
  return !/^(localhost|\[::1\]|127(\.\d{1,3}){3})$/.test(name)
}
