/** From answers to percentages: what may be answered, what a percentage divides by, and how it is rounded. */
import type { Problem } from '../../kernel/problem.ts'
import { unreachable } from '../../kernel/unreachable.ts'
import {
  type Answer,
  answers,
  answersText,
  type Denominator,
  denominators,
  denominatorTitle,
} from '../answers.ts'
import { checkUnique, type NameAt, namesAt } from '../checkNames.ts'
import { problem } from '../problems.ts'
import { type GroupOf, group, id, ifAny, key, list, listIfAny, oneOf } from '../shape.ts'
import {
  promptId,
  type Standard,
  type WithDomains,
  type WrittenDomain,
  type WrittenStandard,
} from '../standards.ts'
import { type RuleText, rule, ruleText, shapeIsEnough } from './rule.ts'

const answersOfKind = list(oneOf(answers))
const denominatorOfKind = oneOf(denominators)

const ofKind = group({
  answers: key(
    answersOfKind,
    'Always with yes and no. Cases do not answer questions of standards that are judged from evidence.',
  ),
  denominator: key(
    denominatorOfKind,
    '`all-inspected-cases`: a case where the question does not apply is in the base. `applicable-cases`: it is not.',
  ),
})

/** The keys of `questions` for these rules. */
export const questionKeys = {
  keyQuestions: key(ofKind, 'What applies to key questions.'),
  prompts: key(ofKind, 'What applies to prompts.'),
  exceptions: key(
    listIfAny(
      group({
        question: key(id(), 'The id of a key question, or the full id of a prompt.'),
        answers: key(ifAny(answersOfKind), 'Its own answers.'),
        denominator: key(ifAny(denominatorOfKind), 'Its own denominator.'),
      }),
    ),
    'The questions that differ from the others of their kind.',
  ),
}
export type QuestionRules = GroupOf<typeof questionKeys>

/** The keys of `rules` for these rules. */
export const roundingKeys = {
  rounding: key(
    oneOf(['half-up']),
    'The method that makes a whole per cent of a share, before the bands are applied and before it is printed.',
  ),
}
type WithRounding = { readonly rules: GroupOf<typeof roundingKeys> }

type Written = { readonly domains: readonly WrittenDomain[]; readonly questions: QuestionRules }

export const answerRules = [
  rule({
    name: 'answers',
    text: (edition: WithDomains) =>
      questionText('Answers', edition, (question) => answersText(question.answers)),
    check: checkAnswers,
  }),
  rule({
    name: 'denominators',
    text: (edition: WithDomains) =>
      questionText('What a percentage divides by', edition, ({ denominator }) =>
        denominatorTitle(denominator),
      ),
    check: shapeIsEnough,
  }),
  rule({ name: 'rounding', text: roundingText, check: shapeIsEnough }),
]

type AnsweredQuestion = {
  readonly id: string
  readonly answers: readonly Answer[]
  readonly denominator: Denominator
}

/** What applies to most questions of each kind, then each question that differs. */
function questionText(
  title: string,
  { domains }: WithDomains,
  textOf: (question: AnsweredQuestion) => string,
): RuleText {
  const keyQuestions = domains
    .flatMap(({ standards }) => standards)
    .filter(({ judgedFrom }: Standard) => judgedFrom === 'cases')
    .flatMap((standard) => standard.keyQuestions)
  const prompts = keyQuestions.flatMap((question) => question.prompts)
  return {
    title,
    sentences: [],
    items: [...kindItems('Key questions', keyQuestions, textOf), ...kindItems('Prompts', prompts, textOf)],
  }
}

function kindItems(
  kind: string,
  questions: readonly AnsweredQuestion[],
  textOf: (question: AnsweredQuestion) => string,
): readonly string[] {
  const usual = mostFrequent(questions.map(textOf))
  if (usual === undefined) return []
  const others = questions.filter((question) => textOf(question) !== usual)
  return [`${kind}: ${usual}`, ...others.map((question) => `${question.id}: ${textOf(question)}`)]
}

/** The most frequent text; if two are as frequent, the first. */
function mostFrequent(texts: readonly string[]): string | undefined {
  const count = (text: string) => texts.filter((other) => other === text).length
  return [...new Set(texts)].toSorted((a, b) => count(b) - count(a))[0]
}

function roundingText({ rules }: WithRounding): RuleText {
  switch (rules.rounding) {
    case 'half-up':
      return ruleText(
        'Rounding',
        'A percentage is rounded to a whole per cent, with halves rounded up, before the bands are applied.',
      )
    default:
      return unreachable(rules.rounding)
  }
}

/** The answers of each kind of question include yes and no; each exception is a question that cases answer. */
function checkAnswers({ domains, questions }: Written): readonly Problem[] {
  const { keyQuestions, prompts, exceptions } = questions
  const lists = [
    { list: keyQuestions.answers, path: 'questions.keyQuestions.answers' },
    { list: prompts.answers, path: 'questions.prompts.answers' },
    ...exceptions.flatMap((exception, index) =>
      exception.answers === null
        ? []
        : [{ list: exception.answers, path: `questions.exceptions[${index}].answers` }],
    ),
  ]
  const names = exceptions.map(({ question }, index) => ({
    name: question,
    path: `questions.exceptions[${index}].question`,
  }))
  return [
    ...lists.flatMap(({ list: names, path }) => checkUnique(namesAt(names, path))),
    ...lists
      .filter(({ list: names }) => !names.includes('yes') || !names.includes('no'))
      .map(({ path }) => problem('edition.answers-incomplete', {}, { path })),
    ...checkUnique(names),
    ...checkAnswered(domains, names),
  ]
}

/** Returns one problem for each name that is not a question that cases answer. */
export function checkAnswered(
  domains: readonly WrittenDomain[],
  names: readonly NameAt[],
): readonly Problem[] {
  const standards = domains.flatMap((domain) => domain.standards)
  const fromCases = questionIds(standards.filter(({ judgedFrom }) => judgedFrom === 'cases'))
  const fromEvidence = questionIds(standards.filter(({ judgedFrom }) => judgedFrom === 'evidence'))
  return names.flatMap(({ name, path }) => {
    if (fromCases.includes(name)) return []
    return fromEvidence.includes(name)
      ? [problem('edition.exception-on-evidence', { question: name }, { path })]
      : [problem('edition.question-unknown', { question: name }, { path })]
  })
}

function questionIds(standards: readonly WrittenStandard[]): readonly string[] {
  return standards
    .flatMap(({ keyQuestions }) => keyQuestions)
    .flatMap(({ id: question, prompts }) => [
      question,
      ...prompts.map(({ letter }) => promptId(question, letter)),
    ])
}
