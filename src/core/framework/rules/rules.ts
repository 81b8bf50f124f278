/** All rules of an edition, in the order in which people read them. */
import { answerRules } from './answerRules.ts'
import { bandRules } from './bandRules.ts'
import { caseRules } from './caseRules.ts'
import { sampleRules } from './sampleRules.ts'
import { scoreRules } from './scoreRules.ts'
import { secondPersonRules } from './secondPersonRules.ts'

/** The rules by what they are about. A rule that is not here is not read, checked or shown. */
export const ruleGroups = [
  { title: 'From answers to percentages', rules: answerRules },
  { title: 'From percentages to ratings', rules: [...bandRules, ...scoreRules] },
  { title: 'Eligible cases and the sample', rules: sampleRules },
  { title: 'Inspected cases', rules: caseRules },
  { title: 'Second persons', rules: secondPersonRules },
] as const

/** Every rule, in the order of the groups. */
export const rules = ruleGroups.flatMap((group) => [...group.rules])

/** The name of a rule in `ruleSources` of an edition file. */
export type RuleName = (typeof rules)[number]['name']

export const ruleNames: readonly RuleName[] = rules.map(({ name }) => name)
