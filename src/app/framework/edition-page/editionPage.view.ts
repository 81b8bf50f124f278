import type { Edition } from '../../../core/framework/edition.ts'
import type { RuleText } from '../../../core/framework/rules/rule.ts'
import { type RuleName, ruleGroups } from '../../../core/framework/rules/rules.ts'
import type { Domain } from '../../../core/framework/standards.ts'
import { dateText } from '../../../core/kernel/londonTime.ts'
import { judgedFromText, surenessText } from '../editionText.ts'
import { editionsPath, standardPath } from '../paths.ts'

export type EditionView = {
  readonly id: string
  readonly title: string
  readonly editionsHref: string
  readonly inForce: string
  readonly wording: Edition['wording']
  readonly domains: readonly DomainView[]
  readonly ruleGroups: readonly { readonly title: string; readonly rules: readonly RuleView[] }[]
  readonly notPublished: Edition['notPublished']
  readonly sources: Edition['sources']
}

type DomainView = {
  readonly id: string
  readonly title: string
  readonly standards: readonly {
    readonly id: string
    readonly title: string
    readonly href: string
    readonly judgedFrom: string
  }[]
}

type RuleView = {
  readonly title: string
  readonly sentences: readonly string[]
  readonly items: readonly string[]
  readonly sure: string
  readonly sources: readonly string[]
  readonly note: string | null
}

/** Returns an edition as its page shows it: standards by domain, rules by group, and sources. */
export function editionView(edition: Edition): EditionView {
  const { id, title, wording, notPublished, sources } = edition
  return {
    id,
    title,
    editionsHref: editionsPath,
    inForce: dateText(edition.inForceFrom),
    wording,
    domains: edition.domains.map((domain) => domainView(id, domain)),
    ruleGroups: ruleGroups.map(({ title: heading, rules }) => ({
      title: heading,
      rules: rules.flatMap((rule) => ruleView(edition, rule.name, rule.text(edition))),
    })),
    notPublished,
    sources,
  }
}

function domainView(edition: string, { id, title, standards }: Domain): DomainView {
  return {
    id,
    title,
    standards: standards.map((standard) => ({
      id: standard.id,
      title: standard.title,
      href: standardPath(edition, standard.id),
      judgedFrom: judgedFromText(standard),
    })),
  }
}

/** A rule without a source is not shown: the check of an edition does not let one through. */
function ruleView({ ruleSources, sources }: Edition, name: RuleName, text: RuleText): readonly RuleView[] {
  const source = ruleSources.find(({ rule }) => rule === name)
  if (source === undefined) return []
  const titles = source.sources.map((id) => sources.find((candidate) => candidate.id === id)?.title ?? id)
  return [{ ...text, sure: surenessText(source.sure), sources: titles, note: source.note }]
}
