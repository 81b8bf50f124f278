/** Inspected cases: the facts that are recorded, what is proposed as not applicable, and when an inspector is warned. */
import type { Problem } from '../../kernel/problem.ts'
import { checkIds, checkKnown, checkUnique, namesAt } from '../checkNames.ts'
import { problem } from '../problems.ts'
import {
  type GroupOf,
  group,
  id,
  ifAny,
  key,
  list,
  listIfAny,
  oneOf,
  text,
  type ValueOf,
  wholeNumber,
  yesOrNo,
} from '../shape.ts'
import type { KeyQuestionId, PromptId, WrittenDomain } from '../standards.ts'
import { checkAnswered } from './answerRules.ts'
import { type RuleText, rule, ruleText, shapeIsEnough } from './rule.ts'

/**
 * What a fact holds. `choice`: one of its values. `words`: any text. Code has a method for each of the others, and an
 * edition has each at most once: `gender`, `age` (whole years, or `not-known`), `ethnicity` (the harmonised categories)
 * and `disposal` are filled in from the case list until they are confirmed; `interview-time` is in the list of cases.
 */
const factForm = oneOf(['choice', 'words', 'gender', 'age', 'ethnicity', 'disposal', 'interview-time'])
export type FactForm = ValueOf<typeof factForm>

const caseFact = group({
  id: key(id(), 'Its id.'),
  form: key(
    factForm,
    '`choice`: one of its values. `words`: any text. `gender`, `age`, `ethnicity` and `disposal` are filled in from the case list until someone confirms them. `interview-time`, a day and time, is filled in from the timetable in the same way and shown in the list of cases. An edition has each of these five at most once.',
  ),
  title: key(text, 'The question as it is asked.'),
  hint: key(ifAny(text), 'A hint under the question.'),
  fromList: key(
    ifAny(oneOf(['rosh', 'safety-wellbeing'])),
    'The classification of the case list that fills the fact in until someone confirms it. Only for a choice whose values are the list’s classifications (`none` for `none-made`).',
  ),
  values: key(listIfAny(id()), 'Codes of `fieldwork.values`. Only for a choice.'),
  detailTitle: key(ifAny(text), 'What may be written next to the value. Leave out if nothing may be.'),
  needsDetailFor: key(ifAny(id()), 'The value that is incomplete without it.'),
  required: key(yesOrNo, 'Whether a case is incomplete without the fact.'),
})
export type CaseFact = ValueOf<typeof caseFact>

const notApplicable = group({
  fact: key(id(), 'A fact of a case.'),
  is: key(id(), 'The value of the fact that makes the questions pointless.'),
  reason: key(text, 'What is proposed as the reason: a whole sentence.'),
  questions: key(
    list(id<KeyQuestionId | PromptId>()),
    'The questions. A key question includes its prompts, if `na` may be answered to them. An inspector can always answer differently.',
  ),
})

/** The key of `questions` for these rules. */
export const notApplicableKeys = {
  notApplicableWhen: key(
    listIfAny(notApplicable),
    'What is proposed as not applicable because of the facts of a case.',
  ),
}
type NotApplicableRules = GroupOf<typeof notApplicableKeys>['notApplicableWhen']

export const fieldworkShape = group({
  pullApartAbovePercent: key(
    wholeNumber(0, 99),
    'The inspector is warned if more than this percentage of the prompts answered yes or no contradict the judgement on their key question.',
  ),
  values: key(
    list(group({ code: key(id(), 'Its code.'), title: key(text, 'The value as people read it.') })),
    'The values of facts.',
  ),
  factGroups: key(
    list(
      group({
        id: key(id(), 'Its id.'),
        title: key(text, 'The heading above the facts.'),
        facts: key(list(caseFact, 1), 'The facts of the group.'),
      }),
    ),
    'What is recorded, in the order of the form.',
  ),
})
export type FieldworkRules = ValueOf<typeof fieldworkShape>

type WithFieldwork = { readonly fieldwork: FieldworkRules }
type WithConditions = WithFieldwork & {
  readonly domains: readonly WrittenDomain[]
  readonly questions: { readonly notApplicableWhen: NotApplicableRules }
}

/** Inspected cases. */
export const caseRules = [
  rule({ name: 'caseFacts', text: factsText, check: checkFacts }),
  rule({ name: 'notApplicable', text: notApplicableText, check: checkNotApplicable }),
  rule({
    name: 'pullApart',
    text: ({ fieldwork: { pullApartAbovePercent } }: WithFieldwork) =>
      ruleText(
        'When a judgement does not match its prompts',
        `More than ${pullApartAbovePercent} per cent of the prompts answered yes or no contradict the judgement.`,
        'The inspector is warned and asked to explain the judgement in the note. The judgement can still be saved.',
      ),
    check: shapeIsEnough,
  }),
]

function factsText({ fieldwork }: WithFieldwork): RuleText {
  const titles = new Map(fieldwork.values.map(({ code, title }) => [code, title]))
  return {
    title: 'What is recorded of every case',
    sentences: [],
    items: fieldwork.factGroups.flatMap(({ title, facts }) =>
      facts.map((fact) => `${title}: ${factText(fact, titles)}`),
    ),
  }
}

function factText(
  { title, values, required, needsDetailFor, detailTitle }: CaseFact,
  titles: ReadonlyMap<string, string>,
): string {
  const valueTitle = (code: string) => titles.get(code) ?? code
  const notes = [
    ...(values.length > 0 ? [values.map(valueTitle).join(', ')] : []),
    ...(needsDetailFor !== null && detailTitle !== null
      ? [`with “${valueTitle(needsDetailFor)}”: ${detailTitle}`]
      : []),
    ...(required ? [] : ['optional']),
  ]
  return notes.length === 0 ? title : `${title} (${notes.join('; ')})`
}

type FactAt = { readonly fact: CaseFact; readonly path: string }

function checkFacts({ fieldwork: { values, factGroups } }: WithFieldwork): readonly Problem[] {
  const path = 'fieldwork.factGroups'
  const facts = factGroups.flatMap((group, at) =>
    group.facts.map((fact, index): FactAt => ({ fact, path: `${path}[${at}].facts[${index}]` })),
  )
  const codes = values.map(({ code }) => code)
  return [
    ...checkIds(codes.map((name, index) => ({ name, path: `fieldwork.values[${index}].code` }))),
    ...checkIds(factGroups.map((group, index) => ({ name: group.id, path: `${path}[${index}].id` }))),
    ...checkIds(facts.map(({ fact, path: at }) => ({ name: fact.id, path: `${at}.id` }))),
    ...checkUnique(
      facts.filter(isOnce).map(({ fact: { form }, path: at }) => ({ name: form, path: `${at}.form` })),
    ),
    ...facts.flatMap((fact) => checkFact(fact, codes)),
  ]
}

/** Whether an edition has the form at most once, because code has a method for it. */
function isOnce({ fact: { form } }: FactAt): boolean {
  return form !== 'choice' && form !== 'words'
}

function checkFact({ fact, path }: FactAt, codes: readonly string[]): readonly Problem[] {
  const { form, values, detailTitle, needsDetailFor } = fact
  const names = namesAt(values, `${path}.values`)
  const needs = needsDetailFor === null ? [] : [{ name: needsDetailFor, path: `${path}.needsDetailFor` }]
  return [
    ...checkKnown(names, codes),
    ...checkUnique(names),
    ...checkKnown(needs, values),
    ...(form === 'choice' && values.length === 0
      ? [problem('edition.list-empty', {}, { path: `${path}.values` })]
      : []),
    ...(form !== 'choice' && values.length > 0
      ? [problem('edition.values-without-choice', { fact: fact.id, form }, { path: `${path}.values` })]
      : []),
    ...(needsDetailFor !== null && detailTitle === null
      ? [problem('edition.detail-untitled', { fact: fact.id }, { path: `${path}.needsDetailFor` })]
      : []),
  ]
}

function notApplicableText(edition: { readonly notApplicableWhen: NotApplicableRules }): RuleText {
  const rules = edition.notApplicableWhen
  return {
    title: 'What is proposed as not applicable',
    sentences:
      rules.length === 0
        ? ['Nothing is.']
        : ['An inspector can always answer differently. A key question includes its prompts.'],
    items: rules.map(({ reason, questions }) => `${reason} ${questions.join(', ')}`),
  }
}

function checkNotApplicable({ fieldwork, domains, questions }: WithConditions): readonly Problem[] {
  const facts = fieldwork.factGroups.flatMap((group) => group.facts)
  const ids = facts.map((fact) => fact.id)
  return questions.notApplicableWhen.flatMap(({ fact, is, questions: names }, index) => {
    const path = `questions.notApplicableWhen[${index}]`
    const values = facts.find((candidate) => candidate.id === fact)?.values
    return [
      ...checkKnown([{ name: fact, path: `${path}.fact` }], ids),
      ...(values === undefined ? [] : checkKnown([{ name: is, path: `${path}.is` }], values)),
      ...checkAnswered(domains, namesAt(names, `${path}.questions`)),
    ]
  })
}
