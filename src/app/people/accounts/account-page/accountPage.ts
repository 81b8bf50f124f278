import { momentText } from '../../../../core/kernel/londonTime.ts'
import type { Reply, Route } from '../../../../platform/http/route.ts'
import { hashSecret } from '../../../../platform/secrets.ts'
import type { Shell } from '../../../../platform/shell.ts'
import { inspectionPath } from '../../../layout/inspectionPath.ts'
import { findServiceName, findVisitor } from '../../access/rights.queries.ts'
import { roleTitles } from '../../access/roles.ts'
import { agentWords } from '../../sign-in/agentWords.ts'
import { listSessions } from '../../sign-in/session.queries.ts'
import { isLive, type SessionLimits } from '../../sign-in/sessionLimits.ts'
import { endOtherSessions, endOwnSession, signedInActor } from '../../sign-in/sessions.ts'
import { findPerson } from '../people.queries.ts'
import { doneWords } from '../people-page/doneWords.ts'

/** One's own account: who one is here, and one's sessions. */
export function accountRoutes(limits: SessionLimits): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/account',
      permission: 'account.keep',
      audit: 'reads',
      handle: async ({ visit, query: { done } }, shell) =>
        accountPage(shell, limits, visit.session === undefined ? '' : hashSecret(visit.session), done),
    },
    {
      method: 'POST',
      path: '/account/sessions',
      permission: 'account.keep',
      audit: 'session.end',
      handle: async ({ body: { session = '' }, visit }, shell) => {
        const ended =
          session === 'others' ? await endOtherSessions(shell, visit) : await endOwnSession(shell, session)
        if (!ended.ok) return { kind: 'refused', problems: ended.problems }
        return { kind: 'redirect', to: '/account?done=ended' }
      },
    },
  ]
}

async function accountPage(
  shell: Shell,
  limits: SessionLimits,
  presentSession: string,
  doneName: string | undefined,
): Promise<Reply> {
  const { personId } = signedInActor(shell)
  const person = await findPerson(shell.database, personId)
  const rights = await findVisitor(shell.database, personId)
  const sessions = (await listSessions(shell.database, personId)).filter((session) =>
    isLive(session, limits, shell.now()),
  )
  const overall = rights?.overallRoles.map((role) => roleTitles[role]) ?? []
  const own = await Promise.all(
    (rights?.inspectionRoles ?? []).map(async ({ inspectionId: id, role }) => ({
      address: (await shell.mayDo('inspection.read', id)) ? inspectionPath(id) : null,
      service: (await findServiceName(shell.database, id)) ?? id,
      title: roleTitles[role],
    })),
  )
  return {
    kind: 'page',
    template: 'people/accounts/account-page/accountPage.njk',
    model: {
      done: doneWords(doneName),
      name: person?.name,
      email: person?.email,
      hasAuthenticator: person?.hasAuthenticator,
      overall,
      own,
      sessions: sessions.map(({ hash, agent, startedAt, lastSeenAt }) => ({
        hash,
        agent: agentWords(agent),
        started: momentText(startedAt),
        lastSeen: momentText(lastSeenAt),
        isPresent: hash === presentSession,
      })),
    },
  }
}
