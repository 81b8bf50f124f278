/**
 * The only place that says who can do what at which stage of an inspection. The page /permissions and
 * docs/reference/permissions.md print it, and a test compares every route with that document.
 */
import { type Stage, stages } from '../kernel/stages.ts'
import { type Role, roles } from './roles.ts'

export type Rule = { readonly meaning: string } & (
  | { readonly for: 'everyone' }
  | { readonly for: 'signed-in' }
  | {
      readonly for: 'roles'
      /** The stages at which everyone has it, signed in or not. */
      readonly public: readonly Stage[]
      /** The stages at which a role has it: overall roles in every inspection, the others in theirs. */
      readonly roles: Readonly<Partial<Record<Role, readonly Stage[]>>>
    }
)

const publication: readonly Stage[] = ['published', 'after']
const always: readonly Stage[] = stages
const preparation: readonly Stage[] = ['announced', 'before-fieldwork', 'fieldwork', 'ratings']
const unpublished: readonly Stage[] = [...preparation, 'report']
const beforeAndDuring: readonly Stage[] = ['before-fieldwork', 'fieldwork']
const fieldwork: readonly Stage[] = ['fieldwork']
const judging: readonly Stage[] = ['fieldwork', 'ratings']
const fieldworkToReport: readonly Stage[] = ['fieldwork', 'ratings', 'report']
const drafting: readonly Stage[] = ['ratings', 'report']
const report: readonly Stage[] = ['report']

const table = {
  'page.read': { meaning: 'Read pages that belong to no inspection, and sign in', for: 'everyone' },
  'edition.read': { meaning: 'Read the editions of the standards', for: 'everyone' },
  'inspection.list': { meaning: 'See the list of inspections that you can read', for: 'everyone' },
  'account.keep': { meaning: 'Manage your account and end your sessions', for: 'signed-in' },
  'token.make': { meaning: 'Create and revoke your tokens for the API', for: 'signed-in' },
  'people.manage': {
    meaning: 'Add people, give them roles in all inspections, reset passwords and close accounts',
    for: 'roles',
    public: [],
    roles: { administrator: always },
  },
  'inspection.read': {
    meaning: 'Read an inspection, its ratings and their working',
    for: 'roles',
    public: publication,
    roles: {
      'head-of-programme': always,
      'chief-inspector': always,
      lead: always,
      inspector: always,
      'assistant-inspector': always,
      'quality-lead': always,
      research: always,
      operations: always,
      'head-of-service': report,
      'board-chair': report,
    },
  },
  'inspection.announce': {
    meaning: 'Put a new inspection on the register',
    for: 'roles',
    public: [],
    roles: { 'head-of-programme': always },
  },
  'inspection.correct': {
    meaning: 'Correct the announcement of an inspection, or withdraw it before it is published',
    for: 'roles',
    public: [],
    roles: { 'head-of-programme': unpublished, operations: unpublished },
  },
  'inspection.import': {
    meaning: 'Import results and answers from files',
    for: 'roles',
    public: [],
    roles: { 'head-of-programme': always },
  },
  'inspection.assign': {
    meaning: 'Give people roles in an inspection, except lead inspector',
    for: 'roles',
    public: [],
    roles: { 'head-of-programme': always, lead: always, operations: always },
  },
  'inspection.name-lead': {
    meaning: 'Name the lead inspector, except a person whose account you added yourself',
    for: 'roles',
    public: [],
    roles: { 'head-of-programme': always },
  },
  'inspection.change-stage': {
    meaning: 'Move an inspection to another stage',
    for: 'roles',
    public: [],
    roles: {
      'head-of-programme': always,
      'chief-inspector': report,
      lead: [...preparation, 'report'],
    },
  },
  'inspection.publish': {
    meaning: 'Publish an inspection after someone proposed it',
    for: 'roles',
    public: [],
    roles: { 'head-of-programme': always, 'chief-inspector': always },
  },
  'report.read': {
    meaning: 'Read the report and its annexe, including drafts',
    for: 'roles',
    public: publication,
    roles: {
      'head-of-programme': always,
      'chief-inspector': always,
      lead: always,
      inspector: drafting,
      'assistant-inspector': drafting,
      'quality-lead': drafting,
      research: drafting,
      operations: drafting,
      'head-of-service': report,
      'board-chair': report,
    },
  },
  'findings.write': {
    meaning: 'Write findings and recommendations',
    for: 'roles',
    public: [],
    roles: {
      'head-of-programme': always,
      lead: fieldworkToReport,
      inspector: fieldworkToReport,
      'assistant-inspector': fieldworkToReport,
    },
  },
  'case-list.read': {
    meaning: 'Read the case list, its versions and what is wrong with it',
    for: 'roles',
    public: [],
    roles: {
      'head-of-programme': always,
      lead: always,
      operations: always,
      research: always,
      'head-of-service': preparation,
      'evidence-coordinator': preparation,
    },
  },
  'case-list.write': {
    meaning: 'Upload a case list and accept it',
    for: 'roles',
    public: [],
    roles: {
      'head-of-programme': preparation,
      lead: preparation,
      operations: preparation,
      'evidence-coordinator': preparation,
    },
  },
  'sample.read': {
    meaning: 'Read the sample, its balance and its proof',
    for: 'roles',
    public: [],
    roles: {
      'head-of-programme': always,
      lead: always,
      operations: always,
      research: always,
      'head-of-service': preparation,
      'evidence-coordinator': preparation,
    },
  },
  'sample.write': {
    meaning: 'Plan and draw the sample, replace a case and top up',
    for: 'roles',
    public: [],
    roles: { lead: preparation, operations: preparation },
  },
  'allocation.read': {
    meaning: 'See who assesses which case, and the timetable',
    for: 'roles',
    public: [],
    roles: {
      'head-of-programme': always,
      lead: always,
      operations: always,
      inspector: preparation,
      'assistant-inspector': preparation,
      'local-assessor': preparation,
      'quality-lead': preparation,
    },
  },
  'allocation.write': {
    meaning: 'Allocate cases, declare conflicts of interest and make the timetable',
    for: 'roles',
    public: [],
    roles: { lead: preparation, operations: preparation },
  },
  'case.read': {
    meaning: 'Read inspected cases and their answers',
    for: 'roles',
    public: [],
    roles: {
      // During fieldwork the lead is responsible for the work; the panel rates from what was found.
      'head-of-programme': drafting,
      lead: fieldworkToReport,
      inspector: fieldworkToReport,
      'assistant-inspector': fieldworkToReport,
      'local-assessor': fieldwork,
      'quality-lead': fieldworkToReport,
      research: drafting,
    },
  },
  'case.allocate': {
    meaning: 'Allocate cases during fieldwork',
    for: 'roles',
    public: [],
    roles: { lead: beforeAndDuring, operations: beforeAndDuring },
  },
  'case.answer': {
    meaning: 'Answer a case assessment and write its notes',
    for: 'roles',
    public: [],
    roles: {
      lead: fieldwork,
      inspector: fieldwork,
      'assistant-inspector': fieldwork,
      'local-assessor': fieldwork,
    },
  },
  'case.decide': {
    meaning: 'Resolve conflicts between values',
    for: 'roles',
    public: [],
    roles: {
      // What arrives after fieldwork waits for the lead, because no one else can write then.
      lead: judging,
      inspector: fieldwork,
      'assistant-inspector': fieldwork,
      'local-assessor': fieldwork,
    },
  },
  'case.check': {
    meaning: 'Check a case that is ready, or return it with comments',
    for: 'roles',
    public: [],
    roles: { lead: judging, 'quality-lead': judging },
  },
  'case.sign': {
    meaning: 'Sign a checked case, which freezes it',
    for: 'roles',
    public: [],
    roles: { lead: judging, inspector: judging },
  },
  'case.reopen': {
    meaning: 'Open a signed case again as a new version, with a reason',
    for: 'roles',
    public: [],
    roles: { lead: judging },
  },
  'refusal.read': {
    meaning: 'Read what was refused, to whom and from which network',
    for: 'roles',
    public: [],
    roles: { administrator: always },
  },
  'audit.read': {
    meaning: 'Read who changed what, and verify the audit log',
    for: 'roles',
    public: [],
    roles: { 'head-of-programme': always, 'chief-inspector': always, administrator: always, lead: always },
  },
} as const satisfies Readonly<Record<string, Rule>>

/** What a person may be allowed to do, `noun.verb`. */
export type Permission = keyof typeof table

/** Who can do what, by the permission. */
export const permissionTable: Readonly<Record<Permission, Rule>> = table

/** Returns the roles that have the permission at some stage; none if it is not given to roles. */
export function rolesWith(permission: Permission): readonly Role[] {
  const rule = permissionTable[permission]
  return rule.for === 'roles' ? roles.filter((role) => rule.roles[role] !== undefined) : []
}

/** Returns whether `name` is a permission of the table. */
export function isPermission(name: string): name is Permission {
  return Object.hasOwn(table, name)
}

/** Every permission, in the order of the table. */
export const permissions: readonly Permission[] = Object.keys(table).filter(isPermission)
