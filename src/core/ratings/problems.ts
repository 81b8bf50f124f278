import { type ProblemTable, problemsOf } from '../kernel/problem.ts'

/** Ratings: what its rules refuse. */
export const ratingsRuleProblems = {
  'answers.domain-not-found': {
    status: 422,
    sentence: 'Edition {edition} has no cases of the domain “{domain}”.',
    action: 'Use one of: {known}.',
  },
  'answers.question-not-found': {
    status: 422,
    sentence: 'Edition {edition} has no question “{question}”.',
    action: 'Check the id of the question, and that this is the right edition.',
  },
  'answers.question-judged-from-evidence': {
    status: 422,
    sentence:
      'Question {question} belongs to standard {standard}, which is judged from evidence and not from cases.',
    action: 'Remove the row, and add the rating of the standard to the judgements.',
  },
  'answers.question-of-another-domain': {
    status: 422,
    sentence: 'Question {question} does not belong to cases of the domain “{domain}”.',
    action: 'Correct the question, or the domain of the case.',
  },
  'answers.answer-not-allowed': {
    status: 422,
    sentence: '“{answer}” is not an answer to question {question}.',
    action: 'Use one of: {allowed}.',
  },
  'answers.case-in-two-domains': {
    status: 422,
    sentence: 'Case {case} is in the domain “{domain}” here and in “{first}” in an earlier row.',
    action: 'Give the case one domain. If a child is inspected under both, use two cases with different ids.',
  },
  'answers.case-written-twice': {
    status: 422,
    sentence: 'Case “{case}” is also written as “{first}” in row {row}, which looks the same.',
    action:
      'Write the case in the same way in every row. The two differ in spaces or in characters that cannot be seen.',
  },
  'answers.case-unusable': {
    status: 422,
    sentence: '“{case}” cannot be the id of a case.',
    action: 'Use letters and figures. A spreadsheet program would run an id that begins with =, +, - or @.',
  },
  'answers.case-lost-figures': {
    status: 422,
    sentence: 'The case id “{case}” has lost figures in a spreadsheet program.',
    action: 'Format the column as text, enter the ids again and save the file.',
  },
  'answers.answered-twice': {
    status: 422,
    sentence: 'Case {case} answers question {question} twice. The first answer is {first}.',
    action: 'Remove one of the two answers.',
  },
  'ratings.standard-not-found': {
    status: 422,
    sentence: 'Edition {edition} has no standard “{standard}”.',
    action: 'Check the number of the standard, and that this is the right edition.',
  },
  'ratings.domain-not-found': {
    status: 422,
    sentence: 'Edition {edition} has no domain “{domain}”.',
    action: 'Use one of: {known}.',
  },
  'ratings.key-question-not-found': {
    status: 422,
    sentence: 'Standard {standard} has no key question “{keyQuestion}”.',
    action: 'Use one of: {known}.',
  },
  'ratings.rating-not-found': {
    status: 422,
    sentence: 'Edition {edition} has no rating “{rating}”.',
    action: 'Use one of: {known}.',
  },
  'ratings.standard-twice': {
    status: 422,
    sentence: 'Standard {standard} is in the file twice.',
    action: 'Remove one of the two.',
  },
  'ratings.key-question-twice': {
    status: 422,
    sentence: 'Key question {keyQuestion} is in the file twice.',
    action: 'Remove one of the two figures.',
  },
  'ratings.figure-missing': {
    status: 422,
    sentence: 'Key question {keyQuestion} has no figure.',
    action: 'Add “percentYes”, or both “yes” and “of”.',
  },
  'ratings.percent-not-whole': {
    status: 422,
    sentence: '{value} is not a whole percentage from 0 to 100.',
    action: 'Enter the published whole percentage, or the counts as “yes” and “of”.',
  },
  'ratings.count-not-whole': {
    status: 422,
    sentence: '{value} is not a number of cases.',
    action: 'Enter a whole number that is 0 or more.',
  },
  'ratings.base-zero': {
    status: 422,
    sentence: 'Key question {keyQuestion} has a base of no cases.',
    action: 'Remove the key question, or declare its standard unrated with the reason.',
  },
  'ratings.yes-above-of': {
    status: 422,
    sentence: 'The yes answers to key question {keyQuestion} ({yes}) are more than its cases ({of}).',
    action: 'Correct the counts. “yes” cannot be more than “of”.',
  },
  'ratings.figures-on-evidence-standard': {
    status: 422,
    sentence: 'Standard {standard} is judged from evidence and has no figures.',
    action: 'Remove the key questions and enter the rating of the standard.',
  },
  'ratings.judgement-on-case-standard': {
    status: 422,
    sentence: 'Standard {standard} is rated from the figures of its key questions. A rating is not enough.',
    action:
      'Add its key questions. To rate it differently from them, add a professional judgement with its reason.',
  },
  'ratings.rating-missing': {
    status: 422,
    sentence: 'Standard {standard} has neither a rating nor figures.',
    action: 'Add one of them, declare the standard unrated with the reason, or remove it.',
  },
  'ratings.judged-and-unrated': {
    status: 422,
    sentence: 'Standard {standard} is both judged and declared unrated.',
    action: 'Remove one of the two.',
  },
  'ratings.unrated-without-reason': {
    status: 422,
    sentence: '{subject} is declared unrated without a reason.',
    action: 'Enter the reason. It is printed with the ratings.',
  },
  'ratings.unrated-not-allowed': {
    status: 422,
    sentence: 'Standard {standard} cannot be declared unrated in edition {edition}.',
    action: 'Rate it. You can declare these standards unrated: {known}.',
  },
  'ratings.unrated-twice': {
    status: 422,
    sentence: 'Standard {standard} is declared unrated twice.',
    action: 'Remove one of the two.',
  },
  'ratings.unrated-subject': {
    status: 422,
    sentence: 'Name either a standard or a domain to declare unrated.',
    action: 'Use one of “standard” and “domain”.',
  },
  'ratings.professional-judgement-without-reason': {
    status: 422,
    sentence: 'The professional judgement on standard {standard} has no reason.',
    action: 'Enter the reason. It is printed with the rating.',
  },
  'ratings.professional-judgement-on-evidence-standard': {
    status: 422,
    sentence:
      'Standard {standard} is judged from evidence, so there are no figures for a professional judgement to differ from.',
    action: 'Enter the rating as the judgement on the standard.',
  },
  'ratings.professional-judgement-without-figures': {
    status: 422,
    sentence:
      'The figures of standard {standard} are not complete, so a professional judgement cannot be made on it.',
    action: 'Enter the figures of all its key questions first.',
  },
  'ratings.professional-judgement-direction': {
    status: 422,
    sentence:
      'Edition {edition} does not let a professional judgement move the rating of standard {standard} {direction}.',
    action: 'Use the rating that the figures give, {calculated}.',
  },
  'ratings.professional-judgement-steps': {
    status: 422,
    sentence:
      'The professional judgement moves the rating of standard {standard} too far. It moves by {steps}, and edition {edition} allows {allowed}.',
    action: 'Choose a rating closer to the one that the figures give, {calculated}.',
  },
  'ratings.professional-judgement-distance': {
    status: 422,
    sentence:
      'Standard {standard} is too far from the next band for a professional judgement. Its distance in points is {points}, and edition {edition} allows {allowed}.',
    action: 'Use the rating that the figures give, {calculated}.',
  },
} as const satisfies ProblemTable<'answers' | 'ratings'>

declare module '../kernel/problem.ts' {
  interface ProblemTables {
    readonly ratingsRuleProblems: typeof ratingsRuleProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(ratingsRuleProblems)
