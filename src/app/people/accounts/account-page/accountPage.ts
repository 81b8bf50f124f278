import { isLive, type SessionLimits } from '../../../../core/access/sessionLimits.ts'
import { done } from '../../../../core/kernel/result.ts'
import type { Visit } from '../../../../platform/http/access.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { hashSecret } from '../../../../platform/secrets.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { redirectSaying } from '../../../layout/form/doneSentences.ts'
import { type FormPage, sendForm, showForm } from '../../../layout/form/formPage.ts'
import { findServiceName, findVisitor } from '../../access/rights.queries.ts'
import { accountPath } from '../../paths.ts'
import { listSessions } from '../../sign-in/session.queries.ts'
import { endOtherSessions, endOwnSession, signedInActor } from '../../sign-in/sessions.ts'
import { findPerson } from '../people.queries.ts'
import { type Account, accountView } from './accountPage.view.ts'

/** What the page says after a form that leads to it. */
export const accountDone = {
  password: 'Password changed',
  authenticator: 'Authenticator app removed',
  session: 'Session ended',
  sessions: 'All your other sessions ended',
}

const permission = 'account.keep'

/** Returns the routes of the page of your account, with your roles and sessions. */
export function accountRoutes(limits: SessionLimits): readonly Route[] {
  const page: FormPage = {
    template: 'people/accounts/account-page/accountPage.njk',
    done: accountDone,
    view: async ({ visit }, shell) => done(accountView(await loadAccount(shell, limits, visit))),
  }
  const endSessions = sendForm(page, {
    act: ({ body: { session = '' }, visit }, shell) =>
      session === 'others' ? endOtherSessions(shell, visit) : endOwnSession(shell, session),
    next: (_, { body: { session } }) =>
      redirectSaying(accountDone, session === 'others' ? 'sessions' : 'session', accountPath),
  })
  return [
    { method: 'GET', path: accountPath, permission, audit: 'reads', handle: showForm(page) },
    {
      method: 'POST',
      path: `${accountPath}/sessions`,
      permission,
      audit: 'session.end',
      handle: endSessions,
    },
  ]
}

async function loadAccount(shell: Shell, limits: SessionLimits, visit: Visit): Promise<Account> {
  const { database } = shell
  const { name, personId } = signedInActor(shell)
  const person = await findPerson(database, personId)
  const visitor = await findVisitor(database, personId)
  const sessions = await listSessions(database, personId)
  return {
    person: { name, email: person?.email ?? '', hasAuthenticator: person?.hasAuthenticator ?? false },
    overallRoles: visitor?.overallRoles ?? [],
    inspectionRoles: await Promise.all(
      (visitor?.inspectionRoles ?? []).map(async ({ inspectionId, role }) => ({
        inspectionId,
        role,
        service: (await findServiceName(database, inspectionId)) ?? inspectionId,
        mayOpen: await shell.mayDo('inspection.read', inspectionId),
      })),
    ),
    sessions: sessions.filter((session) => isLive(session, limits, shell.now())),
    presentSession: visit.session === undefined ? '' : hashSecret(visit.session),
  }
}
