// What the pages know of the session of the person who is signed in.

/** Returns the token that shows that a request comes from a page of this session. */
export function readFormToken(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="form-token"]')?.content ?? ''
}

/** Returns a link to the sign-in that leads back to this page. */
export function signInLink(className: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.className = className
  link.href = `/sign-in?to=${encodeURIComponent(location.pathname)}`
  link.textContent = text
  return link
}
