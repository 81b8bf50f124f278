import type { AuditAction, Permission } from '../../../platform/declared.ts'

/** What each audit action is called where people read of it: the one place. */

type Noun = AuditAction extends `${infer Name}.${string}` ? Name : never

const titles: Readonly<Record<AuditAction, string>> = {
  'inspection.announce': 'Announced the inspection',
  'inspection.correct': 'Corrected what the inspection was announced with',
  'inspection.withdraw': 'Withdrew the inspection',
  'inspection.import-results': 'Imported results',
  'inspection.import-answers': 'Imported answers',
  'inspection.import-findings': 'Imported findings',
  'inspection.save-findings': 'Wrote findings',
  'recommendation.add': 'Added a recommendation',
  'recommendation.change': 'Changed a recommendation',
  'recommendation.move': 'Moved a recommendation',
  'recommendation.remove': 'Removed a recommendation',
  'inspection.assign': 'Gave or took away a role',
  'inspection.change-stage': 'Moved the inspection to another stage',
  'inspection.propose-publication': 'Proposed the publication',
  'case-list.receive': 'Sent a case list',
  'case-list.map': 'Said which column of a case list is which',
  'case-list.take': 'Made a case list the next version',
  'case-list.give-up': 'Gave up a case list that waited',
  'sample.plan': 'Planned the sample',
  'sample.set-size': 'Set the size of the sample',
  'sample.exclude': 'Excluded a case from the sample, or let it in again',
  'sample.draw': 'Drew the sample',
  'sample.replace': 'Replaced a sampled case',
  'sample.top-up': 'Topped up the sample',
  'allocation.save-person': 'Changed who assesses cases',
  'allocation.declare-conflict': 'Declared a conflict of interest',
  'allocation.withdraw-conflict': 'Withdrew a conflict of interest',
  'allocation.save-settings': 'Changed the settings of the allocation',
  'allocation.propose': 'Allocated the cases as proposed',
  'allocation.change-case': 'Gave a case to somebody by hand',
  'allocation.begin-case': 'Noted that a case has begun',
  'allocation.name-case-managers': 'Named case managers',
  'allocation.make-timetable': 'Made the timetable',
  'person.add': 'Added an account',
  'person.change': 'Changed a name or roles over all inspections',
  'person.close': 'Closed an account or opened it again',
  'person.reset': 'Reset a password',
  'person.set-password': 'Set a password',
  'person.sign-in': 'Signed in',
  'person.sign-out': 'Signed out',
  'person.set-up-authenticator': 'Set up an authenticator app',
  'person.remove-authenticator': 'Removed an authenticator app',
  'session.end': 'Ended a session',
  'token.make': 'Made a token for a program',
  'token.revoke': 'Revoked a token for a program',
  'held.discard': 'Discarded text that was kept',
  'case.open': 'Opened a case',
  'case.withdraw': 'Withdrew a case',
  'case.answer': 'Wrote an answer, note or fact',
  'case.keep': 'Wrote a value that was kept beside the current one',
  'case.decide': 'Decided between values',
  'case.hand-in': 'Handed a case in',
  'case.take-back': 'Took a case back',
  'case.check': 'Checked a case',
  'case.return': 'Returned a case with comments',
  'case.sign': 'Signed a case',
  'case.reopen': 'Opened a signed case again',
  'case.allocate': 'Said who assesses a case',
  'case.attend': 'Had a case open',
}

/** What was done, in words. An action that this version does not know keeps its own name. */
export function actionTitle(action: string): string {
  return new Map<string, string>(Object.entries(titles)).get(action) ?? action
}

type Kind = {
  /** As the address of a page names it. */
  readonly id: string
  readonly title: string
  /** Whoever may this may also read why it was done, and to what exactly; null where everybody here may. */
  readonly read: Permission | null
}

const inspection: Kind = {
  id: 'inspection',
  title: 'Figures, findings, recommendations, roles and stage',
  read: 'report.read',
}
const account: Kind = { id: 'account', title: 'Accounts, signing in and tokens', read: null }

const kindOfNoun: Readonly<Record<Noun, Kind>> = {
  inspection,
  recommendation: inspection,
  'case-list': { id: 'case-list', title: 'Case list', read: 'case-list.read' },
  sample: { id: 'sample', title: 'Sample', read: 'sample.read' },
  allocation: { id: 'allocation', title: 'Allocation and timetable', read: 'allocation.read' },
  case: { id: 'case', title: 'Cases and what is said about them', read: 'case.read' },
  person: account,
  session: account,
  token: account,
  held: account,
}

/** The kinds of action, each once, by the names that begin their actions. */
export const actionKinds = [...Map.groupBy(Object.entries(kindOfNoun), ([, kind]) => kind)].map(
  ([{ id, title }, ofKind]) => ({ id, title, nouns: ofKind.map(([noun]) => noun) }),
)

/** Each permission by which somebody may read more of some action than that it was done. */
export const permissionsToReadMore: readonly Permission[] = Object.values(kindOfNoun).flatMap(
  ({ read }) => read ?? [],
)

/** What one has to be allowed to read to see more of an action than that it was done. */
export function readOfAction(action: string): Permission | null {
  const [noun = ''] = action.split('.')
  // What this version does not know is shown to nobody but as a name.
  const kind = new Map<string, Kind>(Object.entries(kindOfNoun)).get(noun)
  return kind === undefined ? 'case.read' : kind.read
}
