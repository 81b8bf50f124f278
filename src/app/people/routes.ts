import type { Route } from '../../platform/http/route.ts'
import { accountRoutes } from './accountPage.ts'
import { authenticatorRoutes } from './authenticatorPage.ts'
import { heldRoutes } from './heldPage.ts'
import { historyRoutes } from './history/historyPages.ts'
import { inspectionPeopleRoutes } from './inspectionPeoplePage.ts'
import { ownPasswordRoutes, passwordLinkRoutes } from './passwordPage.ts'
import { peopleAdministrationRoutes } from './peoplePage.ts'
import { permissionViews } from './permissionsPage.view.ts'
import { refusalsRoute } from './refusals/refusalsPage.ts'
import type { SessionLimits } from './sessionLimits.ts'
import { type SignInOptions, signInRoutes } from './signInPage.ts'
import { tokenRoutes } from './tokensPage.ts'

export type PeopleOptions = SignInOptions & { readonly session: SessionLimits }

/** Signing in, one's own account, and the administration of people and their roles. */
export function peopleRoutes(options: PeopleOptions): readonly Route[] {
  const provider = options.provider?.name
  return [
    ...signInRoutes(options),
    ...passwordLinkRoutes,
    ...ownPasswordRoutes(provider),
    ...accountRoutes(options.session),
    ...authenticatorRoutes(options.sealingKeys, provider),
    ...tokenRoutes(provider),
    ...heldRoutes,
    ...peopleAdministrationRoutes(options.origin),
    ...inspectionPeopleRoutes,
    ...historyRoutes,
    refusalsRoute,
    permissionsRoute,
  ]
}

const permissionsRoute: Route = {
  method: 'GET',
  path: '/permissions',
  permission: 'page.read',
  audit: 'reads',
  handle: async () => ({
    kind: 'page',
    template: 'people/permissionsPage.njk',
    model: { permissions: permissionViews() },
  }),
}
