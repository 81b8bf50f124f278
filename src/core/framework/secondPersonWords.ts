/** Which steps need a second person, in words. */
import type { Edition } from './edition.ts'
import type { RuleWords } from './ruleWords.ts'
import type { EarlierAct, SecondPersonStep } from './secondPersonRules.ts'

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

/** `wrote in it or handed it in`: what bars from a step, in words that follow a subject. */
export function actWords(done: readonly EarlierAct[], between: 'and' | 'or'): string {
  return done.map((act) => acts[act]).join(` ${between} `)
}

export function secondPersonsRule({ secondPersons }: Edition): RuleWords {
  return {
    title: 'Steps that need a second person',
    sentences: secondPersons.length === 0 ? ['None does.'] : [],
    items: secondPersons.map(
      ({ step, otherThan }) => `${steps[step]} by somebody else than whoever ${actWords(otherThan, 'or')}.`,
    ),
  }
}
