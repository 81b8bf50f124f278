import type { AuditAction } from '../../../platform/declared.ts'

/** What the audit log can say was done, `noun.verb`. */
const actions = [
  'inspection.announce',
  'inspection.correct',
  'inspection.withdraw',
  'inspection.import-results',
  'inspection.import-answers',
  'inspection.import-findings',
  'inspection.save-findings',
  'recommendation.add',
  'recommendation.change',
  'recommendation.move',
  'recommendation.remove',
  'case-list.receive',
  'case-list.map',
  'case-list.take',
  'case-list.give-up',
  'sample.plan',
  'sample.set-size',
  'sample.exclude',
  'sample.draw',
  'sample.replace',
  'sample.top-up',
  'allocation.save-person',
  'allocation.declare-conflict',
  'allocation.withdraw-conflict',
  'allocation.save-settings',
  'allocation.propose',
  'allocation.change-case',
  'allocation.begin-case',
  'allocation.name-case-managers',
  'allocation.make-timetable',
  'person.add',
  'person.change',
  'person.close',
  'person.reset',
  'person.set-password',
  'person.sign-in',
  'person.sign-out',
  'person.set-up-authenticator',
  'person.remove-authenticator',
  'session.end',
  'token.make',
  'token.revoke',
  'inspection.assign',
  'inspection.change-stage',
  'inspection.propose-publication',
  'saved-form.delete',
  'case.open',
  'case.withdraw',
  'case.answer',
  'case.keep',
  'case.decide',
  'case.hand-in',
  'case.take-back',
  'case.check',
  'case.return',
  'case.sign',
  'case.reopen',
  'case.allocate',
  'case.attend',
] as const

type Actions = Readonly<Record<(typeof actions)[number], true>>

declare module '../../../platform/declared.ts' {
  interface AuditActions extends Actions {}
}

/** Every audit action. */
export const auditActions: readonly AuditAction[] = actions
