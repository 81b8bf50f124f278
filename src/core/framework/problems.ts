import { type ProblemTable, problemsOf } from '../kernel/problem.ts'

/** Framework: what its rules refuse. */
export const frameworkRuleProblems = {
  'edition.list-empty': {
    status: 422,
    sentence: 'The list is empty.',
    action: 'Add at least one entry.',
  },
  'edition.number-unfit': {
    status: 422,
    sentence: 'The number {value} does not fit here.',
    action: 'Give {wanted}.',
  },
  'edition.id-form': {
    status: 422,
    sentence: '“{id}” cannot be an id.',
    action:
      'Use up to 64 letters, digits, dots, hyphens and underscores, beginning and ending with a letter or digit.',
  },
  'edition.letter-form': {
    status: 422,
    sentence: '“{letter}” cannot be the letter of a prompt.',
    action: 'Use one small letter from a to z.',
  },
  'edition.guidance-too-long': {
    status: 422,
    sentence: 'The guidance of {id} is longer than {limit} characters.',
    action: 'Shorten it to what is needed beside the question, and name the document that says more.',
  },
  'edition.guidance-not-plain': {
    status: 422,
    sentence: 'The guidance of {id} is not plain text.',
    action: 'Write it without tags, tabs and control characters; leave an empty line between paragraphs.',
  },
  'edition.date-form': {
    status: 422,
    sentence: '“{value}” is neither a year nor a year with a month.',
    action: 'Write it as 2021 or 2021-07, in quotation marks.',
  },
  'edition.address-form': {
    status: 422,
    sentence: '“{value}” is not a web address.',
    action: 'Give an address that begins with https.',
  },
  'edition.name-twice': {
    status: 422,
    sentence: '“{name}” is given twice; the first stands at {first}.',
    action: 'Keep one of the two, or give one another name.',
  },
  'edition.values-without-choice': {
    status: 422,
    sentence: 'The fact “{fact}” has values, but its form is {form}.',
    action: 'Take the values out, or make its form choice.',
  },
  'edition.detail-untitled': {
    status: 422,
    sentence: 'The fact “{fact}” needs words beside a value, and says none that ask for them.',
    action: 'Give it a detailTitle, or take needsDetailFor out.',
  },
  'edition.name-unknown': {
    status: 422,
    sentence: '“{name}” is not known in this edition.',
    action: 'Use a name that the edition gives; there are: {known}.',
  },
  'edition.not-under-standard': {
    status: 422,
    sentence: 'The id “{id}” does not begin with that of its standard, {standard}.',
    action: 'Give it an id that begins with {standard} and a dot, or put it under its own standard.',
  },
  'edition.cases-absent': {
    status: 422,
    sentence: 'Standard {standard} is judged from cases, but its domain inspects none.',
    action: 'Name the kind of cases under the domain as “cases”, or judge the standard from evidence.',
  },
  'edition.answers-incomplete': {
    status: 422,
    sentence: 'A question with these answers cannot be counted: they must hold yes and no.',
    action: 'Give “yes” and “no”, and “na” where the question may be not applicable.',
  },
  'edition.exception-on-evidence': {
    status: 422,
    sentence:
      'Question {question} belongs to a standard that is judged from evidence, so cases do not answer it.',
    action: 'Take the exception out, or judge the standard from cases.',
  },
  'edition.question-unknown': {
    status: 422,
    sentence: 'The edition has no question “{question}”.',
    action: 'Name a key question, such as 2.1.1, or a prompt, such as 2.1.1.a.',
  },
  'edition.scale-too-short': {
    status: 422,
    sentence: 'The scale has fewer than two ratings.',
    action: 'List every rating, the lowest first.',
  },
  'edition.points-not-rising': {
    status: 422,
    sentence: '“{rating}” gives no more points than “{before}”, which stands below it.',
    action: 'List the ratings from the lowest to the highest, each with more points than the one before.',
  },
  'edition.range-backwards': {
    status: 422,
    sentence: 'The range ends at {to}, before it begins at {from}.',
    action: 'Exchange the two numbers, or correct the wrong one.',
  },
  'edition.range-gap': {
    status: 422,
    sentence: 'No range covers {numbers}.',
    action: 'Move the ends of the ranges so that each begins where the one before it ended.',
  },
  'edition.range-overlap': {
    status: 422,
    sentence: 'More than one range covers {numbers}.',
    action: 'Move the ends of the ranges so that each begins where the one before it ended.',
  },
  'edition.rating-without-range': {
    status: 422,
    sentence: 'No range gives the rating “{rating}”.',
    action: 'Add a range for it, or take the rating out of the scale.',
  },
  'edition.rating-out-of-order': {
    status: 422,
    sentence: '“{rating}” stands after a rating that is above it on the scale.',
    action: 'List the ranges from the lowest rating to the highest.',
  },
  'edition.maximum-unreachable': {
    status: 422,
    sentence: 'No inspection can have a maximum of {maximum} points.',
    action: 'Give the maximum for a number of scored standards; with all of them it is {full}.',
  },
  'edition.maximum-absent': {
    status: 422,
    sentence:
      'There are no overall bands for the maximum of {maximum} points, which all scored standards give.',
    action: 'Add a table for it, or leave the list empty where no overall rating is given.',
  },
  'edition.standard-without-part': {
    status: 422,
    sentence: 'Standard {standard} is neither scored nor rated apart.',
    action: 'Add it to “scoredStandards”, or name it as “resettlement”.',
  },
  'edition.standard-in-both': {
    status: 422,
    sentence: 'Standard {standard} is both scored and rated apart.',
    action: 'Take it out of “scoredStandards”, or set “resettlement” to null.',
  },
  'edition.window-empty': {
    status: 422,
    sentence:
      'The window ends {latest} before fieldwork and begins {earliest} before it, so no day lies in it.',
    action: 'Exchange the two: “earliest” is the larger number.',
  },
  'edition.shares-sum': {
    status: 422,
    sentence: 'The shares of the sample add up to {sum} per cent.',
    action: 'Correct them so that they add up to 100, or leave the list empty.',
  },
  'edition.deviate-differs': {
    status: 422,
    sentence: 'The deviate {z} gives a confidence of {given} per cent, not of {confidence}.',
    action: 'Give the two-sided deviate of the confidence; for 80 per cent it is 1.2815515655.',
  },
  'edition.rule-without-source': {
    status: 422,
    sentence: 'Nothing says where the rule “{rule}” comes from.',
    action: 'Add it to “ruleSources”; where nothing is published it is a “setting”.',
  },
  'edition.source-absent': {
    status: 422,
    sentence: 'The rule “{rule}” names no source.',
    action: 'Name a source, or call the rule a “setting” where nothing is published.',
  },
  'edition.text-empty': {
    status: 422,
    sentence: 'The text is empty.',
    action: 'Write it, or take the key out where it may be left out.',
  },
  'edition.value-unknown': {
    status: 422,
    sentence: 'The value “{value}” is not one that is known here.',
    action: 'Use one of: {known}.',
  },
  'edition.key-missing': {
    status: 422,
    sentence: 'The key “{key}” is missing.',
    action: 'Add it; docs/reference/edition-format.md says what it holds.',
  },
  'edition.key-unknown': {
    status: 422,
    sentence: 'The key “{key}” is not known here.',
    action: 'Check its spelling or take it out; docs/reference/edition-format.md lists the keys.',
  },
  'edition.wrong-type': {
    status: 422,
    sentence: 'The value here must be {wanted}, not {found}.',
    action: 'Give a value of that kind; ids and texts that look like numbers go in quotation marks.',
  },
} as const satisfies ProblemTable<'edition'>

declare module '../kernel/problem.ts' {
  interface ProblemTables {
    readonly frameworkRuleProblems: typeof frameworkRuleProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(frameworkRuleProblems)
