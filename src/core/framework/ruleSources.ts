/** Where wording and rules come from: every rule has one entry, and a source unless nothing is published. */
import type { Problem } from '../kernel/problem.ts'
import { checkIds, checkKnown, checkUnique, namesAt } from './checkNames.ts'
import { problem } from './problems.ts'
import { type RuleName, ruleNames } from './rules/rules.ts'
import { group, id, ifAny, key, list, oneOf, text, type ValueOf } from './shape.ts'

export const sourceShape = group({
  id: key(id(), 'Its id, for `ruleSources`.'),
  title: key(text, 'Its title.'),
  place: key(text, 'Publication, and the part of it that was used.'),
})

const sureness = oneOf(['printed', 'worked-out', 'setting'])
/** How sure a rule is: printed in a source, worked out from printed figures, or a setting because nothing is published. */
export type Sureness = ValueOf<typeof sureness>

export const ruleSourceShape = group({
  rule: key(oneOf<RuleName>(ruleNames), 'The rule; every rule has one entry.'),
  sure: key(
    sureness,
    '`printed` in a source, `worked-out` from printed figures, or a `setting` because nothing is published.',
  ),
  sources: key(list(id()), 'Ids of `sources`; at least one unless it is a setting.'),
  note: key(ifAny(text), 'The working, or what is not certain.'),
})
export type RuleSource = ValueOf<typeof ruleSourceShape>

type Written = {
  readonly sources: readonly ValueOf<typeof sourceShape>[]
  readonly ruleSources: readonly RuleSource[]
}

/** Returns what is wrong with the sources of an edition and with what its rules say about them. */
export function checkRuleSources({ sources, ruleSources }: Written): readonly Problem[] {
  const ids = sources.map((source) => source.id)
  const ruled = ruleSources.map(({ rule }) => rule)
  const absent = ruleNames.filter((rule) => !ruled.includes(rule))
  return [
    ...checkIds(ids.map((name, index) => ({ name, path: `sources[${index}].id` }))),
    ...checkUnique(ruled.map((name, index) => ({ name, path: `ruleSources[${index}].rule` }))),
    ...absent.map((rule) => problem('edition.rule-without-source', { rule }, { path: 'ruleSources' })),
    ...ruleSources.flatMap((source, index) => {
      const path = `ruleSources[${index}].sources`
      const names = namesAt(source.sources, path)
      const isBare = source.sure !== 'setting' && names.length === 0
      return [
        ...checkKnown(names, ids),
        ...checkUnique(names),
        ...(isBare ? [problem('edition.source-absent', { rule: source.rule }, { path })] : []),
      ]
    }),
  ]
}
