/** What people, their roles and the stage of an inspection write to the audit log. */
import { z } from 'zod'
import { rolesInInspection } from '../../core/access/roles.ts'
import { stages } from '../../core/kernel/stages.ts'
import { type ActionKind, type AuditTable, loggedMoment, nothing } from '../../platform/auditTable.ts'
import { inspectionActions } from './history/inspectionActions.ts'

const kind: ActionKind = { id: 'account', title: 'Accounts, sign-ins and tokens', read: null }
const silent = { kind, before: nothing, after: nothing }

const role = z.object({ role: z.enum(rolesInInspection) }).nullable()
const stage = z.object({ stage: z.enum(stages) })
const mover = z.object({ personId: z.string().nullable(), name: z.string() })
const account = z.object({ name: z.string(), overallRoles: z.array(z.string()).readonly() })
const closed = z.object({ closed: z.boolean() })

export const peopleAudit = {
  'inspection.assign': {
    title: 'Gave or removed a role',
    kind: inspectionActions,
    before: role,
    after: role,
  },
  'inspection.change-stage': {
    title: 'Moved the inspection to another stage',
    kind: inspectionActions,
    before: stage,
    after: stage.extend({
      unsigned: z.array(z.string()).readonly().optional(),
      proposedBy: mover.optional(),
    }),
  },
  'person.add': {
    title: 'Added an account',
    kind,
    before: nothing,
    after: account.extend({ email: z.string() }),
  },
  'person.change': {
    title: 'Changed a name or roles in all inspections',
    kind,
    before: account,
    after: account,
  },
  'person.close': { title: 'Closed or reopened an account', kind, before: closed, after: closed },
  'person.reset': {
    title: 'Reset a password',
    kind,
    before: nothing,
    after: z.object({ withoutAuthenticator: z.boolean() }),
  },
  'person.set-password': {
    title: 'Set a password',
    kind,
    before: nothing,
    after: z.object({ revokedTokens: z.int() }),
  },
  'person.sign-in': { title: 'Signed in', ...silent },
  'person.sign-out': { title: 'Signed out', ...silent },
  'person.set-up-authenticator': { title: 'Set up an authenticator app', ...silent },
  'person.remove-authenticator': { title: 'Removed an authenticator app', ...silent },
  'session.end': { title: 'Ended a session', ...silent },
  'token.make': {
    title: 'Created a token for a program',
    kind,
    before: nothing,
    after: z.object({ personId: z.string(), name: z.string(), endsAt: loggedMoment }),
  },
  'token.revoke': { title: 'Revoked a token for a program', ...silent },
  'saved-form.delete': { title: 'Deleted a saved form', ...silent, formerly: ['held.discard'] },
} satisfies AuditTable<'inspection' | 'person' | 'session' | 'token' | 'saved-form'>

declare module '../../platform/auditTable.ts' {
  interface AuditTables {
    readonly peopleAudit: typeof peopleAudit
  }
}
