import type { Reply } from '../../../../platform/http/route.ts'
import { personPath, setPasswordPath } from '../../paths.ts'
import { linkHours } from './setPassword.ts'

export type PasswordLink = {
  readonly personId: string
  readonly name: string
  /** The secret of the link. */
  readonly link: string
}

/**
 * Returns the page that shows a link to set a password. It is the answer to the form itself: the link is stored as a
 * hash, so no later page could show it. `origin` is where people reach the server.
 */
export function linkPage(origin: string, { personId, name, link }: PasswordLink): Reply {
  return {
    kind: 'page',
    template: 'people/accounts/password-page/linkPage.njk',
    model: {
      name,
      personHref: personPath(personId),
      address: `${origin}${setPasswordPath(link)}`,
      hours: linkHours,
    },
  }
}
