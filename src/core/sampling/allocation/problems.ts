import { type ProblemTable, problemsOf } from '../../kernel/problem.ts'

/** Allocation: what its rules refuse. */
export const allocationRuleProblems = {
  'allocation.no-cases': {
    status: 422,
    sentence: 'There is no sampled case to allocate.',
    action: 'Draw the sample first.',
  },
  'allocation.nobody-there': {
    status: 422,
    sentence: 'There are {cases} cases to allocate, and nobody who can assess them.',
    action: 'Add the people of the inspection with their cases per day and the days on which they are there.',
  },
  'allocation.capacity-too-small': {
    status: 422,
    sentence: 'There are {cases} cases and room for {room}, so {left} would be left.',
    action: 'Add people, days or cases per day until there is room for {left} more, then propose again.',
  },
  'allocation.case-barred-to-all': {
    status: 422,
    sentence: 'Nobody may assess case {case}: everyone has a conflict of interest.',
    action: 'Add a person without one, then propose again.',
  },
  'allocation.case-left-by-conflicts': {
    status: 422,
    sentence: 'Case {case} is left: only {permitted} of the people may assess it, and they have no room.',
    action: 'Give those who may assess it more days or cases per day, or add a person, then propose again.',
  },
  'allocation.kept-person-unknown': {
    status: 422,
    sentence: 'Case {case} is held by “{assessor}”, who is not among the people of this inspection.',
    action: 'Give the case to someone else by hand, then propose again.',
  },
  'allocation.kept-in-conflict': {
    status: 422,
    sentence:
      'Case {case} was given to {assessor} by hand or has begun, and {assessor} may not assess it: {reason}.',
    action: 'Give the case to someone else by hand, then propose again.',
  },
  'allocation.kept-over-capacity': {
    status: 422,
    sentence: '{assessor} keeps {held} cases that were given by hand or have begun, and has room for {room}.',
    action: 'Give {assessor} more days or cases per day, or give some of the cases to someone else by hand.',
  },
  'allocation.reason-missing': {
    status: 422,
    sentence: 'A reason is missing.',
    action: 'Write why, for those who read the record later.',
  },
  'allocation.same-person': {
    status: 422,
    sentence: 'Case {case} is with {assessor} already.',
    action: 'Choose someone else, or leave it as it is.',
  },
  'allocation.conflict': {
    status: 422,
    sentence: '{assessor} may not assess case {case}: {reason}.',
    action: 'Choose someone else. A conflict of interest is never set aside.',
    recorded: 'Allocation against a conflict of interest',
  },
  'allocation.person-full': {
    status: 422,
    sentence: '{assessor} has room for {room} cases and holds as many.',
    action: 'Choose someone else, or give {assessor} more days or cases per day first.',
  },
  'allocation.no-days': {
    status: 422,
    sentence: 'There is no day of fieldwork.',
    action: 'Give at least one day, each as 2026-06-01.',
  },
  'allocation.day-twice': {
    status: 422,
    sentence: 'The day {day} is given twice.',
    action: 'Give each day of fieldwork once.',
  },
  'allocation.day-too-short': {
    status: 422,
    sentence: 'A day is too short for one case, which needs {needed} slots to be read and talked about.',
    action: 'Give more slots a day or fewer slots for reading, and slots of at least one minute.',
  },
  'allocation.day-too-long': {
    status: 422,
    sentence: 'The last slot of a day would end after midnight.',
    action: 'Start earlier, or give fewer or shorter slots or breaks.',
  },
  'allocation.break-outside': {
    status: 422,
    sentence: 'There is a break after slot {slot}, which is not between two slots of a day.',
    action: 'Place each break after a slot that another follows.',
  },
} as const satisfies ProblemTable<'allocation'>

declare module '../../kernel/problem.ts' {
  interface ProblemTables {
    readonly allocationRuleProblems: typeof allocationRuleProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(allocationRuleProblems)
