/**
 * An edition of the standards: everything that differs between editions, as data. No other code knows a year, a
 * threshold or a standard's number.
 */
import type { Brand } from '../kernel/brand.ts'
import type { Problem } from '../kernel/problem.ts'
import { checkForm, checkUnique } from './checkNames.ts'
import { checkDisposals } from './disposals.ts'
import { problem } from './problems.ts'
import { checkRuleSources, ruleSourceShape, sourceShape } from './ruleSources.ts'
import { questionKeys, roundingKeys } from './rules/answerRules.ts'
import { bandKeys } from './rules/bandRules.ts'
import { fieldworkShape, notApplicableKeys } from './rules/caseRules.ts'
import { ruleGroups } from './rules/rules.ts'
import { sampleShape } from './rules/sampleRules.ts'
import { scoreKeys } from './rules/scoreRules.ts'
import { secondPersonsShape } from './rules/secondPersonRules.ts'
import { scaleShape } from './scale.ts'
import { group, id, key, list, text, type ValueOf } from './shape.ts'
import { checkStandards, type Domain, domainShape, strandShape } from './standards.ts'

export type EditionId = Brand<string, 'EditionId'>

const wordingShape = group({
  holder: key(text, 'Who holds the rights.'),
  licence: key(text, 'The licence.'),
  url: key(text, 'Where the licence is; begins with https.'),
})

const questionsShape = group({ ...questionKeys, ...notApplicableKeys })
const rulesShape = group({ ...roundingKeys, ...bandKeys, ...scoreKeys })

export const editionShape = group({
  id: key(
    id<EditionId>(),
    'The name of the file without `.yaml`: letters, digits, dots, hyphens and underscores. It is in addresses and stored with all data.',
  ),
  title: key(text, 'What people call the edition.'),
  inForceFrom: key(id(), '`"2021-07"`, or `"2018"` if only the year is known.'),
  wording: key(wordingShape, 'Whose wording it is.'),
  sources: key(list(sourceShape), 'Where wording and rules come from.'),
  scale: key(scaleShape, 'The ratings, lowest first.'),
  strands: key(list(strandShape), 'What key questions are about.'),
  domains: key(list(domainShape, 1), 'Domains with their standards, key questions and prompts.'),
  questions: key(questionsShape, 'What may be answered, and what a percentage divides by.'),
  fieldwork: key(fieldworkShape, 'What is recorded of every inspected case, other than its questions.'),
  rules: key(rulesShape, 'How ratings follow from answers.'),
  sample: key(sampleShape, 'Which cases are eligible, and how many are drawn.'),
  secondPersons: key(
    secondPersonsShape,
    'The steps that someone cannot take who did what came before. With an empty list, everyone with the permission for a step can take it.',
  ),
  ruleSources: key(list(ruleSourceShape), 'Where each rule comes from.'),
  notPublished: key(
    list(
      group({
        what: key(text, 'What the published material does not say.'),
        consequence: key(text, 'What the product does about it.'),
      }),
    ),
    'What is not published.',
  ),
})

/** An edition as it is written in its file: of the right shape, but not yet checked. */
export type WrittenEdition = ValueOf<typeof editionShape>

export type RatingRules = WrittenEdition['rules']

/** An edition as it is used: checked, and each question with its own answers and denominator. */
export type Edition = Omit<WrittenEdition, 'domains' | 'questions'> & {
  readonly domains: readonly Domain[]
  /** The questions that a fact of a case makes pointless; a key question includes its prompts. */
  readonly notApplicableWhen: WrittenEdition['questions']['notApplicableWhen']
}

/** Returns what is wrong with an edition of the right shape, each problem with its path in the file. */
export function checkEdition(written: WrittenEdition): readonly Problem[] {
  return [
    ...checkForm([{ name: written.id, path: 'id' }]),
    ...checkDate(written.inForceFrom),
    ...checkAddress(written.wording.url),
    ...checkRuleSources(written),
    ...checkStandards(written),
    ...ruleGroups.flatMap(({ rules }) => rules.flatMap(({ check }) => check(written))),
    ...checkDisposals(written),
    ...checkUnique(
      written.notPublished.map(({ what }, index) => ({ name: what, path: `notPublished[${index}].what` })),
    ),
  ]
}

function checkDate(inForceFrom: string): readonly Problem[] {
  if (/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(inForceFrom)) return []
  return [problem('edition.date-form', { value: inForceFrom }, { path: 'inForceFrom' })]
}

function checkAddress(url: string): readonly Problem[] {
  if (/^https:\/\/[^\s"<>]+$/.test(url)) return []
  return [problem('edition.address-form', { value: url }, { path: 'wording.url' })]
}
