/** The rules of the invented edition, as they are read and as they are refused. */
import { readFileSync } from 'node:fs'
import { readEdition } from '../../src/app/framework/editionFile.ts'
import type { RuleText } from '../../src/core/framework/rules/rule.ts'
import { type RuleName, rules } from '../../src/core/framework/rules/rules.ts'
import { inventedEdition, inventedEditionFile } from './inventedEdition.ts'

const written = readFileSync(inventedEditionFile, 'utf8')

/** The faults, as code and path, that the invented edition has once each `before` is replaced by `after`. */
export function faultsAfter(
  ...changes: readonly (readonly [before: string, after: string])[]
): readonly string[] {
  const spoiled = changes.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`the invented edition does not have ${before}`)
    return text.replace(before, after)
  }, written)
  const result = readEdition(new TextEncoder().encode(spoiled), 'invented-2030.yaml')
  return result.ok ? [] : result.problems.map(({ code, place }) => `${code} ${place.path}`)
}

/** The rule of the invented edition in plain English. */
export function ruleText(name: RuleName): RuleText {
  const [text] = rules.filter((rule) => rule.name === name).map((rule) => rule.text(inventedEdition()))
  if (text === undefined) throw new Error(`there is no rule ${name}`)
  return text
}
