import { type ProblemTable, problemsOf } from '../kernel/problem.ts'

/** Ratings: what its rules refuse. */
export const ratingsRuleProblems = {
  'answers.domain-not-found': {
    status: 422,
    sentence: 'Edition {edition} inspects no cases of the domain “{domain}”.',
    action: 'Use one of: {known}.',
  },
  'answers.question-not-found': {
    status: 422,
    sentence: 'Edition {edition} has no question “{question}”.',
    action: 'Check the question against the edition, and that the edition is the right one.',
  },
  'answers.question-judged-from-evidence': {
    status: 422,
    sentence:
      'Question {question} is of standard {standard}, which is judged from evidence and not from cases.',
    action: 'Take the row out and give the rating of the standard with the judgements.',
  },
  'answers.question-of-another-domain': {
    status: 422,
    sentence: 'Question {question} is not asked of cases of the domain “{domain}”.',
    action: 'Correct the question or the domain of the case.',
  },
  'answers.answer-not-allowed': {
    status: 422,
    sentence: 'The answer “{answer}” is not allowed to question {question}.',
    action: 'Use one of: {allowed}.',
  },
  'answers.case-in-two-domains': {
    status: 422,
    sentence: 'Case {case} is in the domain “{domain}” here and in “{first}” in an earlier row.',
    action: 'Give the case one domain; a child inspected under both has two cases with two ids.',
  },
  'answers.case-written-twice': {
    status: 422,
    sentence: 'Case “{case}” is also written as “{first}” in row {row}, which looks the same.',
    action:
      'Write the case in one way in every row. The two differ in spaces or in characters that cannot be seen.',
  },
  'answers.case-unusable': {
    status: 422,
    sentence: '“{case}” cannot name a case.',
    action:
      'Use letters and figures. A name that begins with =, +, - or @ would be run by a spreadsheet program.',
  },
  'answers.case-lost-figures': {
    status: 422,
    sentence: 'The case name “{case}” has lost figures in a spreadsheet program.',
    action: 'Format the column as text, enter the names again and save the file.',
  },
  'answers.answered-twice': {
    status: 422,
    sentence: 'Case {case} answers question {question} twice; the first answer is {first}.',
    action: 'Keep one of the two answers.',
  },
  'ratings.standard-not-found': {
    status: 422,
    sentence: 'Edition {edition} has no standard “{standard}”.',
    action: 'Check the number of the standard and that the edition is the right one.',
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
    sentence: 'Standard {standard} is given twice.',
    action: 'Keep one of the two.',
  },
  'ratings.key-question-twice': {
    status: 422,
    sentence: 'Key question {keyQuestion} is given twice.',
    action: 'Keep one of the two figures.',
  },
  'ratings.figure-missing': {
    status: 422,
    sentence: 'Key question {keyQuestion} has no figure.',
    action: 'Give “percentYes”, or “yes” together with “of”.',
  },
  'ratings.percent-not-whole': {
    status: 422,
    sentence: '{value} is not a whole per cent from 0 to 100.',
    action: 'Give the printed whole per cent, or the counts as “yes” and “of”.',
  },
  'ratings.count-not-whole': {
    status: 422,
    sentence: '{value} is not a number of cases.',
    action: 'Give a whole number that is not below zero.',
  },
  'ratings.base-zero': {
    status: 422,
    sentence: 'Key question {keyQuestion} has a base of no cases.',
    action: 'Leave the key question out, or declare its standard unrated with the reason.',
  },
  'ratings.yes-above-of': {
    status: 422,
    sentence: 'Key question {keyQuestion} has {yes} yes answers of {of} cases.',
    action: 'Correct the counts: “yes” cannot be above “of”.',
  },
  'ratings.figures-on-evidence-standard': {
    status: 422,
    sentence: 'Standard {standard} is judged from evidence and takes no figures.',
    action: 'Take the key questions out and give the rating of the standard.',
  },
  'ratings.judgement-on-case-standard': {
    status: 422,
    sentence: 'Standard {standard} is rated from the figures of its key questions, not by a rating alone.',
    action:
      'Give its key questions; to rate it apart from them, give a professional judgement with its reason.',
  },
  'ratings.rating-missing': {
    status: 422,
    sentence: 'Standard {standard} has neither a rating nor figures.',
    action: 'Give it one, declare it unrated with the reason, or leave it out.',
  },
  'ratings.judged-and-unrated': {
    status: 422,
    sentence: 'Standard {standard} is both judged and declared unrated.',
    action: 'Keep one of the two.',
  },
  'ratings.unrated-without-reason': {
    status: 422,
    sentence: '{subject} is declared unrated without a reason.',
    action: 'Give the reason; it is printed with the ratings.',
  },
  'ratings.unrated-not-allowed': {
    status: 422,
    sentence: 'Edition {edition} does not let standard {standard} be left unrated.',
    action: 'Rate it; the standards that may be left unrated are {known}.',
  },
  'ratings.unrated-twice': {
    status: 422,
    sentence: 'Standard {standard} is declared unrated twice.',
    action: 'Keep one of the two.',
  },
  'ratings.unrated-subject': {
    status: 422,
    sentence: 'A declaration as unrated names either a standard or a domain.',
    action: 'Give one of “standard” and “domain”.',
  },
  'ratings.professional-judgement-without-reason': {
    status: 422,
    sentence: 'The professional judgement on standard {standard} has no reason.',
    action: 'Give the reason; it is printed with the rating.',
  },
  'ratings.professional-judgement-on-evidence-standard': {
    status: 422,
    sentence: 'Standard {standard} is judged from evidence, so it has no figures to set a rating apart from.',
    action: 'Give the rating as the judgement on the standard.',
  },
  'ratings.professional-judgement-without-figures': {
    status: 422,
    sentence: 'The figures of standard {standard} are not complete, so no rating can be set apart from them.',
    action: 'Give the figures of all its key questions first.',
  },
  'ratings.professional-judgement-direction': {
    status: 422,
    sentence: 'Edition {edition} does not let a professional judgement move standard {standard} {direction}.',
    action: 'Keep the rating that the figures give, {calculated}.',
  },
  'ratings.professional-judgement-steps': {
    status: 422,
    sentence:
      'The professional judgement moves standard {standard} by {steps} ratings; edition {edition} allows {allowed}.',
    action: 'Choose a rating nearer to the one that the figures give, {calculated}.',
  },
  'ratings.professional-judgement-distance': {
    status: 422,
    sentence:
      'Standard {standard} stands {points} points from the next band; edition {edition} allows a professional judgement within {allowed}.',
    action: 'Keep the rating that the figures give, {calculated}.',
  },
} as const satisfies ProblemTable<'answers' | 'ratings'>

declare module '../kernel/problem.ts' {
  interface ProblemTables {
    readonly ratingsRuleProblems: typeof ratingsRuleProblems
  }
}

/** Returns a problem of the table, its blanks filled. */
export const problem = problemsOf(ratingsRuleProblems)
