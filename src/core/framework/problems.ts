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
    sentence: 'You cannot use the number {value} here.',
    action: 'Enter {wanted}.',
  },
  'edition.id-form': {
    status: 422,
    sentence: 'You cannot use “{id}” as an id.',
    action:
      'Use up to 64 letters, digits, dots, hyphens and underscores, beginning and ending with a letter or digit.',
  },
  'edition.letter-form': {
    status: 422,
    sentence: 'You cannot use “{letter}” as the letter of a prompt.',
    action: 'Use one lower-case letter from a to z.',
  },
  'edition.guidance-too-long': {
    status: 422,
    sentence: 'The guidance of {id} is longer than {limit} characters.',
    action: 'Shorten it to what is needed next to the question, and name the document that says more.',
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
    action: 'Enter an address that begins with https.',
  },
  'edition.name-twice': {
    status: 422,
    sentence: '“{name}” is used twice. The first is at {first}.',
    action: 'Remove one of the two, or change its name.',
  },
  'edition.values-without-choice': {
    status: 422,
    sentence: 'The fact “{fact}” has values, but its form is {form}.',
    action: 'Remove the values, or change the form to choice.',
  },
  'edition.detail-untitled': {
    status: 422,
    sentence: 'The fact “{fact}” needs an explanation of a value, but has no detailTitle to ask for it.',
    action: 'Add a detailTitle, or remove needsDetailFor.',
  },
  'edition.name-unknown': {
    status: 422,
    sentence: 'This edition has no “{name}”.',
    action: 'Use one of: {known}.',
  },
  'edition.not-under-standard': {
    status: 422,
    sentence: 'The id “{id}” does not begin with the id of its standard, {standard}.',
    action: 'Use an id that begins with {standard} and a dot, or move it to its own standard.',
  },
  'edition.cases-absent': {
    status: 422,
    sentence: 'Standard {standard} is judged from cases, but no cases are inspected in its domain.',
    action: 'Add the kind of cases to the domain as “cases”, or judge the standard from evidence.',
  },
  'edition.answers-incomplete': {
    status: 422,
    sentence: 'A question cannot be counted without the answers yes and no.',
    action: 'Add “yes” and “no”, and “na” if the question may not be applicable.',
  },
  'edition.exception-on-evidence': {
    status: 422,
    sentence:
      'Question {question} belongs to a standard that is judged from evidence, so cases do not answer it.',
    action: 'Remove the exception, or judge the standard from cases.',
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
    sentence: '“{rating}” is worth no more points than “{before}”, which is below it.',
    action: 'List the ratings from the lowest to the highest, each with more points than the one before.',
  },
  'edition.range-backwards': {
    status: 422,
    sentence: 'The range ends at {to}, before it begins at {from}.',
    action: 'Swap the two numbers, or correct the wrong one.',
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
    sentence: 'No range has the rating “{rating}”.',
    action: 'Add a range for it, or remove the rating from the scale.',
  },
  'edition.rating-out-of-order': {
    status: 422,
    sentence: '“{rating}” comes after a rating that is above it on the scale.',
    action: 'List the ranges from the lowest rating to the highest.',
  },
  'edition.maximum-unreachable': {
    status: 422,
    sentence: 'No inspection can have a maximum of {maximum} points.',
    action: 'Enter the maximum for a number of scored standards. With all of them it is {full}.',
  },
  'edition.maximum-absent': {
    status: 422,
    sentence:
      'There are no overall bands for the maximum of {maximum} points, which is the maximum of all scored standards.',
    action: 'Add a table for it, or leave the list empty if there is no overall rating.',
  },
  'edition.standard-without-part': {
    status: 422,
    sentence: 'Standard {standard} is neither scored nor rated separately.',
    action: 'Add it to “scoredStandards”, or name it as “resettlement”.',
  },
  'edition.standard-in-both': {
    status: 422,
    sentence: 'Standard {standard} is both scored and rated separately.',
    action: 'Remove it from “scoredStandards”, or set “resettlement” to null.',
  },
  'edition.window-empty': {
    status: 422,
    sentence:
      'The window ends {latest} before fieldwork and begins {earliest} before it, so it contains no days.',
    action: 'Swap the two numbers: “earliest” is the larger number.',
  },
  'edition.shares-sum': {
    status: 422,
    sentence: 'The shares of the sample add up to {sum} per cent.',
    action: 'Correct them so that they add up to 100, or leave the list empty.',
  },
  'edition.deviate-differs': {
    status: 422,
    sentence: 'The deviate {z} belongs to a confidence of {given} per cent, not of {confidence}.',
    action: 'Enter the two-sided deviate of the confidence. For 80 per cent it is 1.2815515655.',
  },
  'edition.rule-without-source': {
    status: 422,
    sentence: 'The rule “{rule}” has no entry in “ruleSources”.',
    action: 'Add it to “ruleSources”. If nothing is published, it is a “setting”.',
  },
  'edition.source-absent': {
    status: 422,
    sentence: 'The rule “{rule}” has no source.',
    action: 'Add a source. If nothing is published, call the rule a “setting”.',
  },
  'edition.text-empty': {
    status: 422,
    sentence: 'The text is empty.',
    action: 'Enter the text, or remove the key if it is optional.',
  },
  'edition.value-unknown': {
    status: 422,
    sentence: 'You cannot use the value “{value}” here.',
    action: 'Use one of: {known}.',
  },
  'edition.key-missing': {
    status: 422,
    sentence: 'The key “{key}” is missing.',
    action: 'Add it. docs/reference/edition-format.md explains what it is.',
  },
  'edition.key-unknown': {
    status: 422,
    sentence: 'You cannot use the key “{key}” here.',
    action: 'Check its spelling or remove it. docs/reference/edition-format.md lists the keys.',
  },
  'edition.wrong-type': {
    status: 422,
    sentence: 'The value here must be {wanted}, not {found}.',
    action: 'Enter a value of that kind. Put ids and texts that look like numbers in quotation marks.',
  },
} as const satisfies ProblemTable<'edition'>

declare module '../kernel/problem.ts' {
  interface ProblemTables {
    readonly frameworkRuleProblems: typeof frameworkRuleProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(frameworkRuleProblems)
