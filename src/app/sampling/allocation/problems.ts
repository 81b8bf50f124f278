import { type ProblemTable, problemsOf } from '../../../core/kernel/problem.ts'
import { allocationRuleProblems } from '../../../core/sampling/allocation/problems.ts'

/** Allocation: what its pages, operations and commands refuse. */
export const allocationProblems = {
  'allocation.changed-meanwhile': {
    status: 412,
    sentence: 'Someone else has changed {what} since you opened this page.',
    action: 'Look at what is stored now, and send your change again if it still fits.',
  },
  'allocation.account-not-found': {
    status: 422,
    sentence: 'The account has no role with which it could assess cases of this inspection.',
    action: 'Choose another, or give the person a role in the inspection first.',
  },
  'allocation.account-taken': {
    status: 409,
    sentence: 'The account is that of {assessor} already.',
    action: 'Choose another account, or take it from {assessor} first.',
  },
  'allocation.person-not-found': {
    status: 404,
    sentence: 'There is no person “{person}” on this inspection.',
    action: 'Choose one of the people of the inspection.',
  },
  'allocation.case-not-found': {
    status: 404,
    sentence: 'There is no case “{case}” in the sample, or nobody has it yet.',
    action: 'Choose one of the sampled cases.',
  },
  'allocation.conflict-not-found': {
    status: 404,
    sentence: 'There is no such conflict of interest, or it was withdrawn already.',
    action: 'Look at the conflicts that hold now.',
  },
  'allocation.nothing-assigned': {
    status: 422,
    sentence: 'No case is with anybody yet, so there is nothing to put into a timetable.',
    action: 'Propose the allocation first.',
  },
  'allocation.no-timetable': {
    status: 404,
    sentence: 'No timetable has been made yet.',
    action: 'Make the timetable first.',
  },
  'allocation.name-missing': {
    status: 422,
    sentence: 'The name is missing.',
    action: 'Enter the name under which the person is known on the inspection.',
  },
  'allocation.role-missing': {
    status: 422,
    sentence: 'The role is missing.',
    action: 'Choose inspector or local assessor.',
  },
  'allocation.own-service-missing': {
    status: 422,
    sentence: 'The service for which the local assessor works is missing.',
    action: 'Choose it, or say that it is not on the register. Nobody assesses a case of their own service.',
  },
  'allocation.person-missing': {
    status: 422,
    sentence: 'The person is missing.',
    action: 'Choose one of the people of the inspection.',
  },
  'allocation.own-conflict': {
    status: 403,
    sentence: 'You cannot withdraw a conflict of interest of your own.',
    action: 'Ask another lead inspector or operations staff to withdraw it.',
    recorded: 'Withdrawal of one’s own conflict of interest',
  },
  'allocation.conflict-holds': {
    status: 409,
    sentence: 'A conflict of interest of {assessor} holds, so their account and name stay as they are.',
    action: 'Withdraw the conflict of interest first, with a reason.',
  },
  'allocation.conflict-kind-missing': {
    status: 422,
    sentence: 'What the conflict of interest is about is missing.',
    action: 'Choose the whole service, one case or one case manager.',
  },
  'allocation.about-missing': {
    status: 422,
    sentence: 'The case or the case manager of the conflict is missing.',
    action: 'Choose the case or enter the case manager.',
  },
  'allocation.seed-missing': {
    status: 422,
    sentence: 'The text that decides between equally good allocations is missing.',
    action: 'Enter any text that was agreed in the open.',
  },
  'allocation.number-outside': {
    status: 422,
    sentence: '{name} must be a whole number from {least} to {most}.',
    action: 'Correct the number.',
  },
  'allocation.day-not-understood': {
    status: 422,
    sentence: '“{value}” is not a day of the calendar.',
    action: 'Write each day as 2026-06-01.',
  },
  'allocation.time-not-understood': {
    status: 422,
    sentence: '“{value}” is not a time of day.',
    action: 'Write it as 9:00.',
  },
  'allocation.break-not-understood': {
    status: 422,
    sentence: '“{value}” is not a break.',
    action: 'Write the slot and the minutes, as 4:60 for an hour after slot 4.',
  },
} as const satisfies ProblemTable<'allocation'>

declare module '../../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly allocationProblems: typeof allocationProblems
  }
}

/** Returns a problem that this room may refuse with, its blanks filled. */
export const problem = problemsOf({ ...allocationRuleProblems, ...allocationProblems })
