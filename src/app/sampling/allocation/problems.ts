import { type ProblemTable, problemsOf } from '../../../core/kernel/problem.ts'
import { allocationRuleProblems } from '../../../core/sampling/allocation/problems.ts'

/** Allocation: what its pages, operations and commands refuse. */
export const allocationProblems = {
  'allocation.changed-meanwhile': {
    status: 412,
    sentence: 'Someone else has changed {what} since you opened this page.',
    action: 'Check what is stored now. Send your change again if it is still right.',
  },
  'allocation.account-not-found': {
    status: 422,
    sentence: 'The role of this account in the inspection does not let it assess cases.',
    action: 'Select another account, or assign a role to the person first.',
  },
  'allocation.account-taken': {
    status: 409,
    sentence: 'This account is already the account of {assessor}.',
    action: 'Select another account, or remove it from {assessor} first.',
  },
  'allocation.person-not-found': {
    status: 404,
    sentence: 'There is no person “{person}” on this inspection.',
    action: 'Select one of the people of the inspection.',
  },
  'allocation.case-not-found': {
    status: 404,
    sentence: 'There is no case “{case}” in the sample, or it has not been allocated.',
    action: 'Select one of the sampled cases.',
  },
  'allocation.conflict-not-found': {
    status: 404,
    sentence: 'This conflict of interest does not exist or has already been withdrawn.',
    action: 'Check the conflicts of interest that are declared now.',
  },
  'allocation.nothing-assigned': {
    status: 422,
    sentence: 'No case has been allocated, so there is nothing to put in a timetable.',
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
    action: 'Enter the name of the person.',
  },
  'allocation.role-missing': {
    status: 422,
    sentence: 'The role is missing.',
    action: 'Select inspector or local assessor.',
  },
  'allocation.own-service-missing': {
    status: 422,
    sentence: 'The service the local assessor works for is missing.',
    action:
      'Select a service, or select that it is not on the register. Nobody assesses a case of their own service.',
  },
  'allocation.person-missing': {
    status: 422,
    sentence: 'The person is missing.',
    action: 'Select one of the people of the inspection.',
  },
  'allocation.own-conflict': {
    status: 403,
    sentence: 'You cannot withdraw your own conflict of interest.',
    action: 'Ask another lead inspector or operations staff to withdraw it.',
    recorded: 'Withdrawal of their own conflict of interest',
  },
  'allocation.conflict-holds': {
    status: 409,
    sentence: '{assessor} has a conflict of interest, so you cannot change their account or name.',
    action: 'Withdraw the conflict of interest first, with a reason.',
  },
  'allocation.conflict-kind-missing': {
    status: 422,
    sentence: 'What the conflict of interest is about is missing.',
    action: 'Select the whole service, one case or the cases of one case manager.',
  },
  'allocation.about-missing': {
    status: 422,
    sentence: 'The case or the case manager of the conflict of interest is missing.',
    action: 'Select the case or enter the case manager.',
  },
  'allocation.seed-missing': {
    status: 422,
    sentence: 'The seed is missing.',
    action: 'Enter a seed that was agreed openly.',
  },
  'allocation.number-outside': {
    status: 422,
    sentence: '{name} must be a whole number from {least} to {most}.',
    action: 'Enter a number in this range.',
  },
  'allocation.day-not-understood': {
    status: 422,
    sentence: '“{value}” is not a day of the calendar.',
    action: 'Enter each day as 2026-06-01.',
  },
  'allocation.time-not-understood': {
    status: 422,
    sentence: '“{value}” is not a time of day.',
    action: 'Enter a time, for example 9:00.',
  },
  'allocation.break-not-understood': {
    status: 422,
    sentence: '“{value}” is not a break.',
    action: 'Enter the slot and the minutes, for example 4:60 for an hour after slot 4.',
  },
} as const satisfies ProblemTable<'allocation'>

declare module '../../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly allocationProblems: typeof allocationProblems
  }
}

/** Returns a problem that this room may refuse with, its blanks filled. */
export const problem = problemsOf({ ...allocationRuleProblems, ...allocationProblems })
