/** What every rule of an edition has, next to its shape. */
import type { Problem } from '../../kernel/problem.ts'

/** A rule as people read it: whole sentences, and a list if there is one. */
export type RuleText = {
  readonly title: string
  readonly sentences: readonly string[]
  readonly items: readonly string[]
}

/** A rule of an edition. `Edition` and `Written` are the parts of an edition that it needs. */
export type Rule<Name extends string, Edition, Written> = {
  /** Its name in `ruleSources` of an edition file, which says where it comes from. */
  readonly name: Name
  /** Returns the rule of an edition in plain English. */
  readonly text: (edition: Edition) => RuleText
  /** Returns what is wrong with the rule as it is written, other than its shape. */
  readonly check: (written: Written) => readonly Problem[]
}

/** Returns a rule with its name as a type, so that no other name compiles. */
export function rule<const Name extends string, Edition, Written>(
  definition: Rule<Name, Edition, Written>,
): Rule<Name, Edition, Written> {
  return definition
}

/** Returns no problems: the check of a rule that is right if its shape is. */
export function shapeIsEnough(): readonly Problem[] {
  return []
}

/** Returns the text of a rule that has no list. */
export function ruleText(title: string, ...sentences: readonly string[]): RuleText {
  return { title, sentences, items: [] }
}
