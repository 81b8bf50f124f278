/** Every rule says where it comes from. */
import type { Problem } from '../kernel/problem.ts'
import { checkForm, checkIds, checkKnown, checkUnique, namesAt } from './checkNames.ts'
import { ruleNames } from './edition.ts'
import { problem } from './problems.ts'
import type { WrittenEdition } from './writtenEdition.ts'

export function checkSources(written: WrittenEdition): readonly Problem[] {
  const { sources, ruleSources, notPublished } = written
  const ids = sources.map(({ id }) => id)
  const given = ruleSources.map(({ rule }) => rule)
  const absent = ruleNames.filter((rule) => !given.includes(rule))
  return [
    ...checkForm([{ name: written.id, path: 'id' }]),
    ...checkDate(written.inForceFrom),
    ...checkAddress(written.wording.url),
    ...checkIds(sources.map(({ id }, index) => ({ name: id, path: `sources[${index}].id` }))),
    ...checkUnique(given.map((name, index) => ({ name, path: `ruleSources[${index}].rule` }))),
    ...absent.map((rule) => problem('edition.rule-without-source', { rule }, { path: 'ruleSources' })),
    ...ruleSources.flatMap((rule, index) => {
      const path = `ruleSources[${index}].sources`
      const named = namesAt(rule.sources, path)
      const isBare = rule.sure !== 'setting' && named.length === 0
      return [
        ...checkKnown(named, ids),
        ...checkUnique(named),
        ...(isBare ? [problem('edition.source-absent', { rule: rule.rule }, { path })] : []),
      ]
    }),
    ...checkUnique(
      notPublished.map(({ what }, index) => ({ name: what, path: `notPublished[${index}].what` })),
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
