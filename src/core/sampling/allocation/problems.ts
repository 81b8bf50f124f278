import { type ProblemTable, problemsOf } from '../../kernel/problem.ts'

/** Allocation: what its rules refuse. */
export const allocationRuleProblems = {
  'allocation.no-cases': {
    status: 422,
    sentence: 'There are no sampled cases to allocate.',
    action: 'Draw the sample first.',
  },
  'allocation.nobody-there': {
    status: 422,
    sentence: 'There is nobody who can assess the {cases} in the sample.',
    action: 'Add the people of the inspection, with their cases per day and the days when they are present.',
  },
  'allocation.capacity-too-small': {
    status: 422,
    sentence: 'There are {cases} cases to allocate but the total capacity is only {room}.',
    action: 'Add people, days or cases per day until there is capacity for {left} more, then propose again.',
  },
  'allocation.case-barred-to-all': {
    status: 422,
    sentence: 'Nobody can assess case {case}, because everyone has a conflict of interest.',
    action: 'Add a person who has no conflict of interest, then propose again.',
  },
  'allocation.case-left-by-conflicts': {
    status: 422,
    sentence:
      'Case {case} cannot be allocated. The people who can assess it ({permitted}) have no capacity left.',
    action: 'Give these people more days or cases per day, or add a person. Then propose again.',
  },
  'allocation.kept-person-unknown': {
    status: 422,
    sentence: 'Case {case} is allocated to “{assessor}”, who is not one of the people of this inspection.',
    action: 'Reallocate the case by hand, then propose again.',
  },
  'allocation.kept-in-conflict': {
    status: 422,
    sentence:
      'Case {case} was allocated to {assessor} by hand or work on it has started, but {assessor} cannot assess it: {reason}.',
    action: 'Reallocate the case by hand, then propose again.',
  },
  'allocation.kept-over-capacity': {
    status: 422,
    sentence: '{assessor} has {cases} that a proposal cannot move, but a capacity of {room}.',
    action: 'Give {assessor} more days or cases per day, or reallocate some of the cases by hand.',
  },
  'allocation.reason-missing': {
    status: 422,
    sentence: 'A reason is missing.',
    action: 'Enter a reason for people who read the record later.',
  },
  'allocation.same-person': {
    status: 422,
    sentence: 'Case {case} is already allocated to {assessor}.',
    action: 'Select someone else, or leave it as it is.',
  },
  'allocation.conflict': {
    status: 422,
    sentence: 'You cannot allocate case {case} to {assessor}: {reason}.',
    action: 'Select someone else. No reason overrides a conflict of interest.',
    recorded: 'Allocation against a conflict of interest',
  },
  'allocation.person-full': {
    status: 422,
    sentence: '{assessor} has a capacity of {room} and no capacity left.',
    action: 'Select someone else, or give {assessor} more days or cases per day first.',
  },
  'allocation.no-days': {
    status: 422,
    sentence: 'There are no days of fieldwork.',
    action: 'Enter at least one day, for example 2026-06-01.',
  },
  'allocation.day-twice': {
    status: 422,
    sentence: 'The day {day} is entered twice.',
    action: 'Enter each day of fieldwork once.',
  },
  'allocation.day-too-short': {
    status: 422,
    sentence:
      'A day is too short for one case. Reading a case and interviewing its case manager needs {slots}.',
    action: 'Enter more slots per day or fewer slots for reading, and a slot of at least 1 minute.',
  },
  'allocation.day-too-long': {
    status: 422,
    sentence: 'The last slot of a day would end after midnight.',
    action: 'Start earlier, or enter fewer or shorter slots or breaks.',
  },
  'allocation.break-outside': {
    status: 422,
    sentence: 'There is a break after slot {slot}, which is not between two slots of a day.',
    action: 'Enter each break after a slot that is followed by another.',
  },
} as const satisfies ProblemTable<'allocation'>

declare module '../../kernel/problem.ts' {
  interface ProblemTables {
    readonly allocationRuleProblems: typeof allocationRuleProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(allocationRuleProblems)
