/**
 * Returns `to` if it is an address of this site that a browser may be sent on to after signing in, otherwise that of the
 * list of inspections.
 */
export function localAddress(to: string | undefined): string {
  const isLocal = to !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(to) && !to.startsWith('/sign-')
  return isLocal ? to : '/inspections'
}
