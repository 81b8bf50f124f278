import { fieldworkRuleProblems } from '../../core/fieldwork/problems.ts'
import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'
import { allocationRuleProblems } from '../../core/sampling/allocation/problems.ts'
import { requestProblems } from '../../platform/http/problems.ts'
import { inspectionsProblems } from '../inspections/problems.ts'

/** Fieldwork: what its pages, operations and commands refuse. */
export const fieldworkProblems = {
  'fieldwork.case-not-found': {
    status: 404,
    sentence: 'This inspection has no case “{case}”.',
    action: 'Select a case from the list of cases.',
  },
  'fieldwork.words-without-value': {
    status: 422,
    sentence: 'We cannot save your text, because no answer is selected.',
    action: 'Select an answer, or delete the text.',
  },
  'fieldwork.changed-meanwhile': {
    status: 412,
    sentence: 'Someone else changed this after you opened it. Both values are saved.',
    action: 'Compare the two values and select one.',
  },
  'fieldwork.people-changed-meanwhile': {
    status: 412,
    sentence:
      'Someone else changed the assessors of this case after you opened it. Your changes are not saved.',
    action: 'Check who assesses the case now, then select the assessors again.',
  },
  'fieldwork.case-frozen': {
    status: 409,
    sentence:
      'This case was handed in or signed before your change arrived. Your change is saved next to it.',
    action: 'Ask for the case to be reopened, then resolve the conflict.',
    recorded: 'Change to a case that was handed in, signed or withdrawn',
  },
  'fieldwork.right-taken-away': {
    status: 403,
    sentence: 'You no longer work on this case. Your change is saved for the lead inspector to decide.',
    action: 'Tell the lead inspector about your change.',
    recorded: 'Change after permission was removed',
  },
  'fieldwork.kept-in-conflict': {
    status: 403,
    sentence:
      'You have a conflict of interest with this case. Your change is saved for the lead inspector to decide.',
    action: 'Tell the lead inspector about your change, and do not change this case again.',
    recorded: 'Change despite a conflict of interest',
  },
  'fieldwork.choice-missing': {
    status: 422,
    sentence: 'Select the value to keep.',
    action: 'All values stay in the history.',
  },
  'fieldwork.second-person': {
    status: 409,
    sentence: 'This step needs a second person, because you {acts}.',
    action: 'Ask one of the people that the page of the case names.',
    recorded: 'Step of a case that needs a second person',
  },
  'fieldwork.person-not-in-inspection': {
    status: 422,
    sentence: 'This person has no role in this inspection.',
    action: 'Select someone who works on this inspection, or give this person a role first.',
  },
} as const satisfies ProblemTable<'fieldwork'>

declare module '../../core/kernel/problem.ts' {
  interface ProblemTables {
    readonly fieldworkProblems: typeof fieldworkProblems
  }
}

/** Returns a problem that this room may refuse with, its blanks filled. */
export const problem = problemsOf({
  ...inspectionsProblems,
  ...fieldworkRuleProblems,
  ...allocationRuleProblems,
  ...requestProblems,
  ...fieldworkProblems,
})
