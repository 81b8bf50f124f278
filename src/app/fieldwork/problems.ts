import { fieldworkRuleProblems } from '../../core/fieldwork/problems.ts'
import { type ProblemTable, problemsOf } from '../../core/kernel/problem.ts'
import { allocationRuleProblems } from '../../core/sampling/allocation/problems.ts'
import { requestProblems } from '../../platform/http/problems.ts'
import { inspectionsProblems } from '../inspections/problems.ts'

/** Fieldwork: what its pages, operations and commands refuse. */
export const fieldworkProblems = {
  'fieldwork.case-not-found': {
    status: 404,
    sentence: 'The inspection {inspection} has no case “{case}”.',
    action: 'Choose one from its list of cases.',
  },
  'fieldwork.words-without-value': {
    status: 422,
    sentence: 'We cannot save what you typed here, because no answer is selected.',
    action: 'Select an answer, or delete the text.',
  },
  'fieldwork.changed-meanwhile': {
    status: 412,
    sentence: 'Somebody else changed this after you had read it. Both values are kept.',
    action: 'Compare the two and decide which one stands.',
  },
  'fieldwork.people-changed-meanwhile': {
    status: 412,
    sentence:
      'Somebody else changed who assesses this case after you had looked at it. Nothing of yours was saved.',
    action: 'Look at who has the case now, and choose again.',
  },
  'fieldwork.case-frozen': {
    status: 409,
    sentence: 'The case was handed in or signed before this arrived. What you wrote is kept beside it.',
    action: 'Ask for the case to be opened again, then decide which value stands.',
    recorded: 'Change of a signed or withdrawn case',
  },
  'fieldwork.right-taken-away': {
    status: 403,
    sentence: 'You no longer work on this case. What you wrote is kept for the lead to decide.',
    action: 'Tell the lead inspector that it is there.',
    recorded: 'Written after the right was taken away',
  },
  'fieldwork.kept-in-conflict': {
    status: 403,
    sentence:
      'A conflict of interest between you and this case is declared. What you wrote is kept for the lead to decide.',
    action: 'Tell the lead inspector that it is there, and write no more to this case.',
    recorded: 'Written in spite of a conflict of interest',
  },
  'fieldwork.choice-missing': {
    status: 422,
    sentence: 'Choose the value that is to stand.',
    action: 'All of them stay in the history.',
  },
  'fieldwork.second-person': {
    status: 409,
    sentence: 'This step needs a second person: you {acts}.',
    action: 'Ask somebody else who may take it; the case’s page names them.',
    recorded: 'Step of a case that needs another person',
  },
  'fieldwork.person-not-in-inspection': {
    status: 422,
    sentence: 'The person has no role in this inspection.',
    action: 'Choose somebody who works on it, or give them a role first.',
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
