/** Which steps need a second person. */
import type { Problem } from '../../kernel/problem.ts'
import { checkKnown, checkUnique, namesAt } from '../checkNames.ts'
import { group, key, list, oneOf, type ValueOf } from '../shape.ts'
import { type RuleText, rule } from './rule.ts'

const step = oneOf(['check', 'sign', 'publish'])
export type SecondPersonStep = ValueOf<typeof step>

const earlierAct = oneOf(['answer', 'hand-in', 'check', 'propose'])
/** What bars a person from a later step. */
export type EarlierAct = ValueOf<typeof earlierAct>

export const secondPersonsShape = list(
  group({
    step: key(step, '`check` or `sign` a case, or `publish` the inspection; each at most once.'),
    otherThan: key(
      list(earlierAct, 1),
      'People who did one of these cannot take the step: `answer` (wrote anything that is in the case), `hand-in` (handed it in last) or, for `sign`, `check` (checked it last). For `publish`: `propose`.',
    ),
  }),
)
type WithSecondPersons = { readonly secondPersons: ValueOf<typeof secondPersonsShape> }

/** Second persons. */
export const secondPersonRules = [
  rule({ name: 'secondPersons', text: secondPersonsText, check: checkSecondPersons }),
]

/** What comes before each step. */
const actsBefore: Readonly<Record<SecondPersonStep, readonly EarlierAct[]>> = {
  check: ['answer', 'hand-in'],
  sign: ['answer', 'hand-in', 'check'],
  publish: ['propose'],
}

function checkSecondPersons({ secondPersons }: WithSecondPersons): readonly Problem[] {
  return [
    ...checkUnique(
      secondPersons.map((second, index) => ({ name: second.step, path: `secondPersons[${index}].step` })),
    ),
    ...secondPersons.flatMap((second, index) => {
      const names = namesAt(second.otherThan, `secondPersons[${index}].otherThan`)
      return [...checkUnique(names), ...checkKnown(names, actsBefore[second.step])]
    }),
  ]
}

const steps: Readonly<Record<SecondPersonStep, string>> = {
  check: 'A case is checked',
  sign: 'A case is signed',
  publish: 'An inspection is published',
}

const acts: Readonly<Record<EarlierAct, string>> = {
  answer: 'wrote in it',
  'hand-in': 'handed it in',
  check: 'checked it',
  propose: 'proposed its publication',
}

/** Returns what was done, in words that follow a subject: `wrote in it or handed it in`. */
export function actsText(done: readonly EarlierAct[], between: 'and' | 'or'): string {
  return done.map((act) => acts[act]).join(` ${between} `)
}

function secondPersonsText({ secondPersons }: WithSecondPersons): RuleText {
  return {
    title: 'Steps that need a second person',
    sentences: secondPersons.length === 0 ? ['No step needs a second person.'] : [],
    items: secondPersons.map(
      (second) =>
        `${steps[second.step]} by someone other than the person who ${actsText(second.otherThan, 'or')}.`,
    ),
  }
}
