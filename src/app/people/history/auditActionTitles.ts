/** What each audit action is called on pages: the only place. */
import type { AuditAction, Permission } from '../../../platform/declared.ts'

type Noun = AuditAction extends `${infer Name}.${string}` ? Name : never
/** Actions on saved forms had this name before. */
type FormerNoun = 'held'

const titles: Readonly<Record<AuditAction, string>> = {
  'inspection.announce': 'Announced the inspection',
  'inspection.correct': 'Corrected the announcement of the inspection',
  'inspection.withdraw': 'Withdrew the inspection',
  'inspection.import-results': 'Imported results',
  'inspection.import-answers': 'Imported answers',
  'inspection.import-findings': 'Imported findings',
  'inspection.save-findings': 'Wrote findings',
  'recommendation.add': 'Added a recommendation',
  'recommendation.change': 'Changed a recommendation',
  'recommendation.move': 'Moved a recommendation',
  'recommendation.remove': 'Removed a recommendation',
  'inspection.assign': 'Gave or removed a role',
  'inspection.change-stage': 'Moved the inspection to another stage',
  'inspection.propose-publication': 'Proposed to publish the inspection',
  'case-list.receive': 'Uploaded a case list',
  'case-list.map': 'Matched the columns of a case list',
  'case-list.take': 'Accepted a case list as the next version',
  'case-list.give-up': 'Deleted an uploaded case list',
  'sample.plan': 'Planned the sample',
  'sample.set-size': 'Set the size of the sample',
  'sample.exclude': 'Excluded a case from the sample, or included it again',
  'sample.draw': 'Drew the sample',
  'sample.replace': 'Replaced a sampled case',
  'sample.top-up': 'Topped up the sample',
  'allocation.save-person': 'Changed who assesses cases',
  'allocation.declare-conflict': 'Declared a conflict of interest',
  'allocation.withdraw-conflict': 'Withdrew a conflict of interest',
  'allocation.save-settings': 'Changed the settings of the allocation',
  'allocation.propose': 'Allocated the cases as proposed',
  'allocation.change-case': 'Allocated a case by hand',
  'allocation.begin-case': 'Recorded that a case has begun',
  'allocation.name-case-managers': 'Named case managers',
  'allocation.make-timetable': 'Made the timetable',
  'person.add': 'Added an account',
  'person.change': 'Changed a name or roles in all inspections',
  'person.close': 'Closed or reopened an account',
  'person.reset': 'Reset a password',
  'person.set-password': 'Set a password',
  'person.sign-in': 'Signed in',
  'person.sign-out': 'Signed out',
  'person.set-up-authenticator': 'Set up an authenticator app',
  'person.remove-authenticator': 'Removed an authenticator app',
  'session.end': 'Ended a session',
  'token.make': 'Created a token for a program',
  'token.revoke': 'Revoked a token for a program',
  'saved-form.delete': 'Deleted a saved form',
  'case.open': 'Opened a case',
  'case.withdraw': 'Withdrew a case',
  'case.answer': 'Wrote an answer, note or fact',
  'case.keep': 'Saved a value that conflicts with the current one',
  'case.decide': 'Resolved a conflict between values',
  'case.hand-in': 'Handed in a case',
  'case.take-back': 'Took a case back',
  'case.check': 'Checked a case',
  'case.return': 'Returned a case with comments',
  'case.sign': 'Signed a case',
  'case.reopen': 'Reopened a signed case',
  'case.allocate': 'Changed who assesses a case',
  'case.attend': 'Viewed a case',
}

/** Former names of actions, which stay in the audit log. */
const formerTitles: ReadonlyMap<string, string> = new Map([['held.discard', titles['saved-form.delete']]])

/** Returns what was done as people read it. An action that this version does not know has its own name. */
export function actionTitle(action: string): string {
  return new Map<string, string>(Object.entries(titles)).get(action) ?? formerTitles.get(action) ?? action
}

type Kind = {
  /** As the address of a page names it. */
  readonly id: string
  readonly title: string
  /** People with this permission also read why it was done, and to what exactly; null if everyone here does. */
  readonly read: Permission | null
}

const inspection: Kind = {
  id: 'inspection',
  title: 'Figures, findings, recommendations, roles and stage',
  read: 'report.read',
}
const account: Kind = { id: 'account', title: 'Accounts, sign-ins and tokens', read: null }

const kindOfNoun: Readonly<Record<Noun | FormerNoun, Kind>> = {
  inspection,
  recommendation: inspection,
  'case-list': { id: 'case-list', title: 'Case list', read: 'case-list.read' },
  sample: { id: 'sample', title: 'Sample', read: 'sample.read' },
  allocation: { id: 'allocation', title: 'Allocation and timetable', read: 'allocation.read' },
  case: { id: 'case', title: 'Cases', read: 'case.read' },
  person: account,
  session: account,
  token: account,
  'saved-form': account,
  held: account,
}

/** The kinds of action, each once, with the nouns that begin their actions. */
export const actionKinds = [...Map.groupBy(Object.entries(kindOfNoun), ([, kind]) => kind)].map(
  ([{ id, title }, ofKind]) => ({ id, title, nouns: ofKind.map(([noun]) => noun) }),
)

/** Each permission that lets people read more of some action than that it was done. */
export const permissionsToReadMore: readonly Permission[] = Object.values(kindOfNoun).flatMap(
  ({ read }) => read ?? [],
)

/** Returns the permission to read more of an action than that it was done; null if everyone may who sees it. */
export function readOfAction(action: string): Permission | null {
  const [noun = ''] = action.split('.')
  // Of an action that this version does not know, people see only the name.
  const kind = new Map<string, Kind>(Object.entries(kindOfNoun)).get(noun)
  return kind === undefined ? 'case.read' : kind.read
}
