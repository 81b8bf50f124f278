import type { SessionLimits } from '../../core/access/sessionLimits.ts'
import type { Route } from '../../platform/http/route.ts'
import { inspectionPeopleRoutes } from './access/inspection-people-page/inspectionPeoplePage.ts'
import { permissionViews } from './access/permissions-page/permissionsPage.view.ts'
import { accountRoutes } from './accounts/account-page/accountPage.ts'
import { authenticatorRoutes } from './accounts/authenticator-page/authenticatorPage.ts'
import { ownPasswordRoutes, passwordLinkRoutes } from './accounts/password-page/passwordPage.ts'
import { peoplePageRoutes } from './accounts/people-page/peoplePage.ts'
import { personPageRoutes } from './accounts/person-page/personPage.ts'
import { tokenRoutes } from './accounts/tokens-page/tokensPage.ts'
import type { ActionTexts } from './history/actionTexts.ts'
import { historyRoutes } from './history/historyPages.ts'
import { refusalsRoute } from './refusals/refusalsPage.ts'
import type { RefusalTitles } from './refusals/refusalsPage.view.ts'
import { savedFormsRoutes } from './saved-forms/savedFormsPage.ts'
import { type SignInOptions, signInRoutes } from './sign-in/sign-in-page/signInPage.ts'
import { signOutRoutes } from './sign-in/sign-out-page/signOutPage.ts'

export type PeopleOptions = SignInOptions & { readonly session: SessionLimits }

/** Returns the routes of signing in, your account, and the administration of people and their roles. */
export function peopleRoutes(
  options: PeopleOptions,
  refusalTitles: RefusalTitles,
  actionTexts: ActionTexts,
): readonly Route[] {
  const provider = options.provider?.name
  return [
    ...signInRoutes(options),
    ...signOutRoutes,
    ...passwordLinkRoutes,
    ...ownPasswordRoutes(provider),
    ...accountRoutes(options.session),
    ...authenticatorRoutes(options.sealingKeys, provider),
    ...tokenRoutes(provider),
    ...savedFormsRoutes,
    ...peoplePageRoutes(options.origin),
    ...personPageRoutes(options.origin),
    ...inspectionPeopleRoutes,
    ...historyRoutes(actionTexts),
    refusalsRoute(refusalTitles),
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
    template: 'people/access/permissions-page/permissionsPage.njk',
    model: { permissions: permissionViews() },
  }),
}
