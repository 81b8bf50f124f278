import { type OverallRole, type RoleInInspection, roleTitles } from '../../../../core/access/roles.ts'
import { momentText } from '../../../../core/kernel/londonTime.ts'
import { inspectionPath } from '../../../layout/inspectionPath.ts'
import { browserName } from '../../sign-in/browserName.ts'

export type Account = {
  readonly person: { readonly name: string; readonly email: string; readonly hasAuthenticator: boolean }
  readonly overallRoles: readonly OverallRole[]
  readonly inspectionRoles: readonly AccountRole[]
  /** Those that have not expired, the last used first. */
  readonly sessions: readonly AccountSession[]
  /** The hash of the session in use; empty if there is none. */
  readonly presentSession: string
}

type AccountRole = {
  readonly inspectionId: string
  readonly role: RoleInInspection
  readonly service: string
  readonly mayOpen: boolean
}

type AccountSession = {
  readonly hash: string
  readonly agent: string
  readonly startedAt: Date
  readonly lastSeenAt: Date
}

/** Returns what the page of your account prints. */
export function accountView({ person, overallRoles, inspectionRoles, sessions, presentSession }: Account) {
  return {
    ...person,
    overallRoles: overallRoles.map((role) => roleTitles[role]).join(', ') || 'None',
    inspectionRoles: inspectionRoles.map(({ inspectionId, role, service, mayOpen }) => ({
      title: roleTitles[role],
      service,
      href: mayOpen ? inspectionPath(inspectionId) : null,
    })),
    sessions: sessions.map(({ hash, agent, startedAt, lastSeenAt }) => ({
      hash,
      browser: browserName(agent),
      started: momentText(startedAt),
      lastSeen: momentText(lastSeenAt),
      isPresent: hash === presentSession,
    })),
  }
}
